using OneVisit.Domain.Eligibility.Conditions;
using OneVisit.Domain.Law;

namespace OneVisit.Domain.Eligibility.Rules;

/// <summary>At most one home, or two that together lie below the local average area per head.</summary>
internal sealed class HomesWithinLimit() : Rule(RuleNames.HomesWithinLimit, Acts.AllowanceReviewAsRead.AsAWhole())
{
    public override bool? Holds(in Circumstances circumstances) => circumstances.Household switch
    {
        { Homes: null } => null,
        { Homes: <= 1 } => true,
        { Homes: 2, HomesBelowAverageArea: var small } => small,
        _ => false,
    };

    // With two homes only their size is open; the number is asked first.
    public override QuestionSet Open(in Circumstances circumstances) =>
        QuestionSet.If(true, circumstances.Household.Homes is null ? Question.Homes : Question.HomesBelowAverageArea);

    public override Arithmetic? Sum(in Circumstances circumstances) =>
        circumstances.Household.Homes is { } homes ? SumOf(Law.Status, new Figure(FigureNames.Homes, homes)) : null;
}
