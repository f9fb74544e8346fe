using System.Globalization;
using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;

namespace OneVisit.Storage;

/// <summary>A notice on a village's board.</summary>
/// <param name="Number">Stands on the notice; it tells nothing of the case's.</param>
public sealed record PostedNotice(string Number, string Village, string CaseId, int Round, NoticeSheet Sheet)
{
    /// <summary>Its journal tells the number. Otherwise it is made anew of the look-up key of its time.</summary>
    public bool NeedsNoKey { get; init; }
}

/// <summary>
/// Table <c>Board</c>: what hangs in public, by township and in it by village, so that a village's page is one range of one partition. It can be made
/// anew from the journals. The numbers of notices are kept beyond their end, for a time; they lead to a case and tell of nobody.
/// </summary>
public sealed class NoticeBoard(OneVisitStorage storage)
{
    private const int TownshipDigits = 9;
    private const string Row = "notice";
    private const string Until = "Until";
    private readonly TableClient table = storage.Table(Names.Board);

    /// <summary>A notice was taken down by the city: until it would have ended, the page says that it was, and nothing else of it.</summary>
    /// <param name="until">The last day on which it would have hung.</param>
    public async Task TakeDownAsync(string village, string number, DateOnly until, CancellationToken cancellation = default)
    {
        await RemoveAsync(village, number, cancellation);
        await table.UpsertEntityAsync(
            new TableEntity(OfTaken(village), RowOf(village, number)) { ["Number"] = number, [Until] = Text(until) }, TableUpdateMode.Replace, cancellation);
    }

    /// <summary>Numbers of notices of a village that the city took down and that would hang on that day.</summary>
    public async Task<IReadOnlyList<string>> TakenDownAsync(string village, DateOnly today, CancellationToken cancellation = default)
    {
        var (partition, from, numbers) = (OfTaken(village), Keys.Of(village) + "!", new List<string>());
        var to = Keys.After(from);
        await foreach (var row in table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from} and RowKey lt {to}"), cancellationToken: cancellation))
        {
            if (today <= DateOnly.ParseExact(row.GetString(Until), "O", CultureInfo.InvariantCulture))
                numbers.Add(row.GetString("Number"));
        }
        return numbers;
    }

    /// <summary>Hangs a notice; hung again it is one.</summary>
    public async Task PutAsync(PostedNotice notice, CancellationToken cancellation = default)
    {
        await table.UpsertEntityAsync(
            new TableEntity(OfNumber(notice.Number), Row) { ["CaseId"] = notice.CaseId, ["Round"] = notice.Round, ["Village"] = notice.Village, [Until] = Text(notice.Sheet.Until) }, TableUpdateMode.Replace, cancellation);
        await table.UpsertEntityAsync(Records.RowOf(OfTownship(notice.Village), RowOf(notice.Village, notice.Number), notice), TableUpdateMode.Replace, cancellation);
    }

    /// <summary>Takes a notice down; nothing happens when it does not hang.</summary>
    public Task RemoveAsync(string village, string number, CancellationToken cancellation = default) =>
        table.DeleteEntityAsync(OfTownship(village), RowOf(village, number), Azure.ETag.All, cancellation);

    /// <summary>Nobody gets from that number to the case any more.</summary>
    public async Task ForgetAsync(string village, string number, CancellationToken cancellation = default)
    {
        await RemoveAsync(village, number, cancellation);
        await table.DeleteEntityAsync(OfTaken(village), RowOf(village, number), Azure.ETag.All, cancellation);
        await table.DeleteEntityAsync(OfNumber(number), Row, Azure.ETag.All, cancellation);
    }

