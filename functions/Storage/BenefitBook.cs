using System.Globalization;
using Azure.Data.Tables;

namespace OneVisit.Storage;

/// <summary>
/// Which benefits are to be looked at again and when: a partition of table <c>Oversight</c>, one row a case. It can be made anew from the journals.
/// </summary>
public sealed class BenefitBook(OneVisitStorage storage)
{
    private const string Partition = "benefits";
    private const string Changes = "benefit-changes";
    private const string On = "ReviewOn";
    private readonly TableClient table = storage.Table(Names.Oversight);

    /// <param name="reviewOn"><c>null</c>: it is not looked at any more.</param>
    public async Task PutAsync(string caseId, DateOnly? reviewOn, CancellationToken cancellation = default)
    {
        if (reviewOn is { } day)
            await table.UpsertEntityAsync(new TableEntity(Partition, Keys.Of(caseId)) { ["CaseId"] = caseId, [On] = Stamp(day) }, TableUpdateMode.Replace, cancellation);
        else
            await table.DeleteEntityAsync(Partition, Keys.Of(caseId), Azure.ETag.All, cancellation);
    }

    /// <summary>Cases whose benefit is due on that day or was before.</summary>
    public async Task<IReadOnlyList<string>> DueAsync(DateOnly on, CancellationToken cancellation = default)
    {
        var last = Stamp(on);
        var cases = new List<string>();
        await foreach (var row in table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and ReviewOn le {last}"), cancellationToken: cancellation))
            cases.Add(row.GetString("CaseId"));
        return cases;
    }

    /// <summary>A change was decided and has yet to fall on what is drawn.</summary>
    public Task NoteChangeAsync(string caseId, CancellationToken cancellation = default) =>
        table.UpsertEntityAsync(new TableEntity(Changes, Keys.Of(caseId)) { ["CaseId"] = caseId }, TableUpdateMode.Replace, cancellation);

    public Task RemoveChangeAsync(string caseId, CancellationToken cancellation = default) => table.DeleteEntityAsync(Changes, Keys.Of(caseId), Azure.ETag.All, cancellation);

    /// <summary>Cases by which changes were decided that have yet to fall on what is drawn.</summary>
    public async Task<IReadOnlyList<string>> ChangesAsync(CancellationToken cancellation = default)
    {
        var cases = new List<string>();
        await foreach (var row in table.QueryAsync<TableEntity>(row => row.PartitionKey == Changes, cancellationToken: cancellation))
            cases.Add(row.GetString("CaseId"));
        return cases;
    }

    private static string Stamp(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
