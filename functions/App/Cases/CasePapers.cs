using OneVisit.Domain.Cases;
using OneVisit.Domain.Documents;
using OneVisit.Domain.Services;
using OneVisit.Functions.Uploads;
using OneVisit.Storage;

namespace OneVisit.Functions.Cases;

/// <summary>The papers of cases, and those that came before there was a case. Named by their content: the same bytes are the same paper.</summary>
public sealed class CasePapers(DocumentStore store, QuarantineStore quarantine, IVirusScan scan, CaseCabinet cabinet, PersonalData personal)
{
    /// <summary>Keeps a paper for a submission that is still being filled in. Only the same participant's submission takes it over.</summary>
    public Task<StoredDocument> KeepDraftAsync(
        string participant, string submissionId, string material, DocumentType type, byte[] content, CancellationToken cancellation) =>
        store.PutDraftAsync(personal.SubmissionKeys(participant, submissionId)[0], material, type, BinaryData.FromBytes(content), cancellation);

    /// <summary>Deletes what a participant sent for a submission that did not come.</summary>
    /// <returns>How many papers there were.</returns>
    public async Task<int> EraseDraftAsync(string participant, string submissionId, CancellationToken cancellation)
    {
        var papers = 0;
        foreach (var key in personal.SubmissionKeys(participant, submissionId))
        {
            // What waits first: nothing comes out of it into what is emptied next.
            papers += await quarantine.EraseAsync(new QuarantinePlace.Draft(key), cancellation);
            papers += await store.EraseDraftsAsync(key, cancellation);
        }
        return papers;
    }

    /// <summary>Whether a submission that is still being filled in takes one more.</summary>
    internal Task<bool> TakesDraftAsync(string participant, string submissionId, Paper paper, CancellationToken cancellation) =>
        store.TakesDraftAsync(personal.SubmissionKeys(participant, submissionId)[0], paper.Material, BinaryData.FromBytes(paper.Content), UploadAllowance.Draft, cancellation);

    /// <summary>Where a paper of a submission goes from quarantine.</summary>
    public QuarantinePlace PlaceOfDraft(string participant, string submissionId) => new QuarantinePlace.Draft(personal.SubmissionKeys(participant, submissionId)[0]);

    /// <summary>Keeps the bytes of a paper; the case does not know it yet.</summary>
    public Task<StoredDocument> KeepAsync(string caseId, string material, DocumentType type, byte[] content, CancellationToken cancellation) =>
        store.PutAsync(caseId, material, type, BinaryData.FromBytes(content), cancellation);

    /// <summary>
    /// Moves the papers of a submission into its cases, each into all that list it: it is brought once. Broken off, it goes on where it was when
    /// called again: a draft goes only when the journals have it.
    /// </summary>
    /// <param name="broughtBy">Who sent them: the resident, or the agent who applied with them.</param>
    /// <returns>The same cases as they then stand.</returns>
    public async Task<IReadOnlyList<CaseFile>> TakeDraftsAsync(IReadOnlyList<TakenCase> cases, string submissionId, string broughtBy, CancellationToken cancellation)
    {
        var latest = cases.ToDictionary(taken => taken.File.CaseId, taken => taken.File, StringComparer.Ordinal);
        // What came before the look-up key was changed lies under the older one.
        foreach (var key in personal.SubmissionKeys(broughtBy, submissionId))
        {
            // First, and only where something may wait: what is released from here on goes to the cases, what was released before is a draft.
            if (scan.IsSet)
                await quarantine.AssignAsync(key, Wanting, cancellation);
            await store.MoveDraftsAsync(
                key, Wanting,
                async (caseId, kept) => latest[caseId] = await TakeKeptAsync(latest[caseId], kept, cancellation), cancellation);
        }
        // A new case holds nothing else. In one that was there may lie what the release before had moved and not journalled.
        foreach (var taken in cases.Where(taken => taken.AlreadyThere))
        {
            foreach (var kept in await store.ListAsync(taken.File.CaseId, cancellation))
                latest[taken.File.CaseId] = await TakeKeptAsync(latest[taken.File.CaseId], kept, cancellation);
        }
        return [.. cases.Select(taken => latest[taken.File.CaseId])];

        IEnumerable<string> Wanting(string material) => cases.Where(taken => taken.File.Current.IsListed(material)).Select(taken => taken.File.CaseId);
    }

    /// <summary>A paper that came into a case counts for every linked case that lists it: it is not asked for again.</summary>
    public async Task ShareAsync(CaseFile from, DocumentAdded document, Actor by, IEnumerable<CaseFile> linked, CancellationToken cancellation)
    {
        foreach (var other in linked.Where(other => other.Current.IsListed(document.Material) || IsLetter(other)))
        {
            await store.CopyAsync(from.CaseId, other.CaseId, document.Material, document.DocumentId, cancellation);
            await cabinet.ActAsync(other.CaseId, (file, _) => CaseDecisions.ShareDocument(file.Current, document, by), cancellation);
        }

        // Who acts does so in all of them, on one letter.
        bool IsLetter(CaseFile other) => document.Material == FilledForms.Mandate && by.Role == Role.Resident && !other.Current.IsClosed;
    }

    private async Task<CaseFile> TakeKeptAsync(CaseFile file, StoredDocument kept, CancellationToken cancellation)
    {
        var acted = await cabinet.ActAsync(file, (current, _) => CaseDecisions.AddDocument(current.Current, Added(kept), file.Current.Participant), cancellation);
        // A paper beyond the list stays out of the case: the list may have changed since it was sent.
        return acted is Acted.Done done ? done.File : file;
    }

    public static DocumentAdded Added(StoredDocument stored) => new(stored.DocumentId, stored.Material, stored.ContentType, stored.Bytes);
}
