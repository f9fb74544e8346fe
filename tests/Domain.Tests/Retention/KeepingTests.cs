using OneVisit.Domain.Cases;
using OneVisit.Domain.Law;
using OneVisit.Domain.Retention;
using OneVisit.Domain.Tests.Cases;

namespace OneVisit.Domain.Tests.Retention;

public sealed class KeepingTests
{
    private static readonly RetentionRule Other = Rule("case-other", 10);
    private static readonly RetentionRule Granted = Rule("case-granted", 30) with { Granted = true };
    private static readonly RetentionPlan Plan = new([Granted, Other]);

    private static Case RefusedCase => Case.Of(Story.AtReview.Did("review-r1", Forms.ProposeRefusal, Town.Officer).Did("decide-r1", Forms.Refuse, Town.Chief).Journal);

    private static DateTimeOffset Ended => RefusedCase.ClosedAt!.Value;

    [Fact]
    public void A_case_that_was_refused_is_kept_ten_years_from_its_end_and_not_a_day_longer()
    {
        Assert.IsType<Keeping.Until>(Plan.KeepingOf(RefusedCase, Ended.AddYears(10).AddDays(-1)));
        Assert.Equal(Other, Assert.IsType<Keeping.Over>(Plan.KeepingOf(RefusedCase, Ended.AddYears(10))).Rule);
    }

    [Fact]
    public void An_open_case_is_kept_however_old_it_is() => Assert.IsType<Keeping.Running>(Plan.KeepingOf(Case.Of(Story.AtReview.Journal), Ended.AddYears(90)));

    [Fact]
    public void As_long_as_something_is_drawn_nothing_counts() => Assert.IsType<Keeping.Running>(Plan.KeepingOf(Case.Of(Story.Closed.Journal), Ended.AddYears(90)));

    [Fact]
    public void The_time_of_what_was_drawn_counts_from_the_day_it_ended()
    {
        var stopped = Story.Closed.Journal[^1].At.AddYears(5);
        var journal = Story.Closed.Journal.ToList();
        journal.AddRange(JournalChain.Extend(Town.CaseId, journal, [new BenefitStopped("FH1", Domain.Benefits.BenefitCause.Death, DateOnly.FromDateTime(stopped.Date), "去世")], Actor.System, stopped));

        Assert.Equal(DateOnly.FromDateTime(stopped.Date).AddYears(30), Assert.IsType<Keeping.Until>(Plan.KeepingOf(Case.Of(journal), stopped.AddYears(1))).On);
    }

    [Fact]
    public void What_was_filed_goes_to_the_archive_before_it_is_erased()
    {
        var plan = new RetentionPlan([Rule("case-granted", 30) with { Then = RetentionEnd.ArchiveFirst }]);
        var journal = Story.Closed.Journal.ToList();
        journal.AddRange(JournalChain.Extend(Town.CaseId, journal, [new BenefitStopped("FH1", Domain.Benefits.BenefitCause.Death, new(2027, 1, 1), "去世")], Actor.System, journal[^1].At));
        var now = journal[^1].At.AddYears(40);

        Assert.IsType<Keeping.AwaitsArchive>(plan.KeepingOf(Case.Of(journal), now));
        journal.AddRange(JournalChain.Extend(Town.CaseId, journal, [new HandedToArchive("档2057-15")], Actor.System, now));
        Assert.IsType<Keeping.Over>(plan.KeepingOf(Case.Of(journal), now));
    }

    [Fact]
    public void Without_a_rule_everything_is_kept() => Assert.IsType<Keeping.ForGood>(RetentionPlan.None.KeepingOf(RefusedCase, Ended.AddYears(99)));

    [Fact]
    public void A_rule_that_names_the_service_goes_before_the_others()
    {
        var ofService = Rule("case-d12", 50) with { Services = ["D1.2"] };

        Assert.Equal(ofService, new RetentionPlan([Granted, Other, ofService]).OfCase(RefusedCase, DateOnly.FromDateTime(Ended.Date)));
    }

    [Fact]
    public void A_rule_counts_from_its_day_to_its_last()
    {
        var day = DateOnly.FromDateTime(Ended.Date);
        var plan = new RetentionPlan([Other with { To = day }, Rule("case-other", 5) with { From = day.AddDays(1) }]);

        Assert.Equal((120, 60), (plan.OfCase(RefusedCase, day)!.Keep!.Months, plan.OfCase(RefusedCase, day.AddDays(1))!.Keep!.Months));
    }

    private static RetentionRule Rule(string id, int years) => new(
        id, DataClass.Case, new("案卷", "Files"), RetentionStart.Ended, new KeepingTime(years * 12, 0), RetentionEnd.Erase, null, [], new(2020, 1, 1), null, new("档案法", ""), SourceStatus.Demo);
}
