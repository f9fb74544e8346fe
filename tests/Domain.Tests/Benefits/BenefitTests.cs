using System.Collections.Immutable;
using CsCheck;
using OneVisit.Domain.Benefits;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Eligibility.People;
using OneVisit.Domain.Services;
using OneVisit.Domain.Supervision;
using OneVisit.Domain.Tests.Cases;
using OneVisit.Domain.Tests.Supervision;

namespace OneVisit.Domain.Tests.Benefits;

public sealed class BenefitTests
{
    private static readonly Reverification Allowance = new(12, 6);
    private static readonly Procedure Monthly = Town.Procedure with { Reverification = Allowance };

    // Approved on 10 March 2026, paid from April, 1,620 a month for four.
    private static Case Drawing { get; } = Approve(Monthly);

    [Fact]
    public void An_approved_allowance_runs_from_the_next_month_and_is_looked_at_again_in_half_a_year()
    {
        var benefit = Drawing.Benefit!;

        Assert.Equal((new DateOnly(2026, 4, 1), new DateOnly(2026, 9, 10), 6), (benefit.From, benefit.ReviewOn, benefit.ReviewMonths));
        Assert.Equal(new Money(1620), benefit.MonthlyOn(new DateOnly(2026, 5, 1)));
    }

    [Fact]
    public void A_sum_paid_once_begins_nothing_that_lasts() => Assert.Null(Approve(Town.Procedure with { Grants = Grants.Once }).Benefit);

    [Fact]
    public void A_standing_without_money_is_looked_at_again_too()
    {
        var standing = Approve(Town.Procedure with { Grants = Grants.Nothing, Reverification = new(12) }).Benefit!;

        Assert.Equal((true, new DateOnly(2027, 3, 10)), (standing.Rates.IsEmpty, standing.ReviewOn));
    }

    [Theory]
    [InlineData(1990, 0, 6)]
    [InlineData(1940, 0, 12)]
    [InlineData(2015, 0, 12)]
    [InlineData(1990, 1, 12)]
    [InlineData(1990, 3, 6)]
    public void Half_yearly_where_somebody_is_able_to_work_and_yearly_where_nobody_is(int born, int grade, int months)
    {
        var person = new Person { BornOn = new DateOnly(born, 1, 1), Disability = grade == 0 ? Disability.None : new Disability(DisabilityKind.Physical, grade) };

        Assert.Equal(months, Allowance.MonthsFor(new Household { People = [person] }, new DateOnly(2026, 3, 10)));
    }

    [Fact]
    public void Nothing_opens_before_its_day_and_the_township_has_it_on_its_day()
    {
        Assert.Null(BenefitDecisions.OpenDue("FH", Drawing, Bureau.World(), Town.At(9, 9)));
        var opened = BenefitDecisions.OpenDue("FH", Drawing, Bureau.World(), Town.At(9, 10))!.Value;

        var step = Assert.IsType<StepOpened>(opened[1]);
        Assert.Equal((StepKind.CheckBenefit, Role.TownshipOfficer, Bureau.Point, new DateOnly(2026, 9, 24)), (step.Kind, step.Role, step.Office, step.DueOn));
    }

    [Fact]
    public void What_stays_as_it_is_needs_nobody_to_confirm_and_is_looked_at_again_half_a_year_later()
    {
        var looked = Due().Did("check-benefit-r1", new(MatterActNames.BenefitStays) { Words = "上门看过，情况没变" }, Town.Officer);

        Assert.True(looked.Matter.IsClosed);
        var kept = Assert.IsType<BenefitKept>(BenefitDecisions.ResultOf(looked.Matter)!.Value.Result);
        Assert.Equal(new DateOnly(2027, 3, 10), kept.ReviewOn);
    }