    /// <summary>Nobody gets from any number to a case any more, whatever its numbers were. Reads the numbers from end to end: for who does not know them.</summary>
    public async Task ForgetAsync(string caseId, CancellationToken cancellation = default)
    {
        var (from, to) = ("number!", Keys.After("number!"));
        await foreach (var row in table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey ge {from} and PartitionKey lt {to} and CaseId eq {caseId}"), cancellationToken: cancellation))
            await ForgetAsync(row.GetString("Village"), Keys.Read(row.PartitionKey[from.Length..]), cancellation);
    }

    /// <summary>Forgets numbers of notices that ended before a day, those of notices taken down too. The journals of the cases tell of them, where there are such.</summary>
    /// <param name="stored">The same day as the store dates what it keeps: numbers of earlier releases lie without their own.</param>
    /// <param name="most">More are left for another time.</param>
    /// <returns>How many.</returns>
    public async Task<int> EraseAsync(DateOnly before, DateOnly stored, int most, CancellationToken cancellation = default)
    {
        var (day, written, erased) = (Text(before), BeijingTime.StartOf(stored), 0);
        foreach (var kind in (string[])["number", "taken"])
        {
            var (from, to) = (kind + "!", Keys.After(kind + "!"));
            await foreach (var row in table.QueryAsync<TableEntity>(
                TableClient.CreateQueryFilter($"PartitionKey ge {from} and PartitionKey lt {to} and (Until lt {day} or Timestamp lt {written})"), cancellationToken: cancellation))
            {
                // Hung lately, by the office's own days.
                if (row.GetString(Until) is { } until && string.CompareOrdinal(until, day) >= 0)
                    continue;
                await table.DeleteEntityAsync(row.PartitionKey, row.RowKey, row.ETag, cancellation);
                if (++erased == most)
                    return erased;
            }
        }
        return erased;
    }

    /// <summary>What hangs in a village at that instant, the newest first; what has ended is left out, whether or not it was taken down.</summary>
    public Task<IReadOnlyList<PostedNotice>> InVillageAsync(string village, DateTimeOffset now, CancellationToken cancellation = default) =>
        ListAsync(OfTownship(village), Keys.Of(village) + "!", now, cancellation);

    /// <summary>What hangs in a township at that instant.</summary>
    public Task<IReadOnlyList<PostedNotice>> InTownshipAsync(string township, DateTimeOffset now, CancellationToken cancellation = default) =>
        ListAsync(OfTownship(township), "", now, cancellation);

    /// <summary>The case of a notice that hangs or hung; <c>null</c>: no notice has that number.</summary>
    public async Task<NoticeOwner?> FindAsync(string number, CancellationToken cancellation = default)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(OfNumber(number), Row, cancellationToken: cancellation);
        return row.HasValue ? new NoticeOwner(row.Value!.GetString("CaseId"), row.Value.GetInt32("Round") ?? 1, row.Value.GetString("Village")) : null;
    }

    /// <summary>The number under which a case's notice of a round is on the board of its village, whether or not its time is over.</summary>
    /// <returns><c>null</c>: it is not there.</returns>
    public async Task<string?> NumberOfAsync(string village, string caseId, int round, CancellationToken cancellation = default)
    {
        await foreach (var notice in RowsAsync(OfTownship(village), Keys.Of(village) + "!", cancellation))
        {
            if (notice.CaseId == caseId && notice.Round == round)
                return notice.Number;
        }
        return null;
    }

    private async Task<IReadOnlyList<PostedNotice>> ListAsync(string partition, string from, DateTimeOffset now, CancellationToken cancellation)
    {
        var hanging = new List<PostedNotice>();
        await foreach (var notice in RowsAsync(partition, from, cancellation))
        {
            if (notice.Sheet.HangsAt(now))
                hanging.Add(notice);
        }
        return [.. hanging.OrderByDescending(notice => notice.Sheet.From).ThenBy(notice => notice.Number, StringComparer.Ordinal)];
    }

    private async IAsyncEnumerable<PostedNotice> RowsAsync(string partition, string from, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var to = Keys.After(from);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from} and RowKey lt {to}");
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
            yield return Records.Of<PostedNotice>(row);
    }

    private static string Text(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    private static string OfTownship(string place) => Keys.Of("township", place[..TownshipDigits]);

    private static string OfTaken(string place) => Keys.Of("taken", place[..TownshipDigits]);

    private static string OfNumber(string number) => Keys.Of("number", number);

    private static string RowOf(string village, string number) => Keys.Of(village, number);
}

/// <summary>Whose notice a number stands on.</summary>
public sealed record NoticeOwner(string CaseId, int Round, string Village);
