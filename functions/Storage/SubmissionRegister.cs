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
    /// <param name="contentHash">Keyed hash of what was submitted.</param>
    public async Task<SubmissionClaim> ClaimAsync(string submissionId, string contentHash, string caseId, CancellationToken cancellation = default)
    {
        var claim = new TableEntity(Keys.Of("submission", submissionId), Row) { ["CaseId"] = caseId, ["Content"] = contentHash };
        try
        {
            await table.AddEntityAsync(claim, cancellation);
            return new SubmissionClaim.New(caseId);
        }
        catch (RequestFailedException taken) when (taken.Status == 409)
        {
            TableEntity before = await table.GetEntityAsync<TableEntity>(claim.PartitionKey, Row, cancellationToken: cancellation);
            var first = before.GetString("CaseId");
            return before.GetString("Content") == contentHash ? new SubmissionClaim.Same(first) : new SubmissionClaim.OtherContent(first);
        }
    }
}

/// <summary>Whether a submission is new.</summary>
public abstract record SubmissionClaim(string CaseId)
{
    public sealed record New(string CaseId) : SubmissionClaim(CaseId);

    /// <summary>The same had come before; finish what it may have left undone.</summary>
    public sealed record Same(string CaseId) : SubmissionClaim(CaseId);

    /// <summary>Something else had come under this id.</summary>
    public sealed record OtherContent(string CaseId) : SubmissionClaim(CaseId);
}
