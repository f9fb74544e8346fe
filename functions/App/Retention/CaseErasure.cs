using System.Collections.Immutable;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Retention;
using OneVisit.Functions.Board;
using OneVisit.Functions.Cases;
using OneVisit.Storage;

namespace OneVisit.Functions.Retention;

/// <summary>
/// Erases a case: papers, everything it is found by, the content of its journal. First the journal says so, and from then on the case does not exist for anybody; the rest may
/// break off anywhere and is done by the next call. Figures stay: they hold no person.
/// </summary>
public sealed class CaseErasure(
    CaseJournal journal, LostCases lost, JournalKeys keys, DocumentStore documents, QuarantineStore quarantine, CaseIndex index, SubmissionRegister submissions, OversightBook oversight, NoticeBoard board, NoticePoster notices, SharingBook sharing,
    CaseProjections projections, ErasureLedger ledger, RetentionBook book, PersonalData personal, TimeProvider clock, ILogger<CaseErasure> logger)
{
    /// <param name="version">Where it stood when it was decided.</param>
    /// <returns><c>false</c>: somebody wrote into it since; it is left for another time.</returns>
    public async Task<bool> EraseAsync(string caseId, int version, string rule, DurableTaskClient process, CancellationToken cancellation)
    {
        var read = await lost.ReadAsync(caseId, cancellation);
        if (read.Erasure is null)
        {
            if (read.Entries is not [.., { Event: Erased }])
            {
                if (read.Version != version || await journal.AppendAsync(read, [new Erased(rule, read.Version)], Actor.System, clock.GetUtcNow(), cancellation) is not AppendResult.Appended appended)
                    return false;
                read = read.After(appended);
            }
            await ForgetAsync(await CaseOfAsync(read, cancellation), read.Entries, process, cancellation);
        }
        return await FinishAsync(caseId, read, cancellation);
    }

    /// <summary>It came back with tables that were filled from a copy.</summary>
    /// <returns><c>false</c>: it is held by now.</returns>
    public async Task<bool> EraseAgainAsync(ErasedThing erased, Holds holds, DurableTaskClient process, CancellationToken cancellation)
    {
        var read = await lost.ReadAsync(erased.Id, cancellation);
        // The copy is older than the case.
        if (read.Entries.IsEmpty && read.Erasure is null)
            return true;
        if (read.Entries is [] or [.., { Event: Erased }])
            return await GoOnAsync(erased.Id, process, cancellation);
        return await EraseUnlessHeldAsync(await CaseOfAsync(read, cancellation), erased.Rule, holds, process, cancellation);
    }

    /// <param name="current">As it stood when it was found to be over.</param>
    /// <param name="holds">Looked at anew before it is decided.</param>
    /// <returns><c>false</c>: it is held, or somebody wrote into it since.</returns>
    public async Task<bool> EraseUnlessHeldAsync(Case current, string rule, Holds holds, DurableTaskClient process, CancellationToken cancellation)
    {
        if (!await holds.TryDecideAsync(current.CaseId, now => Task.FromResult(now.Hold(current)), cancellation))
            return false;
        if (await EraseAsync(current.CaseId, current.Version, rule, process, cancellation))
            return true;
        await holds.WithdrawAsync(current.CaseId, cancellation);
        return false;
    }

    /// <summary>It was begun and broke off.</summary>
    public async Task<bool> GoOnAsync(string caseId, DurableTaskClient process, CancellationToken cancellation)
    {
        var read = await lost.ReadAsync(caseId, cancellation);
        if (read.Entries is [.., { Event: Erased }])
            await ForgetAsync(await CaseOfAsync(read, cancellation), read.Entries, process, cancellation);
        else if (read.Erasure is null)
            return false;
        return await FinishAsync(caseId, read, cancellation);
    }

    private Task<Case> CaseOfAsync(JournalRead read, CancellationToken cancellation) => lost.ToldAsync(personal.CaseOf(read.Entries, read.Key), cancellation);

    private async Task ForgetAsync(Case current, ImmutableArray<Entry> entries, DurableTaskClient process, CancellationToken cancellation)
    {
        var application = current.Application;
        // First: nothing comes out of it into what is emptied next.
        await quarantine.EraseAsync(new QuarantinePlace.Case(current.CaseId), cancellation);
        await documents.EraseAsync(current.CaseId, cancellation);
        await index.RemovePeopleAsync(current, cancellation);
        // Whoever had it, also on the way: it may have moved more than once.
        foreach (var participant in entries.Select(entry => entry.Event).OfType<TakenOver>().Select(taken => taken.Participant).Prepend(application.Participant).Distinct())
            await index.RemoveAsync(IndexKind.Participant, participant, current.CaseId, cancellation);
        foreach (var code in current.Issued.Select(paper => paper.Issued.CheckCode))
            await index.RemoveAsync(IndexKind.CheckCode, code, current.CaseId, cancellation);
        foreach (var office in current.Carriers.Select(carrier => carrier.Office).Distinct())
            await index.RemoveAsync(IndexKind.Agents, office, current.CaseId, cancellation);
        if (application.Together is { } together)
            await index.RemoveAsync(IndexKind.Application, together.ApplicationId, current.CaseId, cancellation);
        foreach (var claimed in (string[])[application.SubmissionId, $"{application.SubmissionId}\n{application.Service}"])
        {
            foreach (var key in personal.SubmissionKeys(application.Participant, claimed))
                await submissions.RemoveAsync(key, cancellation);
        }
        foreach (var posted in entries.Select(entry => entry.Event).OfType<PublicNoticeOpened>())
        {
            if (notices.NumberThen(current, posted) is { } number)
                await board.ForgetAsync(current.Applicant.VillageCode, number, cancellation);
            else
                await board.ForgetAsync(current.CaseId, cancellation);
        }
        await oversight.ForgetAsync(current.CaseId, cancellation);
        await sharing.StopAwaitingAsync(current.CaseId, cancellation);
        await process.PurgeInstanceAsync(current.CaseId, cancellation);
    }

    private async Task<bool> FinishAsync(string caseId, JournalRead read, CancellationToken cancellation)
    {
        var (erased, at) = read.Erasure is { } begun ? (begun, read.ErasedAt) : ((Erased)read.Entries[^1].Event, read.Entries[^1].At);
        // Of the day on which its journal says so, whenever the rest is done: ledger and book tell of it in the same month.
        var thing = new ErasedThing(caseId, erased.Rule, BeijingTime.DayOf(at));
        await ledger.AppendAsync(thing, cancellation);
        await keys.DestroyAsync(caseId, cancellation);
        await journal.EraseAsync(caseId, erased.Through, cancellation);
        await book.NoteErasedAsync(thing, cancellation);
        await book.ForgetDecisionAsync(caseId, cancellation);
        // Last: by it an erasure that broke off is found again.
        await projections.RemoveAsync(caseId, cancellation);
        logger.LogInformation("{CaseId} was erased by {Rule}", caseId, erased.Rule);
        return true;
    }
}
