using Azure.Data.Tables;

namespace OneVisit.Storage;

/// <summary>What cases are found by.</summary>
public enum IndexKind
{
    /// <summary>Keyed hash of the ID number.</summary>
    IdNumber,

    /// <summary>Keyed hash of the ID number of a member of the household who does not apply.</summary>
    Member,

    /// <summary>Whose case it is.</summary>
    Participant,

    /// <summary>The application for several services that it came with.</summary>
    Application,

    /// <summary>The code by which a paper of the office is checked.</summary>
    CheckCode,

    /// <summary>Office whose agents carry it, or carried it.</summary>
    Agents,
}

/// <summary>Table <c>Index</c>: keys to case ids. Keys are digests; a clear number never comes here.</summary>
public sealed class CaseIndex(OneVisitStorage storage)
{
    private readonly TableClient table = storage.Table(Names.Index);

    public Task AddAsync(IndexKind kind, string key, string caseId, CancellationToken cancellation = default) =>
        table.UpsertEntityAsync(new TableEntity(PartitionOf(kind, key), Keys.Of(caseId)) { ["CaseId"] = caseId }, TableUpdateMode.Replace, cancellation);

    /// <summary>Case ids in their own order; empty when the key is unknown.</summary>
    public async Task<IReadOnlyList<string>> ListAsync(IndexKind kind, string key, CancellationToken cancellation = default)
    {
        var partition = PartitionOf(kind, key);
        var cases = new List<string>();
        await foreach (var row in table.QueryAsync<TableEntity>(row => row.PartitionKey == partition, cancellationToken: cancellation))
            cases.Add(row.GetString("CaseId"));
        return cases;
    }

    private static string PartitionOf(IndexKind kind, string key) => Keys.Of(
        kind switch { IndexKind.IdNumber => "id", IndexKind.Member => "member", IndexKind.Application => "application", IndexKind.CheckCode => "check", IndexKind.Agents => "agents", _ => "participant" }, key);
}
