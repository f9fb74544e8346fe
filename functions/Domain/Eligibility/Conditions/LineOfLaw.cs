using System.Collections.Immutable;
using OneVisit.Domain.Eligibility.Facts;

namespace OneVisit.Domain.Eligibility.Conditions;

/// <summary>Looks at one household or person: <c>null</c> while it cannot be told.</summary>
internal delegate bool? Test(in Circumstances circumstances);

/// <summary>The numbers that a test compares, or <c>null</c> while not all are known.</summary>
internal delegate ImmutableArray<Figure>? Numbers(in Circumstances circumstances);

/// <summary>A rule that needs no more than a test; what it asks is what its definition says it looks at, as far as that is not known.</summary>
internal sealed class LineOfLaw(RuleLine line, Test test, Numbers? numbers = null) : Rule(line)
{
    protected override bool? Test(in Circumstances circumstances) => test(circumstances);

    public override QuestionSet Open(in Circumstances circumstances)
    {
        var open = QuestionSet.None;
        foreach (var question in Line.Definition.Asks)
            open |= QuestionSet.If(!FactBook.IsSettled(circumstances, question), question);
        return open;
    }

    public override ImmutableArray<Figure>? Figures(in Circumstances circumstances) => numbers?.Invoke(circumstances);
}
