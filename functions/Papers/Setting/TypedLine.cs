using System.Globalization;
using System.Text;

namespace OneVisit.Papers.Setting;

/// <summary>Text as it can be set: nothing that turns the direction, hides, or is not a character.</summary>
internal static class TypedLine
{
    /// <summary>One line without control, format and variation characters; blanks for tabs and line ends.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in Composed(text).EnumerateRunes())
        {
            if (rune.Value is '\t' or '\n' or '\r' or 0x2028 or 0x2029)
                clean.Append(' ');
            else if (!IsInvisible(rune))
                clean.Append(rune);
        }
        return clean.ToString();
    }

    // Accents typed apart are joined to their letters; without any, text stays as it is: composing would change rare characters of names.
    private static string Composed(string text) =>
        text.EnumerateRunes().Any(rune => Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark && !IsVariation(rune)) && IsWellFormed(text)
            ? text.Normalize(NormalizationForm.FormC)
            : text;

    private static bool IsWellFormed(string text) => !text.EnumerateRunes().Contains(Rune.ReplacementChar);

    private static bool IsInvisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || IsVariation(rune);

    private static bool IsVariation(Rune rune) => rune.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);
}
