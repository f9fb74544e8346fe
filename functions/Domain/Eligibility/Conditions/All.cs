namespace OneVisit.Domain.Eligibility.Conditions;

/// <summary>Holds when every part does; one that fails settles it, whatever the others are.</summary>
internal sealed class All(params Condition[] parts) : Condition
{
    /// <summary>Asks for nothing.</summary>
    public static All OfNothing { get; } = new();

    public override bool? Holds(in Circumstances circumstances)
    {
        bool? all = true;
        foreach (var part in parts)
        {
            all &= part.Holds(circumstances);
            if (all == false)
                break;
        }
        return all;
    }

    public override QuestionSet Open(in Circumstances circumstances)
    {
        var open = QuestionSet.None;
        foreach (var part in parts)
        {
            if (part.Holds(circumstances) is null)
                open |= part.Open(circumstances);
        }
        return open;
    }

    public override QuestionSet OpenFurther(in Circumstances circumstances)
    {
        var open = QuestionSet.None;
        foreach (var part in parts)
            open |= part.OpenFurther(circumstances);
        return open;
    }

    // Of people there may be more than the one for whom it holds.
    public override void Lines(in Circumstances circumstances, OpenLines lines)
    {
        foreach (var part in parts)
        {
            if (part.Holds(circumstances) is null || part is Someone)
                part.Lines(circumstances, lines);
        }
    }

    public override void Explain(in Circumstances circumstances, Trace trace)
    {
        foreach (var part in parts)
            part.Explain(circumstances, trace);
    }
}
