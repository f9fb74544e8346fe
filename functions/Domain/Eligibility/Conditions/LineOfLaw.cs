using OneVisit.Domain.Law;

namespace OneVisit.Domain.Eligibility.Conditions;

/// <summary>Looks at one household or person: <c>null</c> while it cannot be told.</summary>
internal delegate bool? Test(in Circumstances circumstances);

/// <summary>The numbers that a test compares, or <c>null</c> while not all are known.</summary>
internal delegate Figure[]? Numbers(in Circumstances circumstances);

/// <summary>A rule that looks at one fact: its name, where it is written, what it checks, and what to ask while that is not known.</summary>
internal sealed class LineOfLaw(string name, LawReference law, Question question, Test test, Numbers? numbers = null) : Rule(name, law)
{
    public override bool? Holds(in Circumstances circumstances) => test(circumstances);

    public override QuestionSet Open(in Circumstances circumstances) => QuestionSet.If(true, question);

    public override Arithmetic? Sum(in Circumstances circumstances) =>
        numbers?.Invoke(circumstances) is { } figures ? SumOf(Law.Status, figures) : null;
}
