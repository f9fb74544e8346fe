using System.Text;

namespace OneVisit.Conversation.Understanding;

/// <summary>Text from outside, made harmless and comparable before anything reads it.</summary>
internal static class PlainInput
{
    /// <summary>Longest text that is read, in UTF-16 units; the story on the wire has the same bound.</summary>
    public const int Longest = 1_000;

    /// <summary>Without control and invisible characters, blanks collapsed, at most <see cref="Longest"/> long.</summary>
    public static string Clean(string? typed)
    {
        if (string.IsNullOrEmpty(typed)) return "";
        var clean = new StringBuilder(Math.Min(typed.Length, Longest));
        foreach (var rune in typed.EnumerateRunes())
        {
            if (clean.Length + rune.Utf16SequenceLength > Longest) break;
            if (Rune.IsWhiteSpace(rune)) { if (clean.Length > 0 && clean[^1] != ' ') clean.Append(' '); }
            else if (rune != Rune.ReplacementChar && !Rune.IsControl(rune) && !IsInvisible(rune)) clean.Append(rune.ToString());
        }
        return clean.ToString().TrimEnd();
    }

    /// <summary>For matching: full-width letters and digits plain, lower case.</summary>
    public static string Comparable(string clean)
    {
        var plain = new StringBuilder(clean.Length);
        foreach (var c in clean)
        {
            var narrow = c switch
            {
                >= '\uFF10' and <= '\uFF19' or >= '\uFF21' and <= '\uFF3A' or >= '\uFF41' and <= '\uFF5A' or '\uFF0E' => (char)(c - 0xFEE0),
                '\u2019' or '\u2018' => '\'',
                _ => c,
            };
            plain.Append(char.ToLowerInvariant(narrow));
        }
        return plain.ToString();
    }

    /// <summary>What was typed as the readers of answers take it: clean, comparable, spelled right.</summary>
    public static string Readable(string? typed) => Spelling.Mend(Comparable(Clean(typed)));

    private static bool IsInvisible(Rune rune) => Rune.GetUnicodeCategory(rune)
        is System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.PrivateUse or System.Globalization.UnicodeCategory.OtherNotAssigned;
}
