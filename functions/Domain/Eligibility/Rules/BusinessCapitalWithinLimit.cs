using OneVisit.Domain.Eligibility.Conditions;
using OneVisit.Domain.Law;
using static OneVisit.Domain.Eligibility.FigureNames;

namespace OneVisit.Domain.Eligibility.Rules;

/// <summary>Capital put into a business reaches at most the limit.</summary>
internal sealed class BusinessCapitalWithinLimit() : Rule(RuleNames.BusinessCapitalWithinLimit, Acts.AllowanceReviewAsRead.AsAWhole())
{
    public override bool? Holds(in Circumstances circumstances) =>
        circumstances is { Household.BusinessCapital: { } capital, Parameters.BusinessCapitalLimit: { } limit } ? capital <= limit.Value : null;

    public override QuestionSet Open(in Circumstances circumstances) =>
        QuestionSet.If(circumstances.Household.BusinessCapital is null, Question.BusinessCapital);

    public override Arithmetic? Sum(in Circumstances circumstances) =>
        circumstances is { Household.BusinessCapital: { } capital, Parameters.BusinessCapitalLimit: { } limit }
            ? SumOf(limit.Status, new(Capital, capital.Yuan), new(Limit, limit.Value.Yuan))
            : null;
}
