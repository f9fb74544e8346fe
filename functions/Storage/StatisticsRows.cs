using System.Globalization;
using System.IO.Compression;
using System.Text;
using Azure;
using Azure.Data.Tables;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Statistics;

namespace OneVisit.Storage;

/// <summary>Keys and rows of table <c>Statistics</c>.</summary>
internal static class StatisticsRows
{
    public const string Facts = "fact!";
    public const string Months = "month!";
    public const string Open = "open!";

    // Columns of a month: of the point, and of each village under its code. A row holds 250 columns, no township so many villages.
    private const string OfPoint = "Text";

    /// <summary>All of a point is one partition, so that a case and the sums it is in change in one transaction.</summary>
    public static string PartitionOf(string point) => Keys.Of(point);

    public static string FactKey(string caseId) => Facts + Keys.Of(caseId);

    public static string OpenKey(string caseId) => Open + Keys.Of(caseId);

    public static string MonthKey(DateOnly month) => Months + Stamp(month);

    public static string Stamp(DateOnly month) => month.ToString("yyyyMM", CultureInfo.InvariantCulture);

    public static DateOnly MonthOf(TableEntity row) => DateOnly.ParseExact(row.RowKey[Months.Length..] + "01", "yyyyMMdd", CultureInfo.InvariantCulture);

    /// <summary>Columns with the sums of a point and one village, or of the point alone.</summary>
    public static IEnumerable<string> ColumnsOf(string? village) => village is null ? LongText.NamesOf(OfPoint) : [.. LongText.NamesOf(OfPoint), .. LongText.NamesOf(NameOf(village))];

    /// <summary>Villages of which the row has sums.</summary>
    public static IEnumerable<string> VillagesOf(TableEntity row) => row.Keys.Where(name => name is ['V', .., '_']).Select(name => name[1..^1]);

    /// <param name="village"><c>null</c>: the whole point.</param>
    public static void Put(TableEntity row, string? village, PlaceMonth sums) => LongText.Put(row, village is null ? OfPoint : NameOf(village), Packed(sums.ToText()));

    /// <inheritdoc cref="Put"/>
    public static PlaceMonth SumsOf(TableEntity? row, string? village) =>
        row is null || LongText.Get(row, village is null ? OfPoint : NameOf(village)) is not { Length: > 0 } text ? PlaceMonth.Empty : PlaceMonth.Parse(Unpacked(text));

    /// <summary>What changes of the rows of a case, when its row was read.</summary>
    public static IEnumerable<TableTransactionAction> CaseChanges(TableEntity? row, CaseFact? before, CaseFact fact)
    {
        yield return row is null
            ? new(TableTransactionActionType.Add, RowOf(FactKey(fact.CaseId), fact))
            : new(TableTransactionActionType.UpdateReplace, RowOf(FactKey(fact.CaseId), fact), row.ETag);
        if (!fact.Closed)
            yield return new(TableTransactionActionType.UpsertReplace, RowOf(OpenKey(fact.CaseId), fact));
        else if (before is { Closed: false })
            yield return Gone(fact);
    }

    /// <summary>What changes of the rows of a case that was not closed before, when nothing was read. It fails unless that is so.</summary>
    public static IEnumerable<TableTransactionAction> CaseChanges(CaseFact? before, CaseFact fact)
    {
        yield return new(before is null ? TableTransactionActionType.Add : TableTransactionActionType.UpsertReplace, RowOf(FactKey(fact.CaseId), fact));
        if (fact.Closed)
            yield return Gone(fact);
        else if (before is null)
            yield return new(TableTransactionActionType.Add, RowOf(OpenKey(fact.CaseId), fact));
        else
            yield return new(TableTransactionActionType.UpdateReplace, RowOf(OpenKey(fact.CaseId), fact), ETag.All);
    }

    /// <summary>Sums of these months differ after the change.</summary>
    public static IEnumerable<DateOnly> ChangedMonths(CaseFact? before, CaseFact? after) => new[] { before, after }.OfType<CaseFact>().SelectMany(PlaceMonth.MonthsOf).Distinct()
        .Where(month => !PlaceMonth.Empty.With(before, month).Equals(PlaceMonth.Empty.With(after, month)));

    private static TableTransactionAction Gone(CaseFact fact) => new(TableTransactionActionType.Delete, new TableEntity(PartitionOf(fact.Point), OpenKey(fact.CaseId)) { ETag = ETag.All });

    private static TableEntity RowOf(string key, CaseFact fact)
    {
        var row = Records.RowOf(PartitionOf(fact.Point), key, fact);
        (row["Month"], row["Item"], row["Village"]) = (Stamp(fact.Month), fact.Item, fact.Village);
        return row;
    }

    private static string NameOf(string village) => $"V{village}_";

    // A page over two years reads ten megabytes of sums: packed, a third of it.
    private static string Packed(string text)
    {
        using var bytes = new MemoryStream();
        using (var packing = new BrotliStream(bytes, CompressionLevel.Fastest))
            packing.Write(Encoding.UTF8.GetBytes(text));
        return Convert.ToBase64String(bytes.ToArray());
    }

    private static string Unpacked(string packed)
    {
        using var reader = new StreamReader(new BrotliStream(new MemoryStream(Convert.FromBase64String(packed)), CompressionMode.Decompress), Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
