using Azure;
using Azure.Data.Tables;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Identity;

namespace OneVisit.Storage;

/// <summary>What cases are found by.</summary>
public enum IndexKind
{
    /// <summary>Keyed hash of the ID number.</summary>
    IdNumber,

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

    // Where somebody lives stands beside what they applied for: both are one look.
    private const string Lived = "member";

    // And in whose name somebody else acted: theirs are the same numbers.
    private const string Acted = "acted";

    public Task AddAsync(IndexKind kind, string key, string caseId, CancellationToken cancellation = default) => PutAsync(PartitionOf(kind, key), Keys.Of(caseId), caseId, cancellation);

    /// <summary>Somebody applied for a case.</summary>
    /// <param name="idHash">Keyed hashes of their ID number.</param>
    public Task AddApplicantAsync(PersonHash idHash, string caseId, CancellationToken cancellation = default) => AddAsync(IndexKind.IdNumber, idHash.Text, caseId, cancellation);

    /// <summary>Somebody was named as a member of the household of a case.</summary>
    /// <param name="idHash">Keyed hashes of their ID number.</param>
    public Task AddMemberAsync(PersonHash idHash, string caseId, CancellationToken cancellation = default) =>
        PutAsync(PartitionOf(IndexKind.IdNumber, idHash.Text), Keys.Of(Lived, caseId), caseId, cancellation);

    /// <summary>Somebody acts for the applicant of a case.</summary>
    /// <param name="idHash">Keyed hashes of their own ID number.</param>
    public Task AddRepresentativeAsync(PersonHash idHash, string caseId, CancellationToken cancellation = default) =>
        PutAsync(PartitionOf(IndexKind.IdNumber, idHash.Text), Keys.Of(Acted, caseId), caseId, cancellation);

    /// <summary>The case is not found by that any more.</summary>
    public Task RemoveAsync(IndexKind kind, string key, string caseId, CancellationToken cancellation = default) =>
        table.DeleteEntityAsync(PartitionOf(kind, key), Keys.Of(caseId), ETag.All, cancellation);

    /// <summary>Nor by its applicant, under whichever look-up key.</summary>
    public Task RemoveApplicantAsync(PersonHash idHash, string caseId, CancellationToken cancellation = default) => RemoveAsync(idHash, Keys.Of(caseId), cancellation);

    /// <summary>Nor by a member of the household.</summary>
    public Task RemoveMemberAsync(PersonHash idHash, string caseId, CancellationToken cancellation = default) => RemoveAsync(idHash, Keys.Of(Lived, caseId), cancellation);

    /// <summary>Nor by who acted for the applicant.</summary>
    public Task RemoveRepresentativeAsync(PersonHash idHash, string caseId, CancellationToken cancellation = default) => RemoveAsync(idHash, Keys.Of(Acted, caseId), cancellation);

    /// <summary>Nor by anybody whose number it keeps.</summary>
    public async Task RemovePeopleAsync(Case current, CancellationToken cancellation = default)
    {
        await RemoveApplicantAsync(current.Applicant.IdHash, current.CaseId, cancellation);
        foreach (var one in current.Representations)
            await RemoveRepresentativeAsync(one.Who.IdHash, current.CaseId, cancellation);
        foreach (var member in current.NamedMembers)
            await RemoveMemberAsync(member.Person.IdHash, current.CaseId, cancellation);
    }

    /// <summary>Case ids in their own order; empty when the key is unknown.</summary>
    public async Task<IReadOnlyList<string>> ListAsync(IndexKind kind, string key, CancellationToken cancellation = default) => (await ReadAsync(PartitionOf(kind, key), cancellation)).Own;

