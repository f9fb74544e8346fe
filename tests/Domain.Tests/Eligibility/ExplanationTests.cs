using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Law;
using static OneVisit.Domain.Tests.Eligibility.Households;

namespace OneVisit.Domain.Tests.Eligibility;

public sealed class ExplanationTests
{
    [Fact]
    public void The_sum_shows_income_shared_by_all_members_beside_the_standard()
    {
        var sum = Finding(Widow, RuleNames.IncomeBelowStandard).Sum!;
        Assert.Equal([1300, 4, 325, 730], sum.Figures.Select(figure => figure.Value));
    }

    [Fact]
    public void A_sum_with_a_demo_standard_is_marked_as_demo() => Assert.Equal(SourceStatus.Demo, Finding(Widow, RuleNames.IncomeBelowStandard).Status);

    [Fact]
    public void The_law_behind_it_is_named() => Assert.Equal("社会救助暂行办法 第九条", $"{Finding(Widow, RuleNames.IncomeBelowStandard).Law}");

    [Fact]
    public void A_fact_not_known_gives_a_finding_neither_true_nor_false() => Assert.Null(Finding(Widow with { OwnsCar = null }, RuleNames.NoCar).Holds);

    [Fact]
    public void Without_income_there_is_no_sum() => Assert.Null(Finding(Widow with { MonthlyIncome = null }, RuleNames.IncomeBelowStandard).Sum);

    [Fact]
    public void When_income_alone_decides_spending_is_not_spoken_of() =>
        Assert.DoesNotContain(RuleNames.IncomeAfterSpendingBelowStandard, Rural(Widow).Explain().Select(finding => finding.Rule));

    [Fact]
    public void When_it_does_not_both_ways_are_explained() =>
        Assert.Contains(RuleNames.IncomeAfterSpendingBelowStandard, Rural(Widow with { MonthlyIncome = new Money(3500) }).Explain().Select(finding => finding.Rule));

    [Fact]
    public void Spending_is_shown_by_the_month()
    {
        var finding = Finding(Widow with { MonthlyIncome = new Money(3500), YearlyMedicalSpending = new Money(12_000) }, RuleNames.IncomeAfterSpendingBelowStandard);
        Assert.Equal((1000m, 625m), (finding.Sum![FigureNames.Spending], finding.Sum[FigureNames.PerHead]));
    }

    [Fact]
    public void An_unlikely_household_learns_which_line_failed() =>
        Assert.Equal([RuleNames.NoCar], Rural(Widow with { OwnsCar = true }).Explain().Where(finding => finding.Holds is false).Select(finding => finding.Rule));

    [Fact]
    public void Every_law_is_cited_in_both_languages() => Assert.All(Rural(Widow).Explain(), finding => Assert.NotNull(finding.Law.ActInEnglish));

    private static RuleFinding Finding(Household household, string rule) => Rural(household).Explain().Single(finding => finding.Rule == rule);
}
