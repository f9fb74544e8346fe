namespace OneVisit.Domain.Eligibility.Conditions;

/// <summary>
/// Holds when any way does. The ways are tried in order: a later one is asked about, and explained, only once the earlier ones have failed or do not matter.
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

    public override void Lines(in Circumstances circumstances, OpenLines lines)
    {
        foreach (var way in ways)
        {
            if (way.Holds(circumstances) is not null)
                continue;
            way.Lines(circumstances, lines);
            return;
        }
    }

    // Of those who open a way, there may be more.
    public override QuestionSet OpenFurther(in Circumstances circumstances)
    {
        foreach (var way in ways)
        {
            if (way.Holds(circumstances) == true)
                return way.OpenFurther(circumstances);
        }
        return QuestionSet.None;
    }

    // A later way may hold while an earlier one is not known: then all up to that one are told, or the verdict could not be found again from them.
    public override void Explain(in Circumstances circumstances, Trace trace)
    {
        var holds = Holds(circumstances);
        trace.BeginChoice();
        foreach (var way in ways)
        {
            way.Explain(circumstances, trace);
            var outcome = way.Holds(circumstances);
            if (outcome == true || (outcome is null && holds is null))
                break;
            trace.NextWay();
        }
        trace.EndChoice();
    }
}
