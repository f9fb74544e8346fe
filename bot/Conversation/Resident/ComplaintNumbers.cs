using System.Text.RegularExpressions;

namespace OneVisit.Conversation.Resident;

/// <summary>Recognises number and pickup code of a complaint or an objection as people type them.</summary>
internal static partial class ComplaintNumbers
{
    /// <summary>Both in capitals; the code is <c>null</c> where only a number is there, and everything where none is.</summary>
    public static (string Id, string? Code)? In(string text)
    {
        var number = Number().Match(text);
        if (!number.Success) return null;
        var code = Code().Match(text, number.Index + number.Length);
        return (number.Value.ToUpperInvariant(), code.Success ? code.Value.ToUpperInvariant() : null);
    }

    public static bool IsObjection(string number) => number.StartsWith("YY", StringComparison.Ordinal);

    [GeneratedRegex(@"(?<![0-9a-z])(ts|yy)[0-9]{6}-[0-9a-z]{8}(?![0-9a-z])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"\b[0-9a-z]{10}\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
