using System.Diagnostics;
using Microsoft.DurableTask.Client;
using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Domain.Supervision;
using OneVisit.Functions.Cases;
using OneVisit.Functions.Process;
using OneVisit.Functions.Words;
using OneVisit.Storage;
using static OneVisit.Functions.Process.NoticeFacts;

namespace OneVisit.Functions.Oversight;

/// <summary>
/// Makes what is derived agree with a matter's journal: what it leaves in its case, work on desks, messages, the list of open matters. Called again it
/// does the same again, and messages keep their ids.
/// </summary>
/// <remarks>A case's process publishes it alone. A matter has none: two who act in it at once would each tell what both did, so here they take turns.</remarks>
public sealed class MatterPublisher(OversightBook book, WorkQueue work, NoticeQueue queue, StaffDirectory staff, CaseCabinet cases, CaseBell bell)
{
    private readonly SemaphoreSlim[] turns = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1, 1))];

    public async Task PublishAsync(MatterFile file, DurableTaskClient process, CancellationToken cancellation)
    {
        var turn = turns[(uint)file.Current.MatterId.GetHashCode(StringComparison.Ordinal) % turns.Length];
        await turn.WaitAsync(cancellation);
        try
        {
            await PublishInTurnAsync(file, process, cancellation);
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task PublishInTurnAsync(MatterFile file, DurableTaskClient process, CancellationToken cancellation)
    {
        var current = file.Current;
        // Who was faster knew more, and has told it.
        if (await book.FindOpenAsync(current.MatterId, cancellation) is not { } row || row.Version >= current.Version)
            return;
        if (row.Version == 0 && current.Subject is MatterSubject.OfComplaint { CaseId: { } complainedAbout })
            await book.NoteComplaintAsync(complainedAbout, current.MatterId, cancellation);
        foreach (var (result, by) in CaseDecisions.ResultsOf(current))
            await LeaveAsync(current.Subject.AboutCase!, result, by, process, cancellation);
        // What was done or opened before the last publication lies where it left it.
        var since = file.Entries.Where(entry => entry.Sequence > row.Version).Select(entry => entry.Event).ToArray();
        foreach (var step in current.Steps.Where(step => !step.IsOpen && since.OfType<StepDone>().Any(done => done.TaskId == step.TaskId)))
            await work.RemoveAsync(step.Office, step.Role, step.Due.On, current.MatterId, step.TaskId, cancellation);
        foreach (var step in current.OpenSteps.Where(step => since.OfType<StepOpened>().Any(opened => opened.TaskId == step.TaskId)))
            await work.PutAsync(WorkItem.Of(current, step), cancellation);
        foreach (var entry in file.Entries.Where(entry => entry.Sequence > row.Version))
        {
            await TellAsync(current, entry, cancellation);
            if (HouseholdNotices.Of(file, entry) is { } news)
                await queue.SendAsync(NoticeWords.Without(news), cancellation);
        }
        // Last: until it is written, everything above is done again.
        if (current.IsClosed)
            await book.RemoveOpenAsync(current.MatterId, cancellation);
        else
            await book.PutOpenAsync(new OpenMatter(current.MatterId, current.Version, current.NextAlarm), cancellation);
    }

    private async Task LeaveAsync(string caseId, CaseEvent result, Actor by, DurableTaskClient process, CancellationToken cancellation)
    {
        var before = 0;
        var acted = await cases.ActAsync(
            caseId, (file, _) =>
            {
                before = file.Current.Version;
                return result is ObjectionRaised or ObjectionAnswered ? CaseDecisions.NoteObjection(file.Current, result, by, file.Procedure, MoreTime(file)) : CaseDecisions.Note(file.Current, result, by);
            },
            cancellation);
        if (acted is Acted.Done done && done.File.Current.Version > before)
            await bell.ChangedAsync(process, caseId, done.File.Current.Version, cancellation);
    }

    // Told to the household: in its language.
    private static string MoreTime(CaseFile file) => Sentences.Of(Languages.Parse(file.Current.Application.Language), "note.more-time-objection");

    private async Task TellAsync(Matter current, SupervisionEntry entry, CancellationToken cancellation)
    {
        switch (entry.Event)
        {
            case StepOpened opened:
                await SendAsync(current, entry, NoticeKinds.TaskOpened, opened.TaskId, [(opened.Role, opened.Office)], [("kind", opened.Kind.Code()), ("due", Day(opened.DueOn))], cancellation);
                break;
            case StepDone done when current.Step(done.TaskId) is { } step:
                await SendAsync(current, entry, NoticeKinds.TaskClosed, done.TaskId, [(step.Role, step.Office)], [("action", done.Act.Name)], cancellation);
                break;
            case StepReminded reminded when current.Step(reminded.TaskId) is { } step:
                await SendAsync(current, entry, NoticeKinds.TaskReminder, reminded.TaskId, [(step.Role, step.Office)], [("due", Day(reminded.DueOn))], cancellation);
                break;
            case StepEscalated escalated when current.Step(escalated.TaskId) is { } step:
                await SendAsync(
                    current, entry, NoticeKinds.TaskEscalated, escalated.TaskId, Superiors(current, step),
                    [("due", Day(escalated.DueOn)), ("office", escalated.Office), ("kind", step.Kind.Code())], cancellation);
                break;
        }
    }

    // Its desk, the township's representative, the city: as for a case.
    private static (Role, string)[] Superiors(Matter current, MatterStep step)
    {
        (Role, string)[] told = current.Subject.AboutPoint is { } point && step.Role is Role.TownshipOfficer or Role.ChiefRepresentative
            ? [(step.Role, step.Office), (Role.ChiefRepresentative, point), (Role.CityReviewer, MatterDecisions.CityOf(point))]
            : [(step.Role, step.Office)];
        return [.. told.Distinct()];
    }

    private async Task SendAsync(
        Matter current, SupervisionEntry entry, string kind, string taskId, (Role Role, string Office)[] to, (string Name, string Value)[] data, CancellationToken cancellation)
    {
        var (notBy, sent) = (current.Step(taskId)!.NotBy, new HashSet<string>(StringComparer.Ordinal));
        foreach (var (role, office) in to)
        {
            foreach (var member in await staff.HoldersAsync(role, office, BeijingTime.DayOf(entry.At), cancellation))
            {
                // Who hears of it as its desk and as its superior hears of it once.
                if (notBy.Contains(member.Participant) || !sent.Add(member.Participant))
                    continue;
                var id = $"{current.MatterId}.{entry.Sequence}.{kind}.{member.Participant.Replace(':', '-')}";
                await queue.SendAsync(
                    new Notice(id, member.Participant, kind, current.MatterId, taskId, entry.At, data.ToDictionary(fact => fact.Name, fact => fact.Value), Activity.Current?.Id), cancellation);
            }
        }
    }
}
