using System.Globalization;
using System.Text;
using OneVisit.Domain.Identity;

namespace OneVisit.Functions.Words;

/// <summary>Free words as they are kept: no control or invisible characters, no blanks at the ends, ID numbers masked.</summary>
internal static class PlainWords
{
    public static string? OrNull(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return null;
        var kept = new StringBuilder(typed.Length);
        foreach (var rune in typed.EnumerateRunes())
        {
            if (rune.Value == '\n' || Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format))
                kept.Append(rune);
        }
        return kept.ToString().Trim() is { Length: > 0 } plain ? WrittenIds.Masked(plain) : null;
    }
}