    [Fact]
    public void Another_amount_counts_only_when_another_person_confirmed_it_and_from_the_next_month()
    {
        var proposed = Due().Did("check-benefit-r1", new(MatterActNames.BenefitChange) { Amount = 1200, Words = "大女儿毕业就业，收入增加" }, Town.Officer);
        Assert.Null(BenefitDecisions.ResultOf(proposed.Matter));

        proposed.When("confirm-benefit-r1", new(MatterActNames.BenefitConfirmed), Town.Officer).IsRefused(MatterRefusal.NotTheirDesk);
        var confirmed = proposed.Did("confirm-benefit-r1", new(MatterActNames.BenefitConfirmed), Town.Chief).Matter;
        var after = Drawing.With(BenefitDecisions.ResultOf(confirmed)!.Value.Result);

        Assert.Equal(new Money(1620), after.MonthlyOn(new DateOnly(2026, 9, 30)));
        Assert.Equal(new Money(1200), after.MonthlyOn(new DateOnly(2026, 10, 1)));
    }

    [Fact]
    public void Who_found_work_is_paid_for_some_months_yet_and_for_no_more_than_the_rule_allows()
    {
        var reported = Reported(BenefitCause.Employment);
        reported.When("check-benefit-r1", new(MatterActNames.BenefitTaper) { Amount = 1620, Months = 7, Words = "进厂上班，月薪三千" }, Town.Officer).IsRefused(MatterRefusal.MonthsOutOfRange);

        var confirmed = reported.Did("check-benefit-r1", new(MatterActNames.BenefitTaper) { Amount = 1620, Months = 6, Words = "进厂上班，月薪三千" }, Town.Officer)
            .Did("confirm-benefit-r1", new(MatterActNames.BenefitConfirmed), Town.Chief).Matter;
        var after = Drawing.With(BenefitDecisions.ResultOf(confirmed)!.Value.Result);

        // Confirmed in June: July to December are paid.
        Assert.Equal(new DateOnly(2027, 1, 1), after.StopsFrom);
        Assert.Equal((new Money(1620), null), (after.MonthlyOn(new DateOnly(2026, 12, 31)), after.MonthlyOn(new DateOnly(2027, 1, 1))));
        Assert.Null(after.ReviewOn);
    }

    [Fact]
    public void A_reported_death_ends_nothing_until_two_people_found_and_confirmed_it()
    {
        var reported = Reported(BenefitCause.Death);
        Assert.Equal(new DateOnly(2026, 6, 8), reported.Matter.Step("check-benefit-r1")!.Due.On);

        reported.When("check-benefit-r1", new(MatterActNames.BenefitStop) { Words = "村里证实，殡仪馆有火化记录" }, Town.Officer).IsRefused(MatterRefusal.DayRequired);
        reported.When("check-benefit-r1", new(MatterActNames.BenefitStop) { Words = "村里证实，殡仪馆有火化记录", DiedOn = new(2026, 6, 2) }, Town.Officer).IsRefused(MatterRefusal.DayRequired);
        var found = reported.Did("check-benefit-r1", new(MatterActNames.BenefitStop) { Words = "村里证实，殡仪馆有火化记录", DiedOn = new(2026, 5, 20) }, Town.Officer);
        Assert.Null(BenefitDecisions.ResultOf(found.Matter));
        var stopped = Assert.IsType<BenefitStopped>(BenefitDecisions.ResultOf(found.Did("confirm-benefit-r1", new(MatterActNames.BenefitConfirmed), Town.Chief).Matter)!.Value.Result);

        Assert.Equal(new DateOnly(2026, 6, 1), stopped.From);
    }

    [Fact]
    public void A_mistaken_report_of_a_death_changes_nothing()
    {
        var mistaken = Reported(BenefitCause.Death).Did("check-benefit-r1", new(MatterActNames.BenefitStays) { Words = "重名，本人健在" }, Town.Officer);

        Assert.Equal(new Money(1620), Drawing.With(BenefitDecisions.ResultOf(mistaken.Matter)!.Value.Result).MonthlyOn(new DateOnly(2026, 7, 1)));
    }

    [Fact]
    public void The_representative_may_send_it_back_and_the_township_looks_once_more()
    {
        var back = Due().Did("check-benefit-r1", new(MatterActNames.BenefitStop) { Words = "收入超过标准" }, Town.Officer)
            .Did("confirm-benefit-r1", new(MatterActNames.BenefitSentBack) { Words = "收入证明只有一个月" }, Town.Chief);

        Assert.Equal(["check-benefit-r2"], back.Open);
        Assert.Null(BenefitDecisions.ResultOf(back.Matter));
    }

