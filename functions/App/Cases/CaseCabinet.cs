using System.Collections.Immutable;
using OneVisit.Catalogue;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Identity;
using OneVisit.Functions.Operations;
using OneVisit.Storage;

namespace OneVisit.Functions.Cases;

/// <summary>Takes a case out, lets the domain decide on it, and journals what follows. The journal alone is the truth.</summary>
public sealed class CaseCabinet(CaseJournal journal, CatalogueShelf shelf, PersonalData personal, TimeProvider clock)
{
    private const int Patience = 5;

    /// <returns><c>null</c>: no such case, or none any more.</returns>
    public async Task<CaseFile?> FindAsync(string caseId, CancellationToken cancellation) =>
        CaseNumber.IsOne(caseId) && await journal.ReadAsync(caseId, cancellation) is { Entries: [.., { Event: not Erased }] } read ? await FileOfAsync(read, cancellation) : null;

    /// <summary>Of a number under which nothing is found: it was there, and was erased.</summary>
    public async Task<bool> WasErasedAsync(string caseId, CancellationToken cancellation) => CaseNumber.IsOne(caseId) && await journal.VersionAsync(caseId, cancellation) > 0;

    /// <summary>Opens a case that is not there yet.</summary>
    /// <param name="key">What its sealed values are sealed with, kept beside it.</param>
    /// <returns><c>null</c>: it is there.</returns>
    internal async Task<CaseFile?> OpenAsync(JournalKey key, ImmutableArray<CaseEvent> events, Actor actor, DateTimeOffset now, CancellationToken cancellation) =>
        await AppendAsync(JournalRead.None(key.Journal, key), [new(actor, events)], now, cancellation);

    private async Task<CaseFile> FileOfAsync(JournalRead read, CancellationToken cancellation) => await FileOfAsync(read.Entries, read.Key, cancellation) with { Read = read };

    /// <summary>The case that a whole journal tells.</summary>
    /// <param name="key">What its sealed values open with; without it they are as erased.</param>
    /// <exception cref="CatalogueFaultsException">The catalogue version it goes by cannot be read.</exception>
    internal async Task<CaseFile> FileOfAsync(ImmutableArray<Entry> entries, JournalKey? key, CancellationToken cancellation)
    {
        var current = personal.CaseOf(entries, key);
        var catalogue = await shelf.PinnedAsync(current.Application.CatalogueVersion, cancellation);
        var service = catalogue.Find(current.Application.Service)
            ?? throw new InvalidOperationException($"Service {current.Application.Service} of case {current.CaseId} is not in the catalogue.");
        var procedure = service.ProcedureOf(current.Application.ProcedureVersion)
            ?? throw new InvalidOperationException($"Procedure {current.Application.ProcedureVersion} of case {current.CaseId} is not in the catalogue.");
        return new(current, entries, catalogue, service, procedure);
    }

    /// <summary>Decides and journals. Somebody was faster: look again and decide anew, so that the answer tells who and when.</summary>
    /// <exception cref="InvalidOperationException">Others were faster every time; safe to try again.</exception>
    public Task<Acted> ActAsync(string caseId, Func<CaseFile, DateTimeOffset, Decision> decide, CancellationToken cancellation) =>
        ActAsync(caseId, (file, now) => Task.FromResult(decide(file, now)), cancellation);

    /// <param name="decide">Decides when it has looked up what the journal does not tell.</param>
    /// <exception cref="InvalidOperationException">Others were faster every time; safe to try again.</exception>
    public Task<Acted> ActAsync(string caseId, Func<CaseFile, DateTimeOffset, Task<Decision>> decide, CancellationToken cancellation) =>
        ActAsync(caseId, null, decide, cancellation);

    /// <summary>Decides on a case in hand, without looking anything up.</summary>
    /// <exception cref="InvalidOperationException">Others were faster every time; safe to try again.</exception>
    public Task<Acted> ActAsync(CaseFile inHand, Func<CaseFile, DateTimeOffset, Decision> decide, CancellationToken cancellation) =>
        ActAsync(inHand, (file, now) => Task.FromResult(decide(file, now)), cancellation);

    /// <summary>Decides on a case in hand. What it is written onto is just what was read: when somebody wrote since, it is read and decided on anew.</summary>
    /// <param name="follows">What follows at once from what was decided, journalled with it under <see cref="Actor.System"/>; <c>null</c>: that is left to the case's process.</param>
    /// <exception cref="InvalidOperationException">Others were faster every time; safe to try again.</exception>
    public Task<Acted> ActAsync(
        CaseFile inHand, Func<CaseFile, DateTimeOffset, Task<Decision>> decide, CancellationToken cancellation, Func<CaseFile, DateTimeOffset, ImmutableArray<CaseEvent>>? follows = null) =>
        ActAsync(inHand.CaseId, inHand, decide, cancellation, follows);

    private async Task<Acted> ActAsync(
        string caseId, CaseFile? inHand, Func<CaseFile, DateTimeOffset, Task<Decision>> decide, CancellationToken cancellation,
        Func<CaseFile, DateTimeOffset, ImmutableArray<CaseEvent>>? follows = null)
    {
        using var span = Telemetry.AboutCase("decide", caseId);
        var under = inHand?.Under;
        for (var tries = 0; tries < Patience; tries++)
        {
            var file = inHand is { Read: not null } ? inHand : await FindAsync(caseId, cancellation) is { } found ? found with { Under = under } : null;
            inHand = null;
            if (file is null)
                return new Acted.NoSuchCase();
            var now = clock.GetUtcNow();
            var decision = file.Judge(await decide(file, now));
            if (decision is Decision.Refused { Noted.IsEmpty: true } refused)
                return new Acted.Refused(refused, file);
            if (decision is Decision.Refused attempt)
            {
                if (await AppendAsync(file.Read!, [new(attempt.NotedOf!, attempt.Noted)], now, cancellation) is { } noted)
                    return new Acted.Refused(attempt, noted);
                continue;
            }
            var accepted = (Decision.Accepted)decision;
            if (accepted.Events.IsEmpty)
                return new Acted.Done(file);
            if (await AppendAsync(file.Read!, await WithWhatFollowsAsync(file, accepted, now, follows), now, cancellation) is { } done)
                return new Acted.Done(done);
        }

        throw new InvalidOperationException($"Case {caseId} is being written by others all the time.");
    }

    private async Task<IReadOnlyList<JournalAct>> WithWhatFollowsAsync(CaseFile file, Decision.Accepted accepted, DateTimeOffset now, Func<CaseFile, DateTimeOffset, ImmutableArray<CaseEvent>>? follows)
    {
        var act = new JournalAct(accepted.Actor, accepted.Events);
        if (follows is null)
            return [act];
        var after = await FileOfAsync([.. file.Entries, .. JournalChain.Extend(file.CaseId, file.Entries, accepted.Events, accepted.Actor, now)], file.Current.Key, CancellationToken.None);
        var next = follows(after, now);
        // What does not fit into one transaction is not lost: the process finds it due.
        return next.IsEmpty || act.Events.Count + next.Length > CaseJournal.MostEvents ? [act] : [act, new(Actor.System, next)];
    }

    /// <returns><c>null</c>: somebody was faster.</returns>
    private async Task<CaseFile?> AppendAsync(JournalRead read, IReadOnlyList<JournalAct> acts, DateTimeOffset now, CancellationToken cancellation) =>
        await journal.AppendAsync(read, acts, now, cancellation) is AppendResult.Appended appended ? await FileOfAsync(read.After(appended), cancellation) : null;
}
