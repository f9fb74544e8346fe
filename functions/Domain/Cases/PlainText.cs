using System.Globalization;
using System.Text;
using OneVisit.Domain.Identity;

namespace OneVisit.Domain.Cases;

/// <summary>
/// Words that somebody typed, as they are kept: no control or invisible characters, no blanks at the ends, ID numbers masked.
/// A reason of blanks is no reason.
/// </summary>
public static class PlainText
{
    public static string Of(string? typed)
    {
        if (string.IsNullOrEmpty(typed))
            return "";
        var plain = new StringBuilder(typed.Length);
        foreach (var rune in typed.EnumerateRunes())
        {
            if (rune.Value == '\n' || Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate))
                plain.Append(rune);
        }
        return WrittenIds.Masked(plain.ToString().Trim());
    }

    /// <returns><c>null</c> when nothing is left.</returns>
    public static string? OrNull(string? typed) => Of(typed) is { Length: > 0 } plain ? plain : null;
}
