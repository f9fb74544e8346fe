using System.Collections.Immutable;
using OneVisit.Domain.Eligibility.Conditions;

namespace OneVisit.Domain.Eligibility.Rules;

/// <summary>At most so many homes, or a few more that together lie below the local average area per head.</summary>
internal sealed class HomesWithinLimit(RuleLine line) : Rule(line)
{
    private readonly string limit = line.Parameter("most");
    private readonly string limitOfSmall = line.Parameter("most_if_small");

    protected override bool? Test(in Circumstances circumstances)
    {
        if (circumstances.Household.Homes is not { } homes || circumstances.Number(limit) is not { } most)
            return null;
        if (homes <= most)
            return true;
        return circumstances.Number(limitOfSmall) is { } mostOfSmall ? homes <= mostOfSmall ? circumstances.Household.HomesBelowAverageArea : false : null;
    }

    // Where the number alone does not decide only their size is open; the number is asked first.
    public override QuestionSet Open(in Circumstances circumstances) => circumstances.Household switch
    {
        { Homes: null } => QuestionSet.If(true, Question.Homes),
        { HomesBelowAverageArea: null } => QuestionSet.If(true, Question.HomesBelowAverageArea),
        _ => QuestionSet.None,
    };

    public override ImmutableArray<Figure>? Figures(in Circumstances circumstances) =>
        circumstances.Household.Homes is { } homes ? [new(FigureNames.Homes, homes)] : null;
}
