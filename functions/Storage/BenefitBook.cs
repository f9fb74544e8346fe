using System.Globalization;
using Azure.Data.Tables;

namespace OneVisit.Storage;

/// <summary>
/// Which benefits are to be looked at again and when: a partition of table <c>Oversight</c>, a row for each day that was named, in the order of the days. A row may be of a day that
/// was put off since; the journals say which day holds, and make it anew.
/// </summary>
public sealed class BenefitBook(OneVisitStorage storage)
{
    private const string Partition = "benefits";
    private const string Changes = "benefit-changes";
    private const string Due = "due!";
    private readonly TableClient table = storage.Table(Names.Oversight);

    /// <summary>A day on which a benefit is to be looked at; noted again it stands there once.</summary>
    public Task PutAsync(string caseId, DateOnly reviewOn, CancellationToken cancellation = default) =>
        table.UpsertEntityAsync(new TableEntity(Partition, RowOf(caseId, reviewOn)) { ["CaseId"] = caseId }, TableUpdateMode.Replace, cancellation);

    /// <summary>The day does not hold any more.</summary>
    public Task RemoveAsync(string caseId, DateOnly reviewOn, CancellationToken cancellation = default) => table.DeleteEntityAsync(Partition, RowOf(caseId, reviewOn), Azure.ETag.All, cancellation);

    /// <summary>Days up to this one, the earliest first: one range, however many draw something.</summary>
    public async Task<IReadOnlyList<(string CaseId, DateOnly ReviewOn)>> DueAsync(DateOnly on, CancellationToken cancellation = default)
    {
        var (from, to) = (Due, Due + Stamp(on.AddDays(1)));
        var days = new List<(string, DateOnly)>();
        await foreach (var row in table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and RowKey ge {from} and RowKey lt {to}"), cancellationToken: cancellation))
            days.Add((row.GetString("CaseId"), DayOf(row.RowKey.Split('!')[1])));
        return days;
    }

    /// <summary>Rows from when a case had one, and its day was a column, get the key they have today. Safe to run any number of times, by several at once.</summary>
    public async Task RekeyAsync(CancellationToken cancellation = default)
    {
        // Numbers of cases were the keys, which begin with a capital letter.
        await foreach (var row in table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and RowKey lt {Due}"), cancellationToken: cancellation))
        {
            await PutAsync(row.GetString("CaseId"), DayOf(row.GetString("ReviewOn")), cancellation);
            await table.DeleteEntityAsync(Partition, row.RowKey, Azure.ETag.All, cancellation);
        }
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

    private static string RowOf(string caseId, DateOnly day) => Due + Keys.Of(Stamp(day), caseId);

    private static DateOnly DayOf(string stamp) => DateOnly.ParseExact(stamp, "yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Stamp(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
