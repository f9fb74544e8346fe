using OneVisit.Domain.Eligibility.Conditions;

namespace OneVisit.Domain.Eligibility.Rules;

/// <summary>Poor by what illness, rehabilitation and schooling leave (支出型): the way to the allowance that is not by income.</summary>
internal sealed class OpenBySpending(RuleLine line) : Rule(line)
{
    private readonly All both = new(new IncomeBelowDisposable(line with { TurnedRound = false }), new IncomeAfterSpendingBelowStandard(line with { TurnedRound = false }));

    protected override bool? Test(in Circumstances circumstances) => both.Holds(circumstances);

    public override QuestionSet Open(in Circumstances circumstances) => both.Open(circumstances);
}
