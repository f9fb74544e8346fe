using OneVisit.Contracts;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;

namespace OneVisit.Functions.Cases;

/// <summary>A clock that stands still, for cards and cases.</summary>
internal static class PauseWords
{
    /// <returns><c>null</c>: it runs.</returns>
    public static PausedView? Of(Case current) => current.IsPaused && current.PausedSince is { } since
        ? new(
            BeijingTime.DayOf(since),
            [
                .. current.OpenPauses.GroupBy(pause => pause.Cause).Select(pauses => pauses.MaxBy(pause => pause.Until)!).OrderBy(pause => pause.Until)
                    .Select(pause => new PauseView(pause.Cause, pause.Until, pause.Reason)),
            ])
        : null;
}
