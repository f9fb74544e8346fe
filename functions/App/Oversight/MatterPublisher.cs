using Microsoft.DurableTask.Client;
using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Supervision;
using OneVisit.Functions.Cases;
using OneVisit.Functions.Process;
using OneVisit.Functions.Words;
using OneVisit.Storage;

namespace OneVisit.Functions.Oversight;

/// <summary>
/// Makes what is derived agree with a matter's journal: what it leaves in its case, work on desks, messages, the list of open matters. Called again it
/// does the same again, and messages keep their ids.
/// </summary>
/// <remarks>A case's process publishes it alone. A matter has none: two who act in it at once would each tell what both did, so here they take turns.</remarks>
public sealed class MatterPublisher(OversightBook book, WorkQueue work, NoticeQueue queue, MatterNotices notices, CaseCabinet cases, CaseBell bell)
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
            await queue.SendAsync([.. (await notices.OfAsync(file, entry, cancellation)).Select(NoticeWords.Without)], cancellation);
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
}