    /// <summary>The cases that somebody applied for, those in whose household they were named, and those in which they acted for somebody.</summary>
    /// <param name="idHash">Keyed hashes of their ID number: it is looked under each.</param>
    public async Task<CasesOfPerson> OfPersonAsync(PersonHash idHash, CancellationToken cancellation = default)
    {
        var known = await Task.WhenAll(idHash.Texts.Where(text => text.Length > 0).Select(text => ReadAsync(PartitionOf(IndexKind.IdNumber, text), cancellation)));
        return known is [var one] ? one : new(Union(cases => cases.Own), Union(cases => cases.Lived), Union(cases => cases.Acted));

        List<string> Union(Func<CasesOfPerson, IReadOnlyList<string>> part) => [.. known.SelectMany(part).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <summary>All cases that are found by their applicants' numbers. Reads the table from end to end, a page at a time: for the night, not for people.</summary>
    public async Task<IndexedApplicants> ApplicantsAsync(CancellationToken cancellation = default)
    {
        var (of, rows) = (PartitionOf(IndexKind.IdNumber, "")[..^1], new HashSet<string>(StringComparer.Ordinal));
        var query = table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey ge {of} and PartitionKey lt {Keys.After(of)}"), select: [nameof(TableEntity.PartitionKey), nameof(TableEntity.RowKey)], cancellationToken: cancellation);
        await foreach (var row in query)
        {
            if (!Is(row, Lived) && !Is(row, Acted))
                rows.Add(IndexedApplicants.RowOf(row.PartitionKey, row.RowKey));
        }
        return new(rows, idHash => PartitionOf(IndexKind.IdNumber, idHash));
    }

    private async Task RemoveAsync(PersonHash idHash, string row, CancellationToken cancellation)
    {
        foreach (var text in idHash.Texts)
            await table.DeleteEntityAsync(PartitionOf(IndexKind.IdNumber, text), row, ETag.All, cancellation);
    }

    private Task PutAsync(string partition, string row, string caseId, CancellationToken cancellation) =>
        table.UpsertEntityAsync(new TableEntity(partition, row) { ["CaseId"] = caseId }, TableUpdateMode.Replace, cancellation);

    private static bool Is(TableEntity row, string kind) => row.RowKey.StartsWith(Keys.Of(kind) + "!", StringComparison.Ordinal);

    private async Task<CasesOfPerson> ReadAsync(string partition, CancellationToken cancellation)
    {
        var (own, lived, acted) = (new List<string>(), new List<string>(), new List<string>());
        await foreach (var row in table.QueryAsync<TableEntity>(row => row.PartitionKey == partition, cancellationToken: cancellation))
            (Is(row, Lived) ? lived : Is(row, Acted) ? acted : own).Add(row.GetString("CaseId"));
        return new(own, lived, acted);
    }

    private static string PartitionOf(IndexKind kind, string key) => Keys.Of(
        kind switch { IndexKind.IdNumber => "id", IndexKind.Application => "application", IndexKind.CheckCode => "check", IndexKind.Agents => "agents", _ => "participant" }, key);
}

/// <summary>Cases of one person, each in the order of their numbers.</summary>
/// <param name="Own">They applied.</param>
/// <param name="Lived">They were named as a member of the household.</param>
/// <param name="Acted">They act for the applicant, or did.</param>
public sealed record CasesOfPerson(IReadOnlyList<string> Own, IReadOnlyList<string> Lived, IReadOnlyList<string> Acted)
{
    /// <summary>In which they count as a member of the household. Who only acts for somebody does not.</summary>
    public IEnumerable<string> All => Own.Union(Lived, StringComparer.Ordinal);
}

/// <summary>Which cases are found by which number, as it was read.</summary>
public sealed class IndexedApplicants
{
    private readonly HashSet<string> rows;
    private readonly Func<string, string> partitionOf;

    internal IndexedApplicants(HashSet<string> rows, Func<string, string> partitionOf) => (this.rows, this.partitionOf) = (rows, partitionOf);

    /// <param name="idHash">Keyed hashes of the applicant's number.</param>
    public bool Leads(PersonHash idHash, string caseId) => idHash.Texts.Any(text => rows.Contains(RowOf(partitionOf(text), Keys.Of(caseId))));

    internal static string RowOf(string partition, string row) => partition + "\n" + row;
}
