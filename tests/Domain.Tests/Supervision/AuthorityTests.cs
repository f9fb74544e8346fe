using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Domain.Supervision;
using OneVisit.Domain.Tests.Cases;

namespace OneVisit.Domain.Tests.Supervision;

public sealed class AuthorityTests
{
    private static readonly PointAuthority Sound = Town.Authority;
    private static readonly AuthoritySuspended Wish = new(new(2026, 3, 10), [], "抽查发现越权决定", Role.BureauOfficer, Bureau.City);

    private const string Neighbour = "township/370982101";
    private static readonly AuthoritySuspended ToNeighbour = Wish with { ToRole = Role.ChiefRepresentative, ToOffice = Neighbour };

    [Fact]
    public void A_suspended_point_does_not_decide_and_is_told_who_does()
    {
        var refused = Decide(Suspended(Wish), Town.Chief).IsRefused(RefusalReason.AuthoritySuspended);

        Assert.Equal((new DateOnly(2026, 3, 10), Role.BureauOfficer, Bureau.City), (refused.Suspended!.From, refused.Suspended.ToRole, refused.Suspended.ToOffice));
    }

    [Fact]
    public void An_open_decision_moves_to_the_bureau_and_the_bureau_decides()
    {
        var moved = Moved(Story.AtDecide, Suspended(Wish));

        Assert.Equal((Role.BureauOfficer, Bureau.City), moved.Case.Task("decide-r1") is { } task ? (task.Role, task.Office) : default);
        Assert.IsType<Decision.Accepted>(CaseDecisions.CompleteTask(moved.Case, "decide-r1", Forms.Approve(), Bureau.BureauOfficer, Town.Procedure, Town.Calendar, moved.Now, Suspended(Wish)));
    }

    [Fact]
    public void The_representative_is_told_the_same_when_the_desk_has_moved() =>
        CaseDecisions.CompleteTask(Moved(Story.AtDecide, Suspended(Wish)).Case, "decide-r1", Forms.Approve(), Town.Chief, Town.Procedure, Town.Calendar, Story.AtDecide.Now, Suspended(Wish))
            .IsRefused(RefusalReason.AuthoritySuspended);

    [Fact]
    public void A_decision_that_comes_up_meanwhile_opens_at_the_bureau()
    {
        var before = Story.AtNotice.Did("notice-r1", Forms.NoticePosted, Town.Officer).At(Town.At(3, 10));
        var opened = CaseDecisions.OpenNext(before.Case, Town.Procedure, Town.Calendar, before.Now, Suspended(Wish)).OfType<TaskOpened>().Single();

        Assert.Equal((Role.BureauOfficer, Bureau.City), (opened.Role, opened.Office));
    }

    [Fact]
    public void When_it_is_lifted_the_decision_comes_back_once()
    {
        var suspended = Suspended(Wish);
        var moved = Moved(Story.AtDecide, suspended);
        var lifted = After(suspended, AuthorityDecisions.Lift(suspended, "已经整改到位", Bureau.Reviewer, moved.Now));
        var back = Moved(moved, lifted);

        Assert.Equal((Role.ChiefRepresentative, Bureau.Point), back.Case.Task("decide-r1") is { } task ? (task.Role, task.Office) : default);
        Assert.Empty(CaseDecisions.OpenNext(back.Case, Town.Procedure, Town.Calendar, back.Now, lifted));
    }

    [Fact]
    public void The_clock_of_a_moved_decision_is_unchanged() =>
        Assert.Equal(Story.AtDecide.Case.Task("decide-r1")!.Due, Moved(Story.AtDecide, Suspended(Wish)).Case.Task("decide-r1")!.Due);

    [Fact]
    public void Only_the_items_named_are_taken_away()
    {
        var other = Suspended(Wish with { Items = ["D2.1"] });

        Assert.Empty(CaseDecisions.OpenNext(Story.AtDecide.Case, Town.Procedure, Town.Calendar, Story.AtDecide.Now, other));
        Assert.IsType<Decision.Accepted>(Decide(other, Town.Chief));
    }

