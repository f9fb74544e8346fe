using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Tests.Cases;

public sealed class CourseTests
{
    [Fact]
    public void With_a_mandate_the_agent_collects_first() =>
        Assert.Equal((Role.VillageAgent, "village/370982103201"), DeskOf(Story.Submitted(), "collect-r1"));

    [Fact]
    public void Without_a_mandate_the_township_receives_the_papers() =>
        Assert.Equal((Role.TownshipOfficer, "township/370982103"), DeskOf(Story.Submitted(mandated: false), "collect-r1"));

    [Fact]
    public void Survey_and_verification_open_side_by_side() => Assert.Equal(["survey-r1", "verify-r1"], Story.AtSurvey.Open);

    [Fact]
    public void The_review_waits_for_both() => Assert.Equal(["verify-r1"], Story.AtSurvey.Surveyed().Open);

    [Fact]
    public void The_review_opens_when_both_are_done_in_whatever_order() =>
        Assert.Equal(["review-r1"], Story.AtSurvey.Did("verify-r1", Forms.Verified, Town.Officer).Surveyed().Open);

    [Fact]
    public void A_proposal_goes_to_the_public_notice() => Assert.Equal(["notice-r1"], Story.AtNotice.Open);

    [Fact]
    public void A_notice_hangs_seven_days_from_the_day_after_it_was_posted() =>
        Assert.Equal((new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 9)), Posted.Case.Notice is { } notice ? (notice.From, notice.Until) : default);

    [Fact]
    public void While_the_notice_hangs_nothing_is_open() => Assert.Empty(Posted.At(BeijingTime.EndOf(new DateOnly(2026, 3, 9)).AddTicks(-1)).Go().Open);

    [Fact]
    public void While_the_notice_hangs_the_case_is_at_the_notice() => Assert.Equal([StageKind.Notice], Posted.Case.CurrentStages);

    [Fact]
    public void When_the_notice_ends_the_decision_opens() =>
        Assert.Equal(["decide-r1"], Posted.At(BeijingTime.EndOf(new DateOnly(2026, 3, 9))).Go().Open);

    [Fact]
    public void The_decision_is_on_the_chief_representatives_desk() =>
        Assert.Equal((Role.ChiefRepresentative, "township/370982103"), DeskOf(Story.AtDecide, "decide-r1"));

    [Fact]
    public void An_opinion_to_refuse_skips_the_notice() =>
        Assert.Equal(["decide-r1"], Story.AtReview.Did("review-r1", Forms.ProposeRefusal, Town.Officer).Open);

    [Fact]
    public void An_approved_case_is_delivered_and_goes_to_the_citys_file() =>
        Assert.Equal((true, "file-r1"), (Story.Approved.Case.DeliveredAt is not null, Assert.Single(Story.Approved.Open)));

    [Fact]
    public void Filing_has_three_working_days_of_its_own() =>
        Assert.Equal(new DateOnly(2026, 3, 13), Story.Approved.Case.Task("file-r1")!.Due.On);

    [Fact]
    public void A_filed_case_is_closed() => Assert.Equal((true, "2026-17"), (Story.Closed.Case.IsClosed, Story.Closed.Case.RegisterNumber));

    [Fact]
    public void A_refused_case_is_delivered_and_closed_without_filing()
    {
        var refused = Story.AtDecide.Did("decide-r1", Forms.Refuse, Town.Chief).Case;

        Assert.Equal((true, true, (DateTimeOffset?)null), (refused.DeliveredAt is not null, refused.IsClosed, refused.FiledAt));
    }

    [Fact]
    public void A_returned_case_starts_again_at_the_review() => Assert.Equal(["review-r2"], Story.Returned.Open);

    [Fact]
    public void After_a_return_the_same_amount_needs_no_second_notice() =>
        Assert.Equal(["decide-r2"], Story.Returned.Did("review-r2", Forms.Propose(1620), Town.Officer).Open);

    [Fact]
    public void After_a_return_another_amount_hangs_again() =>
        Assert.Equal(["notice-r2"], Story.Returned.Did("review-r2", Forms.Propose(1500), Town.Officer).Open);

    [Fact]
    public void The_second_notice_ends_and_the_decision_opens() =>
        Assert.Equal(["decide-r2"], Story.Returned.Did("review-r2", Forms.Propose(1500), Town.Officer).Did("notice-r2", Forms.NoticePosted, Town.Officer).At(Town.At(3, 18)).Go().Open);

    public static TheoryData<string> Places() => ["submitted", "survey", "review", "notice", "decide", "approved", "returned", "closed"];

    [Theory]
    [MemberData(nameof(Places))]
    public void Asked_again_the_course_brings_nothing_new(string place) =>
        Assert.Empty(CaseDecisions.OpenNext(At(place).Case, Town.Procedure, Town.Calendar, At(place).Now));

    [Fact]
    public void A_course_that_was_broken_off_goes_on_where_it_was()
    {
        var delivered = new Story([.. Story.Approved.Journal.TakeWhile(entry => entry.Event is not TaskOpened { StageId: "file" })], Story.Approved.Now);

        Assert.Equal(["file-r1"], delivered.Go().Open);
    }

    private static Story Posted => Story.AtNotice.Did("notice-r1", Forms.NoticePosted, Town.Officer);

    private static (Role, string) DeskOf(Story story, string taskId) => story.Case.Task(taskId) is { } task ? (task.Role, task.Office) : default;

    private static Story At(string place) => place switch
    {
        "submitted" => Story.Submitted(),
        "survey" => Story.AtSurvey,
        "review" => Story.AtReview,
        "notice" => Story.AtNotice,
        "decide" => Story.AtDecide,
        "approved" => Story.Approved,
        "returned" => Story.Returned,
        _ => Story.Closed,
    };
}
