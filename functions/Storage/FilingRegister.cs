using System.Globalization;
using System.Text;
using Azure;
using Azure.Data.Tables;

namespace OneVisit.Storage;

/// <summary>A case in the city's register of filings (备案登记簿).</summary>
/// <param name="Number">As it was given, or as somebody typed it for an old card.</param>
/// <param name="Point">Office of the township.</param>
/// <param name="Typed">Not one of ours: it was typed.</param>
public sealed record FiledCase(
    string Number, string CaseId, string Item, string Point, string Village, string Applicant, DateOnly DecidedOn, DateTimeOffset FiledAt, string FiledBy, bool Typed,
    Domain.Money? Monthly = null, Domain.Money? Once = null);

/// <summary>A page of the register.</summary>
/// <param name="Next">Where the next begins; <c>null</c>: this was the last.</param>
public sealed record RegisterPage(IReadOnlyList<FiledCase> Cases, string? Next);

/// <summary>
/// Table <c>Register</c>: numbers in sequence for each year and item, without gaps or doubles however many write at once, and the filed cases by month.
/// A number is taken by one transaction over the last number, the number and the case; whoever asks again for the same case gets the same.
/// </summary>
public sealed class FilingRegister(OneVisitStorage storage)
{
    private const string Head = "head";
    private const string Last = "Last";
    private readonly TableClient table = storage.Table(Names.Register);

    /// <summary>The place of a case in the sequence of its item and year, from 1.</summary>
    public async Task<int> TakeAsync(int year, string item, string caseId, CancellationToken cancellation = default)
    {
        var partition = Keys.Of("sequence", year.ToString(CultureInfo.InvariantCulture), item);
        var row = Keys.Of("case", caseId);
        while (true)
        {
            var head = await table.GetEntityIfExistsAsync<TableEntity>(partition, Head, cancellationToken: cancellation);
            var next = (head.HasValue ? head.Value!.GetInt32(Last) ?? 0 : 0) + 1;
            try
            {
                await table.SubmitTransactionAsync(Taking(partition, row, caseId, next, head.HasValue ? head.Value : null), cancellation);
                return next;
            }
            catch (RequestFailedException first) when (first.Status is 409 or 412)
            {
                // The case has its number, or only the answer was lost, or another case was first.
                if (await NumberAsync(partition, row, cancellation) is { } taken)
                    return taken;
            }
        }
    }

    /// <summary>Enters a filed case; entered again it stands once.</summary>
    public Task EnterAsync(FiledCase filed, CancellationToken cancellation = default)
    {
        var at = filed.FiledAt.UtcDateTime.ToString("yyyyMMddHHmmssfff", CultureInfo.InvariantCulture);
        var row = Records.RowOf(OfMonth(MonthOf(filed.FiledAt)), Keys.Of(at, filed.CaseId), filed);
        (row["Item"], row["Point"]) = (filed.Item, filed.Point);
        return table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation);
    }

    /// <summary>The cases filed in a month, in their order: one range of one partition.</summary>
    /// <param name="item">Code of the service; <c>null</c>: all.</param>
    /// <param name="point">Office of the township; <c>null</c>: all.</param>
    /// <param name="after">As a page before gave it; whatever else is there begins at the beginning.</param>
    public async Task<RegisterPage> ListAsync(DateOnly month, string? item, string? point, int size, string? after, CancellationToken cancellation = default)
    {
        var (partition, from) = (OfMonth(month), Place(after));
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey gt {from}");
        if (item is not null)
            filter += " and " + TableClient.CreateQueryFilter($"Item eq {item}");
        if (point is not null)
            filter += " and " + TableClient.CreateQueryFilter($"Point eq {point}");
        var (cases, last) = (new List<FiledCase>(size), "");
        await foreach (var row in table.QueryAsync<TableEntity>(filter, maxPerPage: Math.Min(size + 1, 1000), cancellationToken: cancellation))
        {
            if (cases.Count == size)
                return new(cases, Convert.ToHexStringLower(Encoding.UTF8.GetBytes(last)));
            cases.Add(Records.Of<FiledCase>(row));
            last = row.RowKey;
        }
        return new(cases, null);
    }

    private static IEnumerable<TableTransactionAction> Taking(string partition, string row, string caseId, int number, TableEntity? head)
    {
        var newHead = new TableEntity(partition, Head) { [Last] = number };
        yield return head is null
            ? new TableTransactionAction(TableTransactionActionType.Add, newHead)
            : new TableTransactionAction(TableTransactionActionType.UpdateReplace, newHead, head.ETag);
        yield return new TableTransactionAction(TableTransactionActionType.Add, new TableEntity(partition, row) { ["Number"] = number });
        yield return new TableTransactionAction(
            TableTransactionActionType.Add, new TableEntity(partition, Keys.Of("number", number.ToString("D8", CultureInfo.InvariantCulture))) { ["CaseId"] = caseId });
    }

    private async Task<int?> NumberAsync(string partition, string row, CancellationToken cancellation)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(partition, row, cancellationToken: cancellation);
        return found.HasValue ? found.Value!.GetInt32("Number") : null;
    }

    private static DateOnly MonthOf(DateTimeOffset at) => Domain.Calendars.BeijingTime.DayOf(at);

    private static string OfMonth(DateOnly day) => Keys.OfMonth("month", day);

    // A token comes from outside: what is none of ours begins at the beginning.
    private static string Place(string? token)
    {
        try
        {
            return token is { Length: > 0 and <= 400 } ? Encoding.UTF8.GetString(Convert.FromHexString(token)) : "";
        }
        catch (FormatException)
        {
            return "";
        }
    }
}
