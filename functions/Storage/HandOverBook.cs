using Azure;
using Azure.Data.Tables;
using OneVisit.Domain.Cases;

namespace OneVisit.Storage;

/// <summary>A hand-over of somebody's open work, as far as it is.</summary>
/// <param name="By">Under whom it is journalled in every case.</param>
/// <param name="IsListed">Every case that could hold work of theirs stands among the lines.</param>
public sealed record HandOverRecord(
    string Id, string Person, string PersonName, string Reason, Actor By, DateTimeOffset StartedAt, string? To = null, string? ToName = null, bool IsListed = false, DateTimeOffset? FinishedAt = null);

/// <summary>A case or matter of a hand-over.</summary>
/// <param name="Outcome"><c>null</c>: not looked at yet.</param>
/// <param name="To">Name of who goes on; <c>null</c>: nobody by name.</param>
public sealed record HandOverLine(string CaseId, HandOverOutcome? Outcome = null, string? To = null);

/// <summary>Hand-overs, in table <c>Directory</c>: what is left of one that broke off stands here. They are kept: who gave whose work to whom is asked years later.</summary>
public sealed class HandOverBook(OneVisitStorage storage)
{
    private static readonly string Heads = Keys.Of("hand-over");
    private readonly TableClient table = storage.Table(Names.Directory);

    public async Task<HandOverRecord?> FindAsync(string id, CancellationToken cancellation = default)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(Heads, Keys.Of(id), cancellationToken: cancellation);
        return row.HasValue ? Records.Of<HandOverRecord>(row.Value!) : null;
    }

    public Task PutAsync(HandOverRecord record, CancellationToken cancellation = default) =>
        table.UpsertEntityAsync(Records.RowOf(Heads, Keys.Of(record.Id), record), TableUpdateMode.Replace, cancellation);

    /// <summary>All of a person, or of everybody, by id.</summary>
    public async Task<IReadOnlyList<HandOverRecord>> ListAsync(string? person = null, CancellationToken cancellation = default) =>
        await Records.AllAsync<HandOverRecord>(table, Heads, cancellation).Where(record => person is null || record.Person == person).ToListAsync(cancellation);

    public async Task<IReadOnlyList<HandOverLine>> LinesAsync(string id, CancellationToken cancellation = default) =>
        await Records.AllAsync<HandOverLine>(table, LinesOf(id), cancellation).ToListAsync(cancellation);

    public Task PutAsync(string id, HandOverLine line, CancellationToken cancellation = default) =>
        table.UpsertEntityAsync(Records.RowOf(LinesOf(id), Keys.Of(line.CaseId), line), TableUpdateMode.Replace, cancellation);

    /// <summary>Nothing of theirs was in it.</summary>
    public Task RemoveAsync(string id, string caseId, CancellationToken cancellation = default) => table.DeleteEntityAsync(LinesOf(id), Keys.Of(caseId), ETag.All, cancellation);

    private static string LinesOf(string id) => Keys.Of("hand-over-lines", id);
}
