using System.Collections.Immutable;
using CsCheck;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;

namespace OneVisit.Domain.Tests.Cases;

/// <summary>Clocks follow the calendar that is published, and the days on which they ran.</summary>
public sealed class RecomputeTests
{
    private static readonly CalendarYear Year2026 = new(
        2026,
        [
            new(new(2026, 1, 1), new(2026, 1, 3)), new(new(2026, 2, 15), new(2026, 2, 23)), new(new(2026, 4, 4), new(2026, 4, 6)), new(new(2026, 5, 1), new(2026, 5, 5)),
            new(new(2026, 6, 19), new(2026, 6, 21)), new(new(2026, 9, 25), new(2026, 9, 27)), new(new(2026, 10, 1), new(2026, 10, 7)),
        ],
        [new(2026, 1, 4), new(2026, 2, 14), new(2026, 2, 28), new(2026, 5, 9), new(2026, 9, 20), new(2026, 10, 10)]);

    private static readonly WorkingDayCalendar Until2026 = new([Year2026]);
    private static readonly WorkingDayCalendar Until2027 = new([Year2026, new CalendarYear(2027, [new(new(2027, 1, 1), new(2027, 1, 3))], [])]);

    [Fact]
    public void A_year_that_is_published_makes_the_day_firm_and_moves_it_where_it_has_to()
    {
        var recomputed = Next(Accepted(Until2026), Until2027).OfType<LimitsRecomputed>().Single();

        Assert.Equal(RecomputeCauses.Calendar, recomputed.Cause);
        Assert.Equal((null, new(2027, 1, 7), new(2027, 1, 8), false), recomputed.Limits.Select(change => (change.TaskId, change.Before, change.DueOn, change.DueIsProvisional)).First());
    }

    [Fact]
    public void A_paper_to_follow_gets_its_firm_day_too()
    {
        var application = Town.Application with { Materials = [new("M04", false), new("M07", false, LaterBy: new(2027, 1, 4), LaterByIsProvisional: true, LaterWorkingDays: 17)] };
        var story = new Story([], Town.At(12, 10)).After(CaseDecisions.Submit(application, true, Town.Procedure, Until2026, Town.At(12, 10)));
        var settled = story.With(Actor.System, [.. Next(story, Until2027)]);

        Assert.Equal(2027, story.Case.AwaitsCalendarOf);
        Assert.Equal((Until2027.After(new(2026, 12, 10), 17).On, null), (settled.Case.StillToFollow.Single().LaterBy, settled.Case.StillToFollow.Single().LaterByIsProvisional));
        Assert.Null(settled.Case.AwaitsCalendarOf);
    }

    [Fact]
    public void What_was_set_anew_is_not_set_again()
    {
        var story = Accepted(Until2026);
        var settled = story.With(Actor.System, [.. Next(story, Until2027)]);

        Assert.Empty(Next(settled, Until2027));
    }

    [Fact]
    public void A_firm_day_does_not_move_with_the_calendar() =>
        Assert.DoesNotContain(Next(Accepted(Until2027), Until2026), happened => happened is LimitsRecomputed);

    [Fact]
    public void On_the_due_day_exactly_the_limit_of_working_days_has_run() => Spans.Sample(spans =>
    {
        var (pauses, from, limit) = spans;
        var due = new CaseCalendar(Until2026, pauses, new(2026, 12, 31)).After(from, limit).On;
        var ran = Days(from, due).Count(day => Until2026.IsWorkingDay(day) && !pauses.Any(pause => pause.Covers(day, new(2026, 12, 31))));

        // Stopped on its last day and going on at a weekend, a limit has the next working day.
        var goesOnAtWeekend = pauses.Any(pause => BeijingTime.DayOf(pause.ResumedAt!.Value) < due && !Until2026.IsWorkingDay(BeijingTime.DayOf(pause.ResumedAt!.Value)));
        Assert.True(ran == limit || (ran == limit + 1 && goesOnAtWeekend), $"{ran} of {limit}");
    });

    [Fact]
    public void Stopped_on_its_last_day_a_limit_has_that_day_still_to_go() => Assert.Equal(
        new DateOnly(2026, 1, 14),
        new CaseCalendar(Until2026, [PauseOf((4, 10, 24 * 5))], new(2026, 12, 31)).After(new(2026, 1, 6), 3).On);

    [Fact]
    public void Pausing_never_shortens_a_limit() => Spans.Sample(spans =>
        Assert.True(new CaseCalendar(Until2026, spans.Pauses, new(2026, 12, 31)).After(spans.From, spans.Limit).On >= Until2026.After(spans.From, spans.Limit).On));

    [Fact]
    public void Pauses_within_a_day_change_nothing() => Spans.Sample(spans => Assert.Equal(
        Until2026.After(spans.From, spans.Limit),
        new CaseCalendar(Until2026, [.. spans.Pauses.Select(pause => pause with { ResumedAt = BeijingTime.EndOf(BeijingTime.DayOf(pause.From)).AddTicks(-1) })], new(2026, 12, 31)).After(spans.From, spans.Limit)));

    [Fact]
    public void Overlapping_pauses_count_as_their_union() => Spans.Sample(spans => Assert.Equal(
        new CaseCalendar(Until2026, spans.Pauses, new(2026, 12, 31)).After(spans.From, spans.Limit),
        new CaseCalendar(Until2026, [.. spans.Pauses, .. spans.Pauses], new(2026, 12, 31)).After(spans.From, spans.Limit)));

    // Eve of the make-up Saturday, Spring Festival and Qingming are all within reach.
    private static readonly Gen<(ImmutableArray<Pause> Pauses, DateOnly From, int Limit)> Spans = Gen.Select(
        Gen.Select(Gen.Int[0, 90], Gen.Int[0, 23], Gen.Int[0, 400]).Array[0, 4], Gen.Int[0, 60], Gen.Int[1, 45],
        (pauses, from, limit) => (pauses.Select(PauseOf).ToImmutableArray(), new DateOnly(2026, 1, 5).AddDays(from), limit));

    private static Pause PauseOf((int Day, int Hour, int Hours) at)
    {
        var from = BeijingTime.StartOf(new DateOnly(2026, 1, 5).AddDays(at.Day)).AddHours(at.Hour);
        return new Pause(PauseCauses.Hearing, null, from, new(2026, 12, 31), null, null, Actor.System, ResumedAt: from.AddHours(at.Hours));
    }

    private static IEnumerable<DateOnly> Days(DateOnly fromExclusive, DateOnly toInclusive)
    {
        for (var day = fromExclusive.AddDays(1); day <= toInclusive; day = day.AddDays(1))
            yield return day;
    }

    // 10 December 2026: twenty working days end in January.
    private static Story Accepted(WorkingDayCalendar calendar)
    {
        var start = Town.At(12, 10);
        var story = new Story([], start).After(CaseDecisions.Submit(Town.Application, true, Town.Procedure, calendar, start));
        return story.With(Actor.System, [.. Next(story, calendar)]);
    }

    private static ImmutableArray<CaseEvent> Next(Story story, WorkingDayCalendar calendar) =>
        CaseDecisions.OpenNext(story.Case, Town.Procedure, calendar, story.Now);
}
