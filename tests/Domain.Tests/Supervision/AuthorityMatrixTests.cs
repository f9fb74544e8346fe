using CsCheck;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Domain.Supervision;
using OneVisit.Domain.Tests.Cases;

namespace OneVisit.Domain.Tests.Supervision;

/// <summary>Who of a point may decide: by item, amount and day, and who may change that.</summary>
public sealed class AuthorityMatrixTests
{
    private static readonly DateOnly Today = new(2026, 3, 10);
    private static readonly PointAuthority Matrix = Town.Delegated(Town.Line());

    [Fact]
    public void A_decision_names_the_power_it_was_taken_by() => Assert.Equal(
        new DecisionPower(Bureau.Point, Role.ChiefRepresentative, "370982103-01", "新泰市民政局"), Story.Approved.Case.Decision!.Power);

    [Fact]
    public void Where_nothing_is_on_record_nobody_of_the_point_decides() =>
        CaseDecisions.CompleteTask(Story.AtDecide.Case, "decide-r1", Forms.Approve(), Town.Chief, Town.Procedure, Town.Calendar, Story.AtDecide.Now)
            .IsRefused(RefusalReason.WithoutAuthority);

    [Fact]
    public void Without_a_line_for_the_item_the_decision_is_the_bureaus()
    {
        var story = At(Town.Delegated(Town.Line(item: "D2.1")));

        Assert.Equal((Role.BureauOfficer, Bureau.City), DeskOf(story));
        var refused = story.When("decide-r1", Forms.Approve(), Town.Chief).IsRefused(RefusalReason.WithoutAuthority);
        Assert.Equal((Role.BureauOfficer, Bureau.City), (refused.Lack!.Could.Role, refused.Lack.Could.Office));
        Assert.IsType<Decision.Accepted>(story.When("decide-r1", Forms.Approve(), Town.BureauOfficer));
    }

    [Fact]
    public void More_than_the_point_may_decide_on_goes_up_and_the_journal_says_why()
    {
        var story = At(Town.Delegated(Town.Line(upTo: 1619.99m)));

        Assert.Equal((Role.BureauOfficer, Bureau.City), DeskOf(story));
        Assert.Equal(MoveCauses.AmountBeyondAuthority, story.Journal.Select(entry => entry.Event).OfType<TaskReassigned>().Single().Cause);
        Assert.Equal(new Money(1619.99m), story.When("decide-r1", Forms.Approve(), Town.Chief).IsRefused(RefusalReason.WithoutAuthority).Lack!.UpTo);
    }

    [Fact]
    public void Exactly_the_most_is_the_points() => Assert.Equal((Role.ChiefRepresentative, Bureau.Point), DeskOf(At(Town.Delegated(Town.Line(upTo: 1620)))));

    [Fact]
    public void A_line_that_is_over_or_to_come_says_until_and_from_when()
    {
        var story = At(Town.Delegated(Town.Line(to: new(2026, 3, 9)), Town.Line(from: new(2026, 3, 11))));
        var lack = story.When("decide-r1", Forms.Approve(), Town.Chief).IsRefused(RefusalReason.WithoutAuthority).Lack!;

        Assert.Equal((new DateOnly(2026, 3, 9), new DateOnly(2026, 3, 11)), (lack.Until, lack.From));
    }

    [Fact]
    public void A_line_counts_on_its_last_day() => Assert.IsType<Decision.Accepted>(At(Town.Delegated(Town.Line(to: Today))).When("decide-r1", Forms.Approve(), Town.Chief));

    [Fact]
    public void A_deputy_takes_a_decision_that_the_matrix_gives_them_from_the_same_desk()
    {
        var story = At(Town.Delegated(Town.Line(), Town.Line(Role.DeputyRepresentative, 2000)));

        Assert.Equal(Role.DeputyRepresentative, story.Case.Task("decide-r1")!.Also);
        Assert.Equal(Role.DeputyRepresentative, story.Did("decide-r1", Forms.Approve(), Town.Deputy).Case.Decision!.Power!.Holder);
    }

    [Fact]
    public void A_deputy_does_not_take_what_only_the_chief_may()
    {
        var lack = At(Town.Delegated(Town.Line(), Town.Line(Role.DeputyRepresentative, 1000))).When("decide-r1", Forms.Approve(), Town.Deputy).IsRefused(RefusalReason.WithoutAuthority).Lack!;

        Assert.Equal((Role.DeputyRepresentative, new Money(1000), Role.ChiefRepresentative), (lack.Holder, lack.UpTo, lack.Could.Role));
    }

    [Fact]
    public void Where_only_the_deputy_has_a_line_it_is_the_deputys_desk() =>
        Assert.Equal((Role.DeputyRepresentative, Bureau.Point), DeskOf(At(Town.Delegated(Town.Line(Role.DeputyRepresentative)))));

    [Fact]
    public void A_suspension_goes_before_the_matrix()
    {
        var suspended = Matrix with { Suspensions = [new(Today, null, [], "越权", Role.BureauOfficer, Bureau.City, Actor.System, Town.Start)] };

        Assert.Equal(MoveCauses.AuthoritySuspended, Assert.IsType<Competence.Elsewhere>(suspended.WhoDecides("D1.2", new Money(1), Today)).Cause);
    }

