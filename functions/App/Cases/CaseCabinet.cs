using System.Collections.Immutable;
using OneVisit.Catalogue;
using OneVisit.Domain.Cases;
using OneVisit.Functions.Operations;
using OneVisit.Storage;

namespace OneVisit.Functions.Cases;

/// <summary>Takes a case out, lets the domain decide on it, and journals what follows. The journal alone is the truth.</summary>
public sealed class CaseCabinet(CaseJournal journal, CatalogueShelf shelf, TimeProvider clock)
{
    private const int Patience = 5;

    /// <returns><c>null</c>: no such case.</returns>
    public async Task<CaseFile?> FindAsync(string caseId, CancellationToken cancellation) =>
        await ReadAsync(caseId, cancellation) is { } read ? await FileOfAsync(read.Entries, cancellation) : null;

    private async Task<JournalRead?> ReadAsync(string caseId, CancellationToken cancellation) =>
        CaseNumber.IsOne(caseId) && await journal.ReadAsync(caseId, cancellation) is { Entries.IsEmpty: false } read ? read : null;

    /// <summary>The case that a whole journal tells.</summary>
    /// <exception cref="CatalogueFaultsException">The catalogue version it goes by cannot be read.</exception>
    internal async Task<CaseFile> FileOfAsync(ImmutableArray<Entry> entries, CancellationToken cancellation)
    {
        var current = Case.Of(entries);
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
    public async Task<Acted> ActAsync(string caseId, Func<CaseFile, DateTimeOffset, Task<Decision>> decide, CancellationToken cancellation)
    {
        using var span = Telemetry.AboutCase("decide", caseId);
        for (var tries = 0; tries < Patience; tries++)
        {
            if (await ReadAsync(caseId, cancellation) is not { } read)
                return new Acted.NoSuchCase();
            var file = await FileOfAsync(read.Entries, cancellation);
            var now = clock.GetUtcNow();
            var decision = await decide(file, now);
            if (decision is Decision.Refused { Noted.IsEmpty: true } refused)
                return new Acted.Refused(refused, file);
            if (decision is Decision.Refused attempt)
            {
                if (await journal.AppendAsync(read, attempt.Noted, attempt.NotedOf!, now, cancellation) is AppendResult.Appended noted)
                    return new Acted.Refused(attempt, await FileOfAsync([.. file.Entries, .. noted.Entries], cancellation));
                continue;
            }
            var accepted = (Decision.Accepted)decision;
            if (accepted.Events.IsEmpty)
                return new Acted.Done(file);
            if (await journal.AppendAsync(read, accepted.Events, accepted.Actor, now, cancellation) is AppendResult.Appended appended)
                return new Acted.Done(await FileOfAsync([.. file.Entries, .. appended.Entries], cancellation));
        }

        throw new InvalidOperationException($"Case {caseId} is being written by others all the time.");
    }
}
