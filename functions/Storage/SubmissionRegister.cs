using Azure;
using Azure.Data.Tables;

namespace OneVisit.Storage;

/// <summary>Remembers submissions, so that the same one sent twice gives the same case. Lives in table <c>Index</c>.</summary>
public sealed class SubmissionRegister(OneVisitStorage storage)
{
    private const string Row = "claim";
    private readonly TableClient table = storage.Table(Names.Index);

    /// <summary>Forgets a submission: its case is erased.</summary>
    public Task RemoveAsync(string submissionId, CancellationToken cancellation = default) =>
        table.DeleteEntityAsync(Keys.Of("submission", submissionId), Row, ETag.All, cancellation);

    /// <summary>Takes a submission id for a case. The first claim wins, for ever.</summary>
    /// <param name="submissionIds">What it is claimed under, and what it may have been claimed under before another look-up key counted.</param>
    /// <param name="contentHash">Keyed hash of what was submitted.</param>
    /// <param name="isContent">Whether a hash that was kept is of the same; <c>null</c>: when it is the same hash.</param>
    public async Task<SubmissionClaim> ClaimAsync(IReadOnlyList<string> submissionIds, string contentHash, string caseId, Func<string, bool>? isContent = null, CancellationToken cancellation = default)
    {
        foreach (var earlier in submissionIds.Skip(1))
        {
            if (await FindAsync(earlier, cancellation) is { } before)
                return Known(before);
        }
        try
        {
            await table.AddEntityAsync(ClaimOf(submissionIds[0], caseId, contentHash), cancellation);
            return new SubmissionClaim.New(caseId);
        }
        catch (RequestFailedException taken) when (taken.Status == 409)
        {
            return Known(await FindAsync(submissionIds[0], cancellation) ?? throw new InvalidOperationException("The claim of a submission was there and is gone."));
        }

        SubmissionClaim Known(SubmissionClaimed before) => isContent?.Invoke(before.ContentHash) ?? before.ContentHash == contentHash
            ? new SubmissionClaim.Same(before.CaseId) : new SubmissionClaim.OtherContent(before.CaseId);
    }

    /// <summary>Claims it as it was claimed before, under another name; there already, it stays as it is.</summary>
    public async Task MoveAsync(string submissionId, string to, SubmissionClaimed claimed, CancellationToken cancellation = default)
    {
        try
        {
            await table.AddEntityAsync(ClaimOf(to, claimed.CaseId, claimed.ContentHash), cancellation);
        }
        catch (RequestFailedException there) when (there.Status == 409)
        {
            // Broken off in between, or claimed anew meanwhile: of the same submission.
        }
        await RemoveAsync(submissionId, cancellation);
    }

    /// <returns><c>null</c>: it was not claimed.</returns>
    public async Task<SubmissionClaimed?> FindAsync(string submissionId, CancellationToken cancellation = default)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(Keys.Of("submission", submissionId), Row, cancellationToken: cancellation);
        return row.HasValue ? new(row.Value!.GetString("CaseId"), row.Value.GetString("Content")) : null;
    }

    private static TableEntity ClaimOf(string submissionId, string caseId, string contentHash) =>
        new(Keys.Of("submission", submissionId), Row) { ["CaseId"] = caseId, ["Content"] = contentHash };
}

/// <param name="ContentHash">Keyed hash of what was submitted.</param>
public sealed record SubmissionClaimed(string CaseId, string ContentHash);

/// <summary>Whether a submission is new.</summary>
public abstract record SubmissionClaim(string CaseId)
{
    public sealed record New(string CaseId) : SubmissionClaim(CaseId);

    /// <summary>The same had come before; finish what it may have left undone.</summary>
    public sealed record Same(string CaseId) : SubmissionClaim(CaseId);

    /// <summary>Something else had come under this id.</summary>
    public sealed record OtherContent(string CaseId) : SubmissionClaim(CaseId);
}
