using Azure;
using OneVisit.Domain.Identity;

namespace OneVisit.Storage;

/// <summary>A journal's data key as it was seen.</summary>
/// <param name="Key"><c>null</c>: the journal has none.</param>
public sealed record KeptKey(int Table, string Partition, JournalKey? Key, ETag ETag)
{
    public const string OfCases = "cases";
    public const string OfMatters = "matters";

    public string Kind => Table == 0 ? OfCases : OfMatters;

    /// <summary>For who goes on behind it.</summary>
    public string Cursor => JournalCursor.Of(Table, Partition);
}

/// <summary>A place among all journals: of cases first, then of supervision.</summary>
internal static class JournalCursor
{
    public static string Of(int table, string partition) => $"{table}{partition}";

    public static (int Table, string Partition) Read(string? cursor) => cursor switch
    {
        ['0' or '1', ..] => (cursor[0] - '0', cursor[1..]),
        _ => (0, ""),
    };
}

/// <summary>A stretch of all journals.</summary>
/// <param name="After">Cursor before it, exclusive; <c>null</c>: from the beginning.</param>
/// <param name="Until">Cursor of its last, inclusive; <c>null</c>: to the end.</param>
public readonly record struct JournalStretch(string? After, string? Until)
{
    /// <param name="ofCase">Whether it should lie among the cases, as its number says; should it lie elsewhere, it still belongs to this one stretch.</param>
    public bool Holds(string journal, bool ofCase)
    {
        var place = (ofCase ? 0 : 1, Keys.Of(journal));
        return IsBehind(place, JournalCursor.Read(After)) && (Until is null || !IsBehind(place, JournalCursor.Read(Until)));
    }

    private static bool IsBehind((int Table, string Partition) one, (int Table, string Partition) other) =>
        one.Table != other.Table ? one.Table > other.Table : string.CompareOrdinal(one.Partition, other.Partition) > 0;
}
