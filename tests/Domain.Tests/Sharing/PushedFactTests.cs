using OneVisit.Domain.Cases;
using OneVisit.Domain.Sharing;
using OneVisit.Domain.Tests.Cases;

namespace OneVisit.Domain.Tests.Sharing;

/// <summary>What others have to know of a case, and what was asked for although a registry held it.</summary>
public sealed class PushedFactTests
{
    [Fact]
    public void An_approval_is_one_fact_with_its_amount_and_the_month_it_is_paid_from()
    {
        var fact = Assert.Single(PushedFact.Of(Story.Approved.Case, Story.Approved.Journal, 0));

        Assert.Equal((FactClasses.LowIncome, FactNames.Approved, new DateOnly(2026, 4, 1)), (fact.Class, fact.What, fact.From));
        Assert.NotNull(fact.Monthly);
    }

    [Fact]
    public void The_same_journal_gives_the_same_keys() =>
        Assert.True(PushedFact.Of(Story.Approved.Case, Story.Approved.Journal, 0).SequenceEqual(PushedFact.Of(Story.Closed.Case, Story.Closed.Journal.Take(Story.Approved.Journal.Length), 0)));

    [Fact]
    public void What_was_told_before_is_not_told_again() => Assert.Empty(PushedFact.Of(Story.Closed.Case, Story.Closed.Journal, Story.Closed.Journal.Length));

    [Theory]
    [InlineData("A1.1", FactClasses.Marriage)]
    [InlineData("A5.1", FactClasses.Funeral)]
    [InlineData("D12.1", FactClasses.Funeral)]
    [InlineData("D1.2", FactClasses.LowIncome)]
    [InlineData("D5.2", FactClasses.Disability)]
    [InlineData("D7.1", FactClasses.Result)]
    public void Every_service_belongs_to_a_class_of_shared_data(string service, string known) => Assert.Equal(known, FactClasses.Of(service));

    [Fact]
    public void A_paper_nobody_asked_a_registry_about_is_neither_debt_nor_none()
    {
        var papers = AskedPaper.In(Story.AtSurvey.Case, code => code == "M07");

        Assert.Equal(("M07", AskingReasons.OnList, null), (Assert.Single(papers).Material, papers[0].Reason, papers[0].Held));
    }

    [Fact]
    public void A_paper_that_is_struck_out_is_not_counted_as_asked_for() => Assert.Empty(AskedPaper.In(Story.AtSurvey.Case, code => code == "M01"));
}
