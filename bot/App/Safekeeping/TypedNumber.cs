using System.Text.RegularExpressions;
using OneVisit.Contracts;
using OneVisit.Domain.Cases;

namespace OneVisit.Bot.Safekeeping;

/// <summary>
/// Numbers of files as somebody typed them. They become part of an address only when they look like one: an ID number that went into the wrong field would stand in logs.
/// </summary>
internal static partial class TypedNumber
{
    /// <returns><c>null</c>: it cannot be the number of a case.</returns>
    public static string? OfCase(string? typed) => Read(typed, CaseShape());

    /// <returns><c>null</c>: it cannot be the number of a public notice.</returns>
    public static string? OfNotice(string? typed) => Read(typed, NoticeShape());

    /// <summary>Of a case, a review, a complaint, a hold, a point: whatever has a journal; and what the anchors go by.</summary>
    /// <returns><c>null</c>: it cannot be one.</returns>
    public static string? OfJournal(string? typed) => Read(typed, JournalShape());

    private static string? Read(string? typed, Regex shape) => PlainText.OrNull(typed)?.ToUpperInvariant() is { } number && shape.IsMatch(number) ? number : null;

    [GeneratedRegex(@"^XT[0-9]{6}-[0-9A-Z]{6}\z")]
    private static partial Regex CaseShape();

    [GeneratedRegex(@"^GS[0-9]{6}-[0-9A-Z]{6}\z")]
    private static partial Regex NoticeShape();

    [GeneratedRegex(@"^([A-Z]{2}-?[0-9]{6}[0-9A-Z-]{0,30}|" + JournalCheck.Anchors + @")\z")]
    private static partial Regex JournalShape();
}
