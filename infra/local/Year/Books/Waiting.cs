using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;

namespace OneVisit.Local.Year.Books;

/// <summary>What is open has somebody who can act on it, and a day by which.</summary>
internal static class Waiting
{
    // So many of the last entries tell where a case stands.
    private const int Told = 4;

    public static IEnumerable<string> Nobody(YearBooks books)
    {
        foreach (var file in books.Files.Where(file => !file.Current.IsClosed))
        {
            var current = file.Current;
            foreach (var task in current.OpenTasks.Where(task => !books.People.Holders(task.Role, task.Office).Any()))
                yield return $"{current.CaseId}: nobody is {task.Role.Code()} at {task.Office} for {task.TaskId}";
            // A notice that hangs comes down by itself; then the decider's desk is next.
            var hangs = current.Notice is { EndedAt: null } notice && notice.EndsAt > books.Now;
            // The household was told what the registers contradict: the clock stands still until it answers, or its last day to is over.
            var asked = current.OpenPauses.Any(pause => pause.Until >= books.Today);
            if (!current.OpenTasks.Any() && !hangs && !asked)
                yield return $"{current.CaseId}: open, and on nobody's desk since {string.Join(", ", file.Entries.TakeLast(Told).Select(entry => entry.Event.Type))} at {file.Entries[^1].At:yyyy-MM-dd HH:mm}Z";
        }
    }

    /// <summary>Days that were provisional are firm once the holidays of their year are out.</summary>
    public static IEnumerable<string> StillProvisional(YearBooks books) =>
        from file in books.Files
        where file.Current.AwaitsCalendarOf is { } year && books.City.Catalogue.Calendar.Covers(year)
        select $"{file.CaseId}: waits for the holidays of {file.Current.AwaitsCalendarOf}, which are out";

    public static IEnumerable<string> NobodyInMatters(YearBooks books)
    {
        foreach (var matter in books.Matters.Where(book => book.File is not null).Select(book => book.File!.Current).Where(matter => !matter.IsClosed))
        {
            if (!matter.OpenSteps.Any())
                yield return $"{matter.MatterId}: open, and on nobody's desk";
            foreach (var step in matter.OpenSteps.Where(step => !books.People.Holders(step.Role, step.Office).Any(member => !step.NotBy.Contains(member.Participant))))
                yield return $"{matter.MatterId}: nobody may do {step.TaskId} at {step.Office}";
        }
    }
}
