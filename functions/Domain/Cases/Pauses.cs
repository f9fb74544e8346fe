using System.Collections.Immutable;
using OneVisit.Domain.Calendars;

namespace OneVisit.Domain.Cases;

/// <summary>An interval in which the clocks of a case stand still.</summary>
/// <param name="Cause">See <see cref="PauseCauses"/>.</param>
/// <param name="Until">Last day, inclusive, after which the clock goes on by itself.</param>
/// <param name="ResumedAt"><c>null</c> while it runs.</param>
public sealed record Pause(
    string Cause, string? TaskId, DateTimeOffset From, DateOnly Until, DateOnly? RemindOn, string? Reason, Actor By,
    DateTimeOffset? RemindedAt = null, DateTimeOffset? ResumedAt = null)
{
    public bool IsOpen => ResumedAt is null;

    /// <summary>
    /// The clock stands still on that day: from the day after the pause to the day on which it goes on, which does not count as limits count from
    /// the day after. A pause within a day changes nothing. The law does not say how to count parts of days; this is our reading (demo).
    /// </summary>
    public bool Covers(DateOnly day, DateOnly today) => FirstDay < day && day <= LastDay(today);

    /// <summary>The day on which it began: it still counted.</summary>
    internal DateOnly FirstDay => BeijingTime.DayOf(From);

    /// <summary>The day on which the clock goes on; while it does not, today.</summary>
    internal DateOnly LastDay(DateOnly today) => ResumedAt is { } end ? BeijingTime.DayOf(end) : today;
}

public sealed partial record Case
{
    /// <summary>All pauses of the clock, in the order they began; they may overlap.</summary>
    public ImmutableArray<Pause> Pauses { get; private init; } = [];

    /// <summary>The longer limit, if it was granted.</summary>
    public Extension? Extension { get; private init; }

    public IEnumerable<Pause> OpenPauses => Decision is null && !IsClosed ? Pauses.Where(pause => pause.IsOpen) : [];

    /// <summary>The clock stands still.</summary>
    public bool IsPaused => OpenPauses.Any();

    /// <summary>Since when the clock stands still without a break, whatever the reasons; it stays so if the case ended meanwhile. <c>null</c>: it runs.</summary>
    public DateTimeOffset? PausedSince
    {
        get
        {
            var since = Pauses.Where(pause => pause.IsOpen).Min(pause => (DateTimeOffset?)pause.From);
            while (Pauses.Where(pause => pause.From < since && pause.ResumedAt >= since).Min(pause => (DateTimeOffset?)pause.From) is { } earlier)
                since = earlier;
            return since;
        }
    }

    /// <summary>Why the clocks have to be set anew (see <see cref="RecomputeCauses"/>); <c>null</c>: they agree with pauses and extension.</summary>
    internal string? Unsettled { get; private init; }

    private Case Paused(ClockPaused e, Actor by, DateTimeOffset at)
    {
        var until = e.Until ?? BeijingTime.DayOf(at).AddDays(PauseLimits.LongestDays);
        var paused = this with { Pauses = Pauses.Add(new Pause(e.Cause, e.TaskId, at, until, e.RemindOn, e.Reason, by)) };
        return paused with { Tasks = [.. Tasks.Select(task => task.IsOpen ? task with { PausedSince = paused.PausedSince } : task)] };
    }

    private Case Resumed(ClockResumed e, DateTimeOffset at)
    {
        var over = Pauses.Where(pause => pause.IsOpen && pause.Cause == e.Cause).ToArray();
        var resumed = this with { Pauses = [.. Pauses.Select(pause => over.Contains(pause) ? pause with { ResumedAt = at } : pause)] };
        var tookDays = over.Any(pause => BeijingTime.DayOf(pause.From) < BeijingTime.DayOf(at));
        return resumed with
        {
            Tasks = [.. Tasks.Select(task => task.IsOpen ? task with { PausedSince = resumed.PausedSince } : task)],
            Unsettled = tookDays ? Unsettled ?? RecomputeCauses.Resumed : Unsettled,
        };
    }

    private Case Reminding(PauseReminded e, DateTimeOffset at) => this with
    {
        Pauses = [.. Pauses.Select(pause => pause.IsOpen && pause.Cause == e.Cause && pause.Until <= e.Until ? pause with { RemindedAt = at } : pause)],
    };

    private Case Recomputed(LimitsRecomputed e, DateTimeOffset at)
    {
        var current = this with { Unsettled = null, Application = e.Papers is { } papers ? Following(papers) : Application };
        foreach (var change in e.Limits)
        {
            current = change.TaskId is null
                ? current with { Promise = current.Promise! with { Due = Due(change.DueOn, change.DueIsProvisional), YellowAt = change.YellowAt, RedAt = change.RedAt } }
                : current.Changing(change.TaskId, task => task.SetTo(Due(change.DueOn, change.DueIsProvisional), change.YellowAt, change.RedAt, at));
        }
        return current;
    }

    private Submitted Following(ImmutableArray<PaperDayChange> papers) => Application with
    {
        Materials =
        [
            .. Application.Materials.Select(listed => papers.FirstOrDefault(paper => paper.Code == listed.Code) is { } firm
                ? listed with { LaterBy = firm.LaterBy, LaterByIsProvisional = null }
                : listed),
        ],
    };
}

/// <summary>The longer limit of a hard case.</summary>
public sealed record Extension(string Cause, string Reason, Actor By, DateTimeOffset At);
