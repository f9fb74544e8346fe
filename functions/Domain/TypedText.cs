using System.Text;

namespace OneVisit.Domain;

/// <summary>What a person typed, made comparable: full-width forms become plain ones, invisible characters go.</summary>
internal static class TypedText
{
    /// <summary>Plain characters without white space, format or control characters; nothing for <c>null</c>.</summary>
    public static string Compact(string? typed)
    {
        if (string.IsNullOrEmpty(typed))
            return "";
        var plain = new StringBuilder(typed.Length);
        foreach (var typedCharacter in typed)
        {
            var c = Plain(typedCharacter);
            if (!char.IsWhiteSpace(c) && !IsInvisible(c))
                plain.Append(c);
        }
        return plain.ToString();
    }

    /// <summary>Full-width letters, digits and signs (U+FF01 to U+FF5E) stand 0xFEE0 above their plain twins.</summary>
    public static char Plain(char c) => c switch
    {
        >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
        '\u3000' => ' ',
        _ => c,
    };

    private static bool IsInvisible(char c) =>
        char.IsControl(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.Format;
}