    [Theory]
    [InlineData("2026-03-10", true)]
    [InlineData("2026-03-15", true)]
    [InlineData("2026-03-16", false)]
    [InlineData("2026-03-09", false)]
    public void It_counts_from_its_first_day_to_its_last(string day, bool counts) => Assert.Equal(
        counts, Suspended(Wish with { To = new(2026, 3, 15) }).On("D1.2", DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)) is not null);

    [Fact]
    public void Survey_and_review_go_on_meanwhile() => Assert.IsType<Decision.Accepted>(
        CaseDecisions.CompleteTask(Story.AtReview.Case, "review-r1", Forms.Propose(), Town.Officer, Town.Procedure, Town.Calendar, Town.At(3, 11), Suspended(Wish)));

    [Fact]
    public void Only_the_citys_reviewer_suspends() => Suspend(Sound, Wish, Town.Chief).IsRefused(MatterRefusal.ReviewerOnly);

    [Fact]
    public void Nothing_is_suspended_without_a_reason() => Suspend(Sound, Wish with { Reason = "  " }, Bureau.Reviewer).IsRefused(MatterRefusal.WordsRequired);

    [Fact]
    public void Nothing_is_suspended_backwards() => Suspend(Sound, Wish with { From = new(2026, 3, 9) }, Bureau.Reviewer).IsRefused(MatterRefusal.WrongPeriod);

    [Fact]
    public void Decisions_never_go_where_nobody_is() => AuthorityDecisions.Suspend(Sound, Wish, [], [], Bureau.Reviewer, Town.At(3, 10)).IsRefused(MatterRefusal.NobodyThere);

    [Fact]
    public void A_suspension_within_another_is_refused() => Suspend(Suspended(Wish), Wish with { Items = ["D1.2"] }, Bureau.Reviewer).IsRefused(MatterRefusal.AlreadySuspended);

    [Fact]
    public void Who_may_not_decide_at_home_stands_in_for_nobody() =>
        Suspend(Sound, ToNeighbour, Bureau.Reviewer, SuspendedNeighbour(Wish)).IsRefused(MatterRefusal.SuspendedToo);

    [Fact]
    public void Who_may_not_decide_on_something_else_stands_in_for_this() =>
        Assert.IsType<MatterDecision.Accepted>(Suspend(Sound, ToNeighbour with { Items = ["D1.2"] }, Bureau.Reviewer, SuspendedNeighbour(Wish with { Items = ["D2.1"] })));

    [Fact]
    public void Who_stands_in_for_another_is_not_suspended_before_that_one_is_settled()
    {
        var refused = Suspend(Sound, Wish, Bureau.Reviewer, SuspendedNeighbour(Wish with { ToRole = Role.ChiefRepresentative, ToOffice = Bureau.Point })).IsRefused(MatterRefusal.StandsIn);

        Assert.Equal(Neighbour, refused.Could!.Office);
    }

    [Fact]
    public void A_point_whose_suspension_was_lifted_stands_in_again()
    {
        var lifted = After(SuspendedNeighbour(Wish), AuthorityDecisions.Lift(SuspendedNeighbour(Wish), "已经整改到位", Bureau.Reviewer, Town.At(3, 10)));

        Assert.IsType<MatterDecision.Accepted>(Suspend(Sound, ToNeighbour, Bureau.Reviewer, lifted));
    }

    [Theory]
    [InlineData("township/370983103")]
    [InlineData("township/3709")]
    [InlineData("")]
    [InlineData(Bureau.Point)]
    public void Nobody_of_another_city_and_not_the_point_itself_decides_meanwhile_and_it_is_the_office_that_is_wrong(string office) =>
        Assert.Equal("toOffice", Suspend(Sound, ToNeighbour with { ToOffice = office }, Bureau.Reviewer).IsRefused(MatterRefusal.UnknownReference).Field);

    [Fact]
    public void Only_the_bureau_or_a_chief_representative_decides_meanwhile_and_else_it_is_the_post_that_is_wrong() =>
        Assert.Equal("toRole", Suspend(Sound, ToNeighbour with { ToRole = Role.TownshipOfficer }, Bureau.Reviewer).IsRefused(MatterRefusal.UnknownReference).Field);

    [Fact]
    public void What_is_not_suspended_is_not_lifted() => AuthorityDecisions.Lift(Sound, "已经整改到位", Bureau.Reviewer, Town.At(3, 10)).IsRefused(MatterRefusal.NotSuspended);

    private static MatterDecision Suspend(PointAuthority current, AuthoritySuspended wish, StaffMember by, params PointAuthority[] others) => AuthorityDecisions.Suspend(current, wish, [Bureau.BureauOfficer], others, by, Town.At(3, 10));

    private static PointAuthority SuspendedNeighbour(AuthoritySuspended wish) => After(Sound, Suspend(Sound with { Point = Neighbour }, wish, Bureau.Reviewer)) with { Point = Neighbour };

    private static PointAuthority Suspended(AuthoritySuspended wish) => After(Sound, Suspend(Sound, wish, Bureau.Reviewer));

    private static Decision Decide(PointAuthority authority, StaffMember by) =>
        CaseDecisions.CompleteTask(Story.AtDecide.Case, "decide-r1", Forms.Approve(), by, Town.Procedure, Town.Calendar, Story.AtDecide.Now, authority);

    private static Story Moved(Story story, PointAuthority authority) =>
        story.With(Actor.System, [.. CaseDecisions.OpenNext(story.Case, Town.Procedure, Town.Calendar, story.Now, authority)]);

    private static PointAuthority After(PointAuthority before, MatterDecision decision)
    {
        var accepted = Assert.IsType<MatterDecision.Accepted>(decision);
        var told = before.Suspensions.Select(known => (SupervisionEvent)new AuthoritySuspended(known.From, known.Items, known.Reason, known.ToRole, known.ToOffice, known.To));
        return PointAuthority.Of(Bureau.Point, SupervisionEntry.Extend(0, "head", [new AuthorityChanged([Town.Line()], [], "委托书"), .. told, .. accepted.Events], accepted.Actor, Town.At(3, 10)));
    }
}
