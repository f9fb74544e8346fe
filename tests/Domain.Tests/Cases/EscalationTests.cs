using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Tests.Cases;

/// <summary>The survey was due on Monday 16 March.</summary>
public sealed class EscalationTests
{
    private static readonly DateTimeOffset Late = BeijingTime.EndOf(new DateOnly(2026, 3, 16));

    [Fact]
    public void The_deputy_hears_of_it_at_once() => Assert.Equal((1, Role.DeputyRepresentative), Told(Late).Last());

    [Fact]
    public void The_townships_head_hears_of_it_after_one_further_working_day() =>
        Assert.Equal([(1, Role.DeputyRepresentative), (2, Role.TownshipHead)], Told(Late, Late.AddDays(1)));

    [Fact]
    public void The_city_hears_of_it_after_two() =>
        Assert.Equal([(1, Role.DeputyRepresentative), (2, Role.TownshipHead), (3, Role.CityReviewer)], Told(Late, Late.AddDays(1), Late.AddDays(2)));

    [Fact]
    public void Everybody_hears_of_it_once() => Assert.Equal(3, Told(Late, Late, Late.AddDays(1), Late.AddDays(2), Late.AddDays(3), Late.AddDays(20)).Length);

    [Fact]
    public void A_weekend_is_no_working_day()
    {
        // Due on Friday the 20th, it is for the head at the end of Monday.
        var friday = Story.AtSurvey.With(Actor.System, new LimitsRecomputed(
            RecomputeCauses.Resumed, [new(new(2026, 3, 16), new(2026, 3, 20), false, Town.At(3, 19), BeijingTime.EndOf(new DateOnly(2026, 3, 20)), "survey-r1")]));
        var told = friday.At(BeijingTime.EndOf(new DateOnly(2026, 3, 20)));

        Assert.Equal(BeijingTime.EndOf(new DateOnly(2026, 3, 23)), Survey(told).NextAt);
    }

    [Fact]
    public void The_next_level_is_the_next_alarm() =>
        Assert.Equal(Late.AddDays(1), CaseDecisions.NextAlarm(Verified.At(Late).After(Escalate(Verified, Late)).Case));

    [Fact]
    public void Where_there_is_no_deputy_the_head_hears_of_it_at_once_and_the_journal_says_why()
    {
        var told = (Escalated)((Decision.Accepted)Escalate(Verified, Late, (role, _) => role != Role.DeputyRepresentative)).Events.Single();

        Assert.Equal((2, Role.TownshipHead, Late.AddDays(2)), (told.Level, told.To, told.NextAt));
        Assert.Equal(Role.DeputyRepresentative, Assert.Single(told.Vacant!.Value));
    }

    [Fact]
    public void The_city_is_told_even_where_nobody_is_there_at_all() =>
        Assert.Equal(Role.CityReviewer, ((Escalated)((Decision.Accepted)Escalate(Verified, Late, (_, _) => false)).Events.Single()).To);

    [Fact]
    public void What_is_done_meanwhile_goes_no_higher()
    {
        var done = Verified.At(Late).After(Escalate(Verified, Late)).Surveyed();

        Assert.DoesNotContain(done.Advance(Late.AddDays(1)).Journal, entry => entry.Event is Escalated { Level: 2, TaskId: "survey-r1" });
    }

    [Fact]
    public void What_is_paused_meanwhile_goes_no_higher()
    {
        var paused = Verified.At(Late).After(Escalate(Verified, Late)).With(Actor.System, new ClockPaused(PauseCauses.Hearing, Until: new(2026, 4, 10)));

        Assert.DoesNotContain(paused.Advance(Late.AddDays(1)).Journal, entry => entry.Event is Escalated { Level: 2 });
    }

    [Fact]
    public void A_journal_of_before_there_were_levels_has_told_everybody()
    {
        var old = Verified.At(Late).With(Actor.System, new Escalated("survey-r1", "township/370982103", new(2026, 3, 16)));

        Assert.DoesNotContain(old.Advance(Late.AddDays(3)).Journal, entry => entry.Event is Escalated { Level: not null });
    }

    [Fact]
    public void A_task_of_the_bureau_goes_to_the_city_alone()
    {
        var filing = Story.Approved.Case.Task("file-r1")!;
        var told = (Escalated)((Decision.Accepted)CaseDecisions.Escalate(Story.Approved.Case, "file-r1", Town.Calendar, filing.RedAt)).Events.Single();

        Assert.Equal((1, Role.CityReviewer, null), (told.Level, told.To, told.NextAt));
    }

    // Only the survey is open.
    private static Story Verified => Story.AtSurvey.Did("verify-r1", Forms.Verified, Town.Officer);

    private static (int?, Role?)[] Told(params DateTimeOffset[] moments) =>
    [
        .. moments.Aggregate(Verified, (story, now) => story.At(now).After(Escalate(story, now))).Journal
            .Select(entry => entry.Event).OfType<Escalated>().Select(told => (told.Level, told.To)),
    ];

    private static Decision Escalate(Story story, DateTimeOffset now, Func<Role, string, bool>? isHeld = null) =>
        CaseDecisions.Escalate(story.Case, "survey-r1", Town.Calendar, now, isHeld);

    private static Escalated Survey(Story story) => (Escalated)((Decision.Accepted)Escalate(story, story.Now)).Events.Single();
}
