using System.Collections.Immutable;

namespace OneVisit.Domain.Eligibility.Conditions;

/// <summary>
/// Holds when any way does. The ways are tried in order: a later one is asked about, and explained, only once the earlier ones have failed.
/// </summary>
internal sealed class FirstOf(params Condition[] ways) : Condition
{
    public override bool? Holds(in Circumstances circumstances)
    {
        bool? any = false;
        foreach (var way in ways)
        {
            any |= way.Holds(circumstances);
            if (any == true)
                break;
        }
        return any;
    }

    public override QuestionSet Open(in Circumstances circumstances)
    {
        foreach (var way in ways)
        {
            if (way.Holds(circumstances) is null)
                return way.Open(circumstances);
        }
        return QuestionSet.None;
    }

    public override void Explain(in Circumstances circumstances, ImmutableArray<RuleFinding>.Builder findings)
    {
        foreach (var way in ways)
        {
            way.Explain(circumstances, findings);
            if (way.Holds(circumstances) is not false)
                return;
        }
    }
}
