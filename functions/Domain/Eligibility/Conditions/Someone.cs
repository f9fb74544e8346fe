using OneVisit.Domain.Law;

namespace OneVisit.Domain.Eligibility.Conditions;

/// <summary>
/// Holds when it does for anybody in the household. It is explained by the one for whom it holds, or else by the one for whom it is not
/// ruled out, or else by the first.
/// While nobody is known, the law as a whole stands for it; one question about the household may then rule it out.
/// </summary>
/// <param name="firstAsked">About the household, before anybody is told of; once people are told, they are looked at instead. <c>null</c>: nothing is asked first.</param>
internal sealed class Someone(LawReference law, Rule? firstAsked, params Condition[] parts) : Condition
{
    private readonly All condition = new(parts);

    public override bool? Holds(in Circumstances circumstances)
    {
        if (circumstances.Household.People is not { } people)
            return firstAsked?.Holds(circumstances) == false ? false : null;
        bool? any = false;
        for (var at = 0; at < people.Length && any != true; at++)
            any |= HoldsFor(circumstances, at);
        return any;
    }

    public bool? HoldsFor(in Circumstances circumstances, int at) => condition.Holds(circumstances with { At = at });

    public override QuestionSet Open(in Circumstances circumstances) =>
        circumstances.Household.People is not null ? OpenFurther(circumstances)
        : IsAsked(circumstances) ? firstAsked!.Open(circumstances)
        : QuestionSet.If(true, Question.People);

    public override QuestionSet OpenFurther(in Circumstances circumstances)
    {
        var people = circumstances.Household.People!.Value;
        var open = QuestionSet.None;
        for (var at = 0; at < people.Length; at++)
        {
            if (HoldsFor(circumstances, at) is null)
                open |= condition.Open(circumstances with { At = at }).Of(at);
        }
        return open;
    }

    public override void Lines(in Circumstances circumstances, OpenLines lines)
    {
        if (circumstances.Household.People is not { } people)
        {
            if (IsAsked(circumstances))
                firstAsked!.Lines(circumstances, lines);
            else
                lines.LookForSomebody(law, circumstances);
            return;
        }
        for (var at = 0; at < people.Length; at++)
        {
            if (HoldsFor(circumstances, at) is null)
                condition.Lines(circumstances with { At = at }, lines);
        }
    }

    public override void Explain(in Circumstances circumstances, Trace trace)
    {
        if (circumstances.Household.People is not { Length: > 0 } people)
        {
            var first = circumstances.Household.People is null ? firstAsked : null;
            first?.Explain(circumstances, trace);
            if (first is null || first.Holds(circumstances) == true)
                trace.TellNobody(Holds(circumstances), law, circumstances);
            return;
        }
        condition.Explain(circumstances with { At = TheOne(circumstances, people.Length) }, trace);
    }

    private bool IsAsked(in Circumstances circumstances) => firstAsked is not null && firstAsked.Holds(circumstances) is null;

    private int TheOne(in Circumstances circumstances, int people)
    {
        int? notRuledOut = null;
        for (var at = 0; at < people; at++)
        {
            switch (HoldsFor(circumstances, at))
            {
                case true:
                    return at;
                case null:
                    notRuledOut ??= at;
                    break;
            }
        }
        return notRuledOut ?? 0;
    }
}
