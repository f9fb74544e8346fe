using System.Collections.Immutable;
using OneVisit.Catalogue;
using OneVisit.Domain.Cases;
using OneVisit.Functions.Operations;
using OneVisit.Storage;

namespace OneVisit.Functions.Cases;

/// <summary>Takes a case out, lets the domain decide on it, and journals what follows. The journal alone is the truth.</summary>
public sealed class CaseCabinet(CaseJournal journal, CityCatalogue catalogue, TimeProvider clock)
{
    private const int Patience = 5;

    /// <returns><c>null</c>: no such case.</returns>
    public async Task<CaseFile?> FindAsync(string caseId, CancellationToken cancellation)
    {
        if (!CaseNumber.IsOne(caseId))
            return null;
        var read = await journal.ReadAsync(caseId, cancellation);
        return read.Entries.IsEmpty ? null : FileOf(read.Entries);
    }

    /// <summary>The case that a whole journal tells.</summary>
    internal CaseFile FileOf(ImmutableArray<Entry> entries)
    {
        var current = Case.Of(entries);
        var service = catalogue.Find(current.Application.Service)
            ?? throw new InvalidOperationException($"Service {current.Application.Service} of case {current.CaseId} is not in the catalogue.");
        var procedure = service.ProcedureOf(current.Application.ProcedureVersion)
            ?? throw new InvalidOperationException($"Procedure {current.Application.ProcedureVersion} of case {current.CaseId} is not in the catalogue.");
        return new(current, entries, service, procedure);
    }

    /// <summary>Decides and journals. Somebody was faster: look again and decide anew, so that the answer tells who and when.</summary>
    /// <exception cref="InvalidOperationException">Others were faster every time; safe to try again.</exception>
    public async Task<Acted> ActAsync(string caseId, Func<CaseFile, DateTimeOffset, Decision> decide, CancellationToken cancellation)
    {
        using var span = Telemetry.AboutCase("decide", caseId);
        for (var tries = 0; tries < Patience; tries++)
        {
            if (await FindAsync(caseId, cancellation) is not { } file)
                return new Acted.NoSuchCase();
            var now = clock.GetUtcNow();
            var decision = decide(file, now);
            if (decision is Decision.Refused { Noted.IsEmpty: true } refused)
                return new Acted.Refused(refused, file);
            if (decision is Decision.Refused attempt)
            {
                if (await journal.AppendAsync(caseId, file.Current.Version, attempt.Noted, attempt.NotedOf!, now, cancellation) is AppendResult.Appended noted)
                    return new Acted.Refused(attempt, FileOf([.. file.Entries, .. noted.Entries]));
                continue;
            }
            var accepted = (Decision.Accepted)decision;
            if (accepted.Events.IsEmpty)
                return new Acted.Done(file);
            if (await journal.AppendAsync(caseId, file.Current.Version, accepted.Events, accepted.Actor, now, cancellation) is AppendResult.Appended appended)
                return new Acted.Done(FileOf([.. file.Entries, .. appended.Entries]));
        }

        throw new InvalidOperationException($"Case {caseId} is being written by others all the time.");
    }
}
