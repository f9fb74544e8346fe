using System.Globalization;
using System.IO.Compression;
using System.Text;
using Azure.Data.Tables;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Statistics;

namespace OneVisit.Storage;

/// <summary>Keys and rows of table <c>Statistics</c>.</summary>
internal static class StatisticsRows
{
    private const string Text = "Text";

    /// <summary>All of a point is one partition, so that a case and the sums it is in change in one transaction.</summary>
    public static string PartitionOf(int generation, string point) => Keys.Of(generation.ToString("D4", CultureInfo.InvariantCulture), point);

    public static string FactKey(string caseId) => Keys.Of("fact", caseId);

    public static string OpenKey(string caseId) => Keys.Of("open", caseId);

    public static string PointKey(DateOnly month) => Keys.Of("point", Stamp(month));

    public static string VillageKey(string village, DateOnly month) => Keys.Of("village", village, Stamp(month));

    public static string Stamp(DateOnly month) => month.ToString("yyyyMM", CultureInfo.InvariantCulture);

    public static (string? Village, DateOnly Month) PlaceOf(string key)
    {
        var parts = key.Split('!');
        return (parts.Length == 3 ? parts[1] : null, DateOnly.ParseExact(parts[^1] + "01", "yyyyMMdd", CultureInfo.InvariantCulture));
    }

    public static TableEntity FactRow(string partition, string key, CaseFact fact)
    {
        var row = Records.RowOf(partition, key, fact);
        (row["Month"], row["Item"], row["Village"]) = (Stamp(fact.Month), fact.Item, fact.Village);
        return row;
    }

    public static TableEntity MonthRow(string partition, string key, PlaceMonth month)
    {
        var row = new TableEntity(partition, key);
        LongText.Put(row, Text, Packed(month.ToText()));
        return row;
    }

    public static PlaceMonth MonthOf(TableEntity row) => PlaceMonth.Parse(Unpacked(LongText.Get(row, Text)));

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

    /// <summary>Sums of these months differ after the change.</summary>
    public static IEnumerable<DateOnly> ChangedMonths(CaseFact? before, CaseFact after) => PlaceMonth.MonthsOf(after).Union(before is null ? [] : PlaceMonth.MonthsOf(before))
        .Where(month => !PlaceMonth.Empty.With(before, month).Equals(PlaceMonth.Empty.With(after, month)));
}
