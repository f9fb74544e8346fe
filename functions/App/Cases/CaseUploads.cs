using Microsoft.DurableTask.Client;
using OneVisit.Domain.Authority;
using OneVisit.Domain.Cases;
using OneVisit.Functions.FrontDoor;
using OneVisit.Functions.Process;
using OneVisit.Storage;

namespace OneVisit.Functions.Cases;

/// <summary>Puts a paper into a case and into those beside it that list it, and tells their processes. Done twice it is done once.</summary>
public sealed class CaseUploads(CaseCabinet cabinet, CasePapers papers, LinkedCases linked, CaseBell bell)
{
    // Also of a paper that waited in quarantine while the case went on: the table is asked here, not only at the door.
    public static Decision Decide(Caller caller, CaseFile file, DocumentAdded document, DateTimeOffset now) => ActTable.InForce.Operation(nameof(AddDocument))!.Hold(
        file.Current,
        caller is Caller.Staff staff ? CaseDecisions.AddDocument(file.Current, document, staff.Member, now) : CaseDecisions.AddDocument(file.Current, document, caller.Participant));

    internal async Task<(Acted? Acted, StoredDocument Stored)> PutAsync(Caller caller, string caseId, Paper paper, DurableTaskClient process, CancellationToken cancellation)
    {
        var stored = await papers.KeepAsync(caseId, paper.Material, paper.Type, paper.Content, cancellation);
        var acted = await cabinet.ActAsync(caseId, (current, now) => Decide(caller, current, CasePapers.Added(stored), now), cancellation);
        if (acted is Acted.Done done)
        {
            await bell.ChangedAsync(process, caseId, done.File.Current.Version, cancellation);
            await ShareAsync(done.File, stored, process, cancellation);
        }
        return (acted, stored);
    }

    private async Task ShareAsync(CaseFile file, StoredDocument stored, DurableTaskClient process, CancellationToken cancellation)
    {
        var by = file.Entries.Last(entry => entry.Event is DocumentAdded added && added.DocumentId == stored.DocumentId && added.Material == stored.Material).Actor;
        var beside = await linked.BesideAsync(file.Current, cancellation);
        await papers.ShareAsync(file, CasePapers.Added(stored), by, beside, cancellation);
        foreach (var other in beside)
            await bell.ChangedAsync(process, other.CaseId, other.Current.Version, cancellation);
    }
}
