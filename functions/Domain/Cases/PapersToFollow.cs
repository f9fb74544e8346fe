using OneVisit.Domain.Calendars;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Cases;

/// <summary>Papers that follow later (容缺): the reminder on their day, and the errand that waits for them before the result goes out.</summary>
internal static class PapersToFollow
{
    /// <summary>Of the errand; no stage of a procedure has it.</summary>
    public const string StageId = "papers-to-follow";

    /// <summary>Last days that have come without their papers and were not told.</summary>
    public static IEnumerable<PapersDue> DueOn(Case current, DateOnly today) =>
        Untold(current).Where(papers => papers.Key <= today).Select(papers => new PapersDue([.. papers.Select(listed => listed.Code)], papers.Key));

    /// <summary>When the next last day begins; <c>null</c>: nothing follows, or it was told.</summary>
    public static DateTimeOffset? NextDay(Case current) => Untold(current).Min(papers => (DateOnly?)papers.Key) is { } day ? BeijingTime.StartOf(day) : null;

    /// <summary>Papers that hold up the result: it is handed over only when they are there. A refusal waits for nothing.</summary>
    public static bool HoldUpResult(Case current) =>
        current.Decision?.Outcome is CaseOutcome.Approved && current.StillToFollow.Any(listed => listed.AfterResult is not true);

    /// <summary>Papers that hold up the end of the case.</summary>
    public static bool HoldUpEnd(Case current) => current.Decision?.Outcome is CaseOutcome.Approved && current.StillToFollow.Any();

    /// <summary>The errand for what is still missing, due on the latest of the promised days.</summary>
    public static TaskOpened Errand(string taskId, Case current, DateOnly today)
    {
        var (role, office, person) = Desks.Errands(current, today);
        var last = current.StillToFollow.MaxBy(listed => listed.LaterBy)!;
        var due = last.LaterBy!.Value;
        return new TaskOpened(
            taskId, StageId, StageKind.Collect, current.Round, role, office, due, last.LaterByIsProvisional == true, BeijingTime.StartOf(due), BeijingTime.EndOf(due))
        {
            Person = person,
        };
    }

    private static IEnumerable<IGrouping<DateOnly, ListedMaterial>> Untold(Case current) => current.IsClosed || current.Decision?.Outcome is CaseOutcome.Refused
        ? []
        : current.StillToFollow.GroupBy(listed => listed.LaterBy!.Value).Where(papers => !current.PapersDueTold.Contains(papers.Key)).OrderBy(papers => papers.Key);
}
