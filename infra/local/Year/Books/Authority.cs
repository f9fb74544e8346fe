using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Domain.Supervision;
using OneVisit.Functions.Cases;

namespace OneVisit.Local.Year.Books;

/// <summary>Read from the journals alone, without asking the rules that let it happen: who acted held the desk's post that day, and no agent judged a case they carried.</summary>
internal static class Authority
{
    public static IEnumerable<string> Missing(YearBooks books) => books.Files.SelectMany(file => InCase(file, books)).Concat(books.Matters.Where(book => book.File is not null).SelectMany(book => InMatter(book.File!.Current, books)));

    private static IEnumerable<string> InCase(CaseFile file, YearBooks books)
    {
        var desks = new Dictionary<string, (StageKind Kind, Role Role, string Office)>(StringComparer.Ordinal);
        var agents = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in file.Entries)
        {
            if (entry.Actor.Role.IsAgent())
                agents.Add(entry.Actor.Participant);
            switch (entry.Event)
            {
                case TaskOpened opened:
                    desks[opened.TaskId] = (opened.Kind, opened.Role, opened.Office);
                    break;
                case TaskReassigned moved:
                    desks[moved.TaskId] = (desks[moved.TaskId].Kind, moved.Role, moved.Office);
                    break;
                // What an objection made moot, or the household wants no more, is nobody's act on that desk.
                case TaskDone done when entry.Actor != Actor.System && done.Act is not (TaskAct.Superseded or TaskAct.ReadOutWithdrawn):
                    foreach (var fault in Faults(file, entry, done, desks, agents, books))
                        yield return fault;
                    break;
            }
        }
        if (file.Current.Decision is { } decision && file.Entries.Count(entry => entry.Event is Decided) != 1)
            yield return $"{file.CaseId}: decided more than once, last by {decision.By.Participant}";
    }

    private static IEnumerable<string> Faults(
        CaseFile file, Entry entry, TaskDone done, Dictionary<string, (StageKind Kind, Role Role, string Office)> desks, HashSet<string> agents, YearBooks books)
    {
        var desk = desks[done.TaskId];
        var day = BeijingTime.DayOf(entry.At);
        var what = $"{file.CaseId} entry {entry.Sequence}: {desk.Kind.Code()} by {entry.Actor.Participant}";
        if (books.People.Find(entry.Actor.Participant) is not { } member || !member.PostsOn(day).Any(post => post.Is(entry.Actor.Role, entry.Actor.Office)))
            yield return $"{what}, who did not hold that post";
        else if ((entry.Actor.Role, entry.Actor.Office) != (desk.Role, desk.Office) && !IsSignedByTwo(file, entry, done, desks) && !IsDeputy(entry.Actor, desk))
            yield return $"{what}, at another desk than {desk.Role.Code()} at {desk.Office}";
        if (desk.Kind is StageKind.Survey or StageKind.Verify or StageKind.Review or StageKind.Decide && agents.Contains(entry.Actor.Participant))
            yield return $"{what}, who carried the case as an agent";
        if (desk.Kind == StageKind.Decide && Suspended(file, entry, books) is { } suspension)
            yield return $"{what}, while {suspension.ToRole.Code()} at {suspension.ToOffice} was to decide";
    }

    // 副首席代表: decides on the representative's desk of the same point, where the authority matrix has them.
    private static bool IsDeputy(Actor by, (StageKind Kind, Role Role, string Office) desk) =>
        desk is { Kind: StageKind.Decide, Role: Role.ChiefRepresentative } && by.Role == Role.DeputyRepresentative && by.Office == desk.Office;

    // Two sign a survey: the second signature ends the first one's task, and who signs anew takes the card of the second away.
    private static bool IsSignedByTwo(CaseFile file, Entry entry, TaskDone done, Dictionary<string, (StageKind Kind, Role Role, string Office)> desks) =>
        desks[done.TaskId].Kind == StageKind.Survey
        && (done.Act is TaskAct.SignatureWithdrawn || file.Entries.Any(beside => beside.At == entry.At && beside.Actor == entry.Actor && beside.Event is TaskDone own
            && desks.TryGetValue(own.TaskId, out var desk) && (desk.Role, desk.Office) == (entry.Actor.Role, entry.Actor.Office)));

    // As it was at that instant, not as it is today.
    private static Suspension? Suspended(CaseFile file, Entry entry, YearBooks books)
    {
        var point = Offices.InChargeOf(file.Current.Applicant.VillageCode, OfficeLevel.Township);
        return entry.Actor.Office != point ? null : books.Points[point].Suspensions.FirstOrDefault(
            suspension => suspension.At < entry.At && !(suspension.LiftedAt <= entry.At) && (suspension with { LiftedAt = null }).Covers(file.Current.Application.Service, BeijingTime.DayOf(entry.At)));
    }

    private static IEnumerable<string> InMatter(Matter matter, YearBooks books)
    {
        foreach (var step in matter.Steps.Where(step => step.Done is not null))
        {
            var (by, day) = (step.Done!.By, BeijingTime.DayOf(step.Done.At));
            var excluded = step.Done.Act is MatterAct.Excluded && by.Role == Role.CityReviewer;
            if (books.People.Find(by.Participant) is not { } member || !(excluded || member.PostsOn(day).Any(post => post.Is(step.Role, step.Office))) || (!excluded && step.NotBy.Contains(by.Participant)))
                yield return $"{matter.MatterId} {step.TaskId}: done by {by.Participant}, who may not";
        }
    }
}
