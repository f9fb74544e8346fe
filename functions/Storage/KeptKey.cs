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
