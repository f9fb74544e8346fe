using System.Text.RegularExpressions;

namespace OneVisit.Conversation;

/// <summary>Recognises case numbers as people type or press them.</summary>
internal static partial class CaseIds
{
    public static bool Looks(ReadOnlySpan<char> text) => Whole().IsMatch(text);

    /// <summary>The case number in a text, in capitals, or <c>null</c>.</summary>
    public static string? In(string text) => Part().Match(text) is { Success: true } match ? match.Value.ToUpperInvariant() : null;

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9-]{3,39}\z")]
    private static partial Regex Whole();

    [GeneratedRegex(@"\bxt[0-9]{6}-[0-9a-z]{4,12}\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Part();
}
