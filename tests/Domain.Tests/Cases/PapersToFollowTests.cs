using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;

namespace OneVisit.Domain.Tests.Cases;

/// <summary>容缺: papers that follow later. M07 follows by Monday 9 March.</summary>
public sealed class PapersToFollowTests
{
    private static readonly DateOnly LastDay = new(2026, 3, 9);
    private static readonly OutcomeForm CollectedWithout = new(ActNames.Collected) { Materials = ["M04"] };

    [Fact]
    public void The_errand_is_done_without_them() => Assert.Equal(["survey-r1", "verify-r1"], Deferred().Did("collect-r1", CollectedWithout, Town.Agent).Open);

    [Fact]
    public void The_clock_wakes_on_their_last_day() =>
        Assert.Equal(BeijingTime.StartOf(LastDay), CaseDecisions.NextAlarm(Deferred().Did("collect-r1", CollectedWithout, Town.Agent).Case));

    [Fact]
    public void On_their_last_day_the_household_is_told_once()
    {
        var due = Deferred().At(Town.At(3, 9));

        Assert.Contains(new PapersDue(["M07"], LastDay).Type, Events(due));
        Assert.DoesNotContain("papers-due", Events(due.Go()));
    }

    [Fact]
    public void Nobody_is_reminded_of_what_came()
    {
        var deferred = Deferred();
        var came = deferred.After(CaseDecisions.AddDocument(deferred.Case, new DocumentAdded("d", "M07", "image/png", 5), Town.Owner)).At(Town.At(3, 9));

        Assert.DoesNotContain("papers-due", Events(came));
    }

    [Fact]
    public void The_result_waits_for_them_on_the_desk_of_the_errands()
    {
        var approved = Approved();

        Assert.Equal(["papers-to-follow-r1"], approved.Open);
        Assert.Null(approved.Case.DeliveredAt);
    }

    [Fact]
    public void Once_they_are_there_the_result_goes_out()
    {
        var approved = Approved();
        var came = approved.After(CaseDecisions.AddDocument(approved.Case, new DocumentAdded("d", "M07", "image/png", 5), Town.Owner)).Go();

        Assert.Equal(["file-r1"], came.Open);
        Assert.NotNull(came.Case.DeliveredAt);
    }

    [Fact]
    public void The_agent_may_bring_them_in_hand() =>
        Assert.NotNull(Approved().Did("papers-to-follow-r1", new(ActNames.Collected) { Materials = ["M07"] }, Town.Agent).Case.DeliveredAt);

    [Fact]
    public void Brought_in_hand_they_have_to_be_all() =>
        Approved().When("papers-to-follow-r1", new(ActNames.Collected), Town.Agent).IsRefused(RefusalReason.MaterialsMissing);

    [Fact]
    public void A_refusal_waits_for_nothing()
    {
        var refused = AtDecide().Did("decide-r1", Forms.Refuse, Town.Chief);

        Assert.True(refused.Case.IsClosed);
    }

    [Fact]
    public void Other_papers_are_not_taken_after_the_decision()
    {
        var decision = CaseDecisions.AddDocument(Approved().Case, new DocumentAdded("d", "M04", "image/png", 5), Town.Owner);

        decision.IsRefused(RefusalReason.CaseClosed);
    }

    private static Story Deferred()
    {
        var application = Town.Application with { Materials = [new("M04", false), new("M07", false, LaterBy: LastDay), new("M01", true)] };
        return new Story([], Town.Start).After(CaseDecisions.Submit(application, true, Town.Procedure, Town.Calendar, Town.Start)).Go();
    }

    private static Story AtDecide() => Deferred()
        .Did("collect-r1", CollectedWithout, Town.Agent).Surveyed().Did("verify-r1", Forms.Verified, Town.Officer)
        .Did("review-r1", Forms.Propose(), Town.Officer).Did("notice-r1", Forms.NoticePosted, Town.Officer).At(Town.At(3, 10)).Go();

    private static Story Approved() => AtDecide().Did("decide-r1", Forms.Approve(), Town.Chief);

    private static IEnumerable<string> Events(Story story) =>
        CaseDecisions.OpenNext(story.Case, Town.Procedure, Town.Calendar, story.Now).Select(happened => happened.Type);
}