    [Fact]
    public void A_refusal_takes_authority_too() =>
        At(Town.Delegated(Town.Line(item: "D2.1"))).When("decide-r1", Forms.Refuse, Town.Chief).IsRefused(RefusalReason.WithoutAuthority);

    [Fact]
    public void Who_reviewed_does_not_decide()
    {
        var both = Town.Reviewer with { Posts = [.. Town.Reviewer.Posts, .. Town.Chief.Posts] };

        Story.ReviewedByAnother.When("decide-r1", Forms.Approve(), both).IsRefused(RefusalReason.ReviewedThisCase);
    }

    [Fact]
    public void Only_the_city_changes_the_matrix() => Change(Matrix, Town.Chief, Town.Line(from: Today)).IsRefused(MatterRefusal.CityOnly);

    [Fact]
    public void A_new_line_takes_the_place_of_the_old_from_its_first_day_on()
    {
        var after = After(Matrix, Town.Line(upTo: 900, from: new(2026, 4, 1)));

        Assert.Equal([(Town.Since, new DateOnly(2026, 3, 31)), (new(2026, 4, 1), null)], after.Lines.Select(line => (line.Grant.From, line.Grant.To)));
        Assert.IsType<Competence.OfPoint>(after.WhoDecides("D1.2", new Money(1620), new(2026, 3, 31)));
        Assert.IsType<Competence.Elsewhere>(after.WhoDecides("D1.2", new Money(1620), new(2026, 4, 1)));
    }

    [Fact]
    public void The_matrix_is_not_changed_backwards() => Change(Matrix, Bureau.Reviewer, Town.Line(from: new(2026, 3, 9))).IsRefused(MatterRefusal.WrongPeriod);

    [Fact]
    public void Two_lines_of_one_wish_do_not_meet() => Change(Matrix, Bureau.Reviewer, Town.Line(from: Today), Town.Line(upTo: 5, from: Today)).IsRefused(MatterRefusal.LinesMeet);

    [Fact]
    public void The_same_line_twice_changes_nothing()
    {
        var line = Town.Line(upTo: 900, from: Today);

        Assert.Empty(Assert.IsType<MatterDecision.Accepted>(Change(After(Matrix, line), Bureau.Reviewer, line)).Events);
    }

    [Fact]
    public void A_line_ends_early()
    {
        var wish = new AuthorityChanged([], [new("D1.2", Role.ChiefRepresentative, Today)], "换届，重新授权");
        var after = Told(Matrix, AuthorityChanges.Change(Matrix, wish, Bureau.Reviewer, Town.At(3, 10)));

        Assert.Equal(Today, Assert.Single(after.Lines).Grant.To);
    }

    [Fact]
    public void On_any_day_at_most_one_line_of_an_item_and_holder_counts()
    {
        var line = Gen.Select(Gen.Int[0, 60], Gen.Int[0, 40], Gen.Bool, Gen.Int[1, 3000], (from, length, open, most) =>
            Town.Line(upTo: most, from: Today.AddDays(from), to: open ? null : Today.AddDays(from + length)));

        line.List[1, 8].Sample(wishes =>
        {
            var authority = wishes.Aggregate(Matrix, (before, wish) => After(before, wish));
            Assert.All(Enumerable.Range(-5, 120), day => Assert.True(authority.Lines.Count(known => known.Grant.IsInForce(Today.AddDays(day))) <= 1));
            Assert.All(wishes[^1..], last => Assert.Contains(authority.Lines, known => known.Grant == last));
        });
    }

    [Fact]
    public void Nobody_of_the_point_ever_decides_on_more_than_their_line() =>
        Gen.Select(Gen.Int[1, 4000], Gen.Int[0, 4000], Gen.Int[0, 4000]).Sample((amount, chief, deputy) =>
        {
            var authority = Town.Delegated(Town.Line(upTo: chief), Town.Line(Role.DeputyRepresentative, deputy));
            var competence = authority.WhoDecides("D1.2", new Money(amount), Today);
            Assert.Equal((amount <= chief, amount <= deputy), competence is Competence.OfPoint point ? (point.Chief is not null, point.Deputy is not null) : (false, false));
        });

    private static Story At(PointAuthority authority) =>
        (Story.AtNotice with { Authority = authority }).Did("notice-r1", Forms.NoticePosted, Town.Officer).At(Town.At(3, 10)).Go();

    private static (Role, string) DeskOf(Story story) => story.Case.Task("decide-r1") is { } task ? (task.Role, task.Office) : default;

    private static MatterDecision Change(PointAuthority current, StaffMember by, params AuthorityGrant[] lines) =>
        AuthorityChanges.Change(current, new AuthorityChanged([.. lines], [], "年度授权调整"), by, Town.At(3, 10));

    private static PointAuthority After(PointAuthority before, AuthorityGrant line) => Told(before, Change(before, Bureau.Reviewer, line));

    private static PointAuthority Told(PointAuthority before, MatterDecision decision)
    {
        var accepted = Assert.IsType<MatterDecision.Accepted>(decision);
        var told = before.Lines.Select(known => (SupervisionEvent)new AuthorityChanged([known.Grant], [], "委托书"));
        return PointAuthority.Of(Bureau.Point, SupervisionEntry.Extend(0, "head", [.. told, .. accepted.Events], accepted.Actor, Town.At(3, 10)));
    }
}