    [Fact]
    public void Where_nothing_is_drawn_any_more_no_change_is_taken()
    {
        var ended = Story.Approved.With(Town.Chief.In(Town.Chief.Posts[0]), new BenefitStarted(new(2026, 4, 1), new Money(100)), new BenefitStopped("FH", BenefitCause.Change, new(2026, 5, 1), "自愿退出")).Case;

        BenefitDecisions.OpenReported("FH2", ended, BenefitCause.Change, "sealed", null, Owner, Bureau.World(), Town.At(6, 1)).IsRefused(MatterRefusal.NoBenefit);
        BenefitDecisions.OpenReported("FH2", Story.Closed.Case with { }, BenefitCause.Change, "sealed", new DateOnly(2026, 12, 1), Owner, Bureau.World(), Town.At(6, 1))
            .IsRefused(MatterRefusal.DayRequired);
    }

    [Fact]
    public void A_result_written_twice_is_written_once()
    {
        var looked = Due().Did("check-benefit-r1", new(MatterActNames.BenefitStays) { Words = "上门看过，情况没变" }, Town.Officer).Matter;
        var (result, by) = BenefitDecisions.ResultOf(looked)!.Value;
        var first = Story.Approved.With(by, new BenefitStarted(new(2026, 4, 1), new Money(1620), 6, new(2026, 9, 10))).After(CaseDecisions.Note(Story.Approved.With(by, new BenefitStarted(new(2026, 4, 1))).Case, result, by));

        Assert.Empty(Assert.IsType<Decision.Accepted>(CaseDecisions.Note(first.Case, result, by)).Events);
    }

    [Fact]
    public void Amounts_hold_from_their_month_until_the_next_whatever_the_changes_were() => Gen.Int[1, 12].Array[1, 6].Sample(months =>
    {
        var benefit = new Benefit(new(2026, 1, 1), [new(new(2026, 1, 1), new Money(1))], 12, null);
        foreach (var month in months)
            benefit = benefit.After(new BenefitChanged($"FH{month}", BenefitCause.Change, new Money(month * 100), new DateOnly(2026, month, 1)));
        var last = months[^1];
        return benefit.MonthlyOn(new DateOnly(2026, last, 1)) == new Money(last * 100) && benefit.Rates.Zip(benefit.Rates.Skip(1)).All(pair => pair.First.From < pair.Second.From);
    });

    private static Actor Owner => Actor.Resident(Town.Owner, "张*");

    private static Affair Due() => Affair.Of(BenefitDecisions.OpenDue("FH260302-7K2M9Q-202609", Drawing, Bureau.World(), Town.At(9, 10))!.Value, Town.At(9, 10));

    private static Affair Reported(BenefitCause cause) => Affair.Of(
        Assert.IsType<MatterDecision.Accepted>(BenefitDecisions.OpenReported("FH260302-7K2M9Q-AAAAAAAA", Drawing, cause, "sealed", null, Owner, Bureau.World(), Town.At(6, 1))).Events, Town.At(6, 1));

    private static Case Approve(Procedure procedure)
    {
        var atDecide = Story.AtDecide;
        var amount = procedure.Grants == Grants.Nothing ? null : (decimal?)1620;
        var decision = procedure.Grants == Grants.Nothing
            ? new Decision.Accepted(Town.Chief.In(Town.Chief.Posts[0]), [.. Consequences.Of(new TaskAct.Approved(), atDecide.Case.Task("decide-r1")!, atDecide.Case, procedure, Town.Calendar, atDecide.Now)])
            : CaseDecisions.CompleteTask(atDecide.Case, "decide-r1", new OutcomeForm(ActNames.Approve) { Amount = amount }, Town.Chief, procedure, Town.Calendar, atDecide.Now, Town.Authority);
        return atDecide.After(decision).Case;
    }
}

internal static class AfterwardsOf
{
    public static Benefit With(this Case drawing, CaseEvent result) => drawing.Benefit!.After(result);
}
