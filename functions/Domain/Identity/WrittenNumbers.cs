using System.Text.RegularExpressions;

namespace OneVisit.Domain.Identity;

/// <summary>Numbers of people, of ID cards and mobile telephones, in a text that should hold none.</summary>
public static partial class WrittenNumbers
{
    /// <summary>The text with each number kept by its head and tail only.</summary>
    public static string Masked(string text) => Mobile().Replace(WrittenIds.Masked(text), found => Masked(found));

    private static string Masked(Match found)
    {
        var digits = found.Groups["number"].Value.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
        return $"{digits[..3]}****{digits[^4..]}";
    }

    // Beside a letter or a digit it is part of a hash or a longer number.
    [GeneratedRegex(@"(?<![0-9A-Za-z_.])(?:\+?86[ -]?)?(?<number>1[3-9][0-9](?:[ -]?[0-9]){8})(?![0-9A-Za-z_])")]
    private static partial Regex Mobile();
}
