using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using OneVisit.Domain.Services;

namespace OneVisit.Storage;

/// <summary>Table <c>Cases</c>: one row a case, replaced only by a newer one.</summary>
public sealed class CaseProjections(OneVisitStorage storage)
{
    private const string Row = "case";
    private readonly TableClient table = storage.Table(Names.Cases);

    /// <returns><c>false</c>: a newer one was there already.</returns>
    public async Task<bool> PutAsync(CaseProjection projection, CancellationToken cancellation = default)
    {
        while (true)
        {
            var known = await table.GetEntityIfExistsAsync<TableEntity>(Keys.Of(projection.CaseId), Row, cancellationToken: cancellation);
            if (known.HasValue && known.Value!.GetInt32("Version") > projection.Version)
                return false;
            if (await TryPutAsync(RowOf(projection), known.HasValue ? known.Value!.ETag : null, cancellation) is not null)
                return true;
        }
    }

    public async Task<CaseProjection?> FindAsync(string caseId, CancellationToken cancellation = default) => (await ReadAsync(caseId, cancellation)).Projection;

    /// <summary>The projection as it stands, with what <see cref="PutOverAsync"/> needs to replace just this.</summary>
    public async Task<(CaseProjection? Projection, string? ETag)> ReadAsync(string caseId, CancellationToken cancellation = default)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(Keys.Of(caseId), Row, cancellationToken: cancellation);
        return row.HasValue ? (Records.Of<CaseProjection>(row.Value!), row.Value!.ETag.ToString()) : default;
    }

    /// <summary>As <see cref="PutAsync"/>, and looks only when it has changed since it was read.</summary>
    /// <param name="etag">As read; <c>null</c>: there was none.</param>
    /// <returns>For who replaces just this one; <c>null</c>: it has to be read.</returns>
    public async Task<string?> PutOverAsync(CaseProjection projection, string? etag, CancellationToken cancellation = default)
    {
        if (await TryPutAsync(RowOf(projection), etag is null ? null : new ETag(etag), cancellation) is { } written)
            return written.Headers.ETag?.ToString();
        await PutAsync(projection, cancellation);
        return null;
    }

    /// <summary>The stages under way of these cases, those left out where none is known of; one look a case.</summary>
    public async Task<IReadOnlyDictionary<string, StageKind?>> StagesAsync(IEnumerable<string> caseIds, CancellationToken cancellation = default)
    {
        var rows = await Task.WhenAll(caseIds.Select(caseId => FindAsync(caseId, cancellation)));
        return rows.OfType<CaseProjection>().Where(row => row.Stage is not null).ToDictionary(row => row.CaseId, row => row.Stage, StringComparer.Ordinal);
    }

    /// <summary>Cases in which something is still to happen, in the order of their numbers. Reads across partitions: for the clockwork, not for people.</summary>
    /// <param name="from">The first number that is looked at; <c>null</c>: the table from its beginning, finished cases of all years with it.</param>
    public async IAsyncEnumerable<CaseProjection> ListUnfinishedAsync(string? from = null, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var filter = (from is null ? "" : TableClient.CreateQueryFilter($"PartitionKey ge {Keys.Of(from)} and ")) + "Finished eq false";
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
            yield return Records.Of<CaseProjection>(row);
    }

    /// <summary>The case was erased: nobody goes through it any more.</summary>
    public Task RemoveAsync(string caseId, CancellationToken cancellation = default) => table.DeleteEntityAsync(Keys.Of(caseId), Row, ETag.All, cancellation);

    /// <summary>Numbers of cases, in the order of the table, behind a number: for who goes through all of them bit by bit.</summary>
    /// <param name="after"><c>null</c>: from the beginning.</param>
    public async Task<IReadOnlyList<string>> NumbersAsync(string? after, int most, CancellationToken cancellation = default)
    {
        var from = after is null ? "" : Keys.Of(after);
        var numbers = new List<string>(most);
        await foreach (var row in table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey gt {from}"), Math.Min(most, 1000), cancellationToken: cancellation))
        {
            numbers.Add(Records.Of<CaseProjection>(row).CaseId);
            if (numbers.Count == most)
                break;
        }
        return numbers;
    }

    /// <returns><c>null</c>: somebody else wrote it since.</returns>
    private async Task<Response?> TryPutAsync(TableEntity row, ETag? known, CancellationToken cancellation)
    {
        try
        {
            return known is { } etag
                ? await table.UpdateEntityAsync(row, etag, TableUpdateMode.Replace, cancellation)
                : await table.AddEntityAsync(row, cancellation);
        }
        catch (RequestFailedException changed) when (changed.Status is 409 or 412 or 404)
        {
            return null;
        }
    }

    private static TableEntity RowOf(CaseProjection projection)
    {
        var row = Records.RowOf(Keys.Of(projection.CaseId), Row, projection);
        row["Version"] = projection.Version;
        row["Finished"] = projection.Finished;
        return row;
    }
}
