using System.Text.RegularExpressions;

namespace OneVisit.Conversation.Resident;

/// <summary>Recognises the number of a public notice as people type it.</summary>
internal static partial class NoticeNumbers
{
    /// <summary>In capitals; <c>null</c>: none is there.</summary>
    public static string? In(string text) => Number().Match(text) is { Success: true } found ? found.Value.ToUpperInvariant() : null;

    // Chinese characters may stand right beside it.
    [GeneratedRegex("(?<![0-9a-z])gs[0-9]{6}-[0-9a-z]{6}(?![0-9a-z])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
