using System.Collections.Immutable;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Directories;
using OneVisit.Domain.Services;
using OneVisit.Domain.Supervision;

namespace OneVisit.Domain.Tests.Cases;

/// <summary>Who decides only after which training; and who does where they lack it, so that no case stands still.</summary>
public sealed class TrainingTests
{
    private static readonly TrainingRule Rule = new(
        "low-income", new("低保审核确认", "Deciding"), ["D1.2"], [Role.ChiefRepresentative, Role.DeputyRepresentative], new(2026, 3, 1), MonthsValid: 24);

    private static readonly CaseRules Asked = new() { Trainings = [Rule] };
    private static readonly StaffMember Trained = Town.Chief with { Trainings = [new("low-income", new(2025, 6, 1))] };
    private static readonly PointAuthority Both = Town.Delegated(Town.Line(), Town.Line(Role.DeputyRepresentative));

    [Fact]
    public void Who_passed_it_decides() => Assert.IsType<Decision.Accepted>(Decide(Trained));

    [Fact]
    public void Who_lacks_it_is_told_which_and_who_could_decide()
    {
        var refused = Assert.IsType<Decision.Refused>(Decide(Town.Chief));

        Assert.Equal((RefusalReason.TrainingRequired, "low-income", Role.BureauOfficer), (refused.Reason, refused.Training!.Subject, refused.Could!.Role));
    }

    [Fact]
    public void Where_the_matrix_lets_the_deputy_decide_too_the_deputy_is_named() =>
        Assert.Equal(Role.DeputyRepresentative, Assert.IsType<Decision.Refused>(Decide(Town.Chief, Both)).Could!.Role);

    [Theory]
    [InlineData("2026-02-28", false)] // before anybody was asked for it
    [InlineData("2026-03-01", true)]
    public void It_is_asked_for_from_its_first_day(string day, bool asked) =>
        Assert.Equal(asked, TrainingRule.Lacking([Rule], Town.Chief, Role.ChiefRepresentative, "D1.2", DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)) is not null);

    [Theory]
    [InlineData("2024-03-10", null, true)]
    [InlineData("2024-03-09", null, false)] // two years and a day
    [InlineData("2025-06-01", "2026-03-09", false)] // the record ends it
    [InlineData("2025-06-01", "2026-03-10", true)]
    [InlineData("2026-03-11", null, false)] // not passed yet
    public void It_counts_as_long_as_the_rule_and_the_record_say(string passed, string? until, bool counts)
    {
        var member = Town.Chief with { Trainings = [new("low-income", Day(passed), until is null ? null : Day(until))] };

        Assert.Equal(counts, TrainingRule.Lacking([Rule], member, Role.ChiefRepresentative, "D1.2", new(2026, 3, 10)) is null);
    }

    [Fact]
    public void Another_item_another_role_and_another_subject_are_not_asked_about()
    {
        Assert.Null(TrainingRule.Lacking([Rule], Town.Chief, Role.ChiefRepresentative, "D8.1", new(2026, 3, 10)));
        Assert.Null(TrainingRule.Lacking([Rule], Town.Officer, Role.TownshipOfficer, "D1.2", new(2026, 3, 10)));
        Assert.NotNull(TrainingRule.Lacking([Rule], Town.Chief with { Trainings = [new Training("surveys", new(2025, 1, 1))] }, Role.ChiefRepresentative, "D1.2", new(2026, 3, 10)));
    }

    [Fact]
    public void Without_a_rule_nothing_is_asked() => Assert.IsType<Decision.Accepted>(Decide(Town.Chief, rules: new()));

    [Fact]
    public void A_decision_that_nobody_of_the_point_is_trained_for_goes_to_the_bureau() =>
        Assert.Equal((Role.BureauOfficer, "city/370982", MoveCauses.TrainingMissing), Moved(Both, (Role.ChiefRepresentative, Town.Chief), (Role.DeputyRepresentative, Town.Deputy)));

    [Fact]
    public void Where_the_deputy_is_trained_it_goes_to_the_deputy() =>
        Assert.Equal((Role.DeputyRepresentative, "township/370982103", MoveCauses.TrainingMissing), Moved(Both, (Role.ChiefRepresentative, Town.Chief)));

    [Fact]
    public void Where_one_of_two_who_hold_the_post_is_trained_it_stays() => Assert.Null(Moved(Both));

    private static Decision Decide(StaffMember chief, PointAuthority? authority = null, CaseRules? rules = null)
    {
        var story = Story.ReviewedByAnother;
        return CaseDecisions.CompleteTask(story.Case, "decide-r1", Forms.Approve(), chief, Town.Procedure, Town.Calendar, story.Now, authority ?? Town.Authority, rules: rules ?? Asked);
    }

    private static (Role, string, string)? Moved(PointAuthority authority, params (Role Role, StaffMember Member)[] untrained)
    {
        var story = Story.ReviewedByAnother;
        var bench = new Bench(new Dictionary<(Role, string), ImmutableArray<string>>
        {
            [(Role.ChiefRepresentative, "township/370982103")] = [Town.Chief.Participant], [(Role.DeputyRepresentative, "township/370982103")] = [Town.Deputy.Participant],
        })
        {
            Untrained = untrained.Select(one => (one.Role, one.Member.Participant)).ToHashSet(),
        };
        return CaseDecisions.OpenNext(story.Case, Town.Procedure, Town.Calendar, story.Now, authority, bench: bench).OfType<TaskReassigned>()
            .Where(moved => (moved.Role, moved.Office) != (Role.ChiefRepresentative, "township/370982103")).Select(moved => ((Role, string, string)?)(moved.Role, moved.Office, moved.Cause!)).SingleOrDefault();
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
