using System.Text.RegularExpressions;

namespace OneVisit.Domain.Identity;

/// <summary>Numbers of people, of ID cards and telephones, in a text that should hold none.</summary>
public static partial class WrittenNumbers
{
    // Escaped in an address, an address within an address, and once more.
    private const int Escapes = 3;

    /// <summary>The text with each number kept by its head and tail only. One that is escaped, as addresses are, counts too: the text is told unescaped then.</summary>
    public static string Masked(string text)
    {
        var masked = Plainly(text);
        var open = masked;
        for (var round = 0; round < Escapes && open.Contains('%', StringComparison.Ordinal); round++)
        {
            open = Uri.UnescapeDataString(open);
            if (Plainly(open) is var told && told != open)
                return Masked(OneLine(told));
        }
        return masked;
    }

    private static string Plainly(string text) => Landline().Replace(Mobile().Replace(WrittenIds.Masked(text), found => Masked(found)), found => Masked(found));

    // What was escaped must not begin a line of its own.
    private static string OneLine(string text) => string.Create(text.Length, text, static (characters, from) =>
    {
        for (var i = 0; i < characters.Length; i++)
            characters[i] = char.IsControl(from[i]) ? ' ' : from[i];
    });

    private static string Masked(Match found)
    {
        var digits = string.Concat(found.Groups["number"].Value.Where(char.IsAsciiDigit));
        return $"{digits[..3]}****{digits[^4..]}";
    }

    // Beside a letter or a digit it is part of a hash or a longer number.
    [GeneratedRegex(@"(?<![0-9A-Za-z.])(?:\+?86[ -]?)?(?<number>1[3-9][0-9](?:[ -]?[0-9]){8})(?![0-9A-Za-z])")]
    private static partial Regex Mobile();

    // With the area code, as it is asked for. Beside a hyphen it is part of an identifier.
    [GeneratedRegex(@"(?<![0-9A-Za-z.-])(?:\+?86[ -]?)?[(]?(?<number>0(?:10|2[0-9]|[3-9][0-9]{2})[)]?[ -]?[1-9][0-9]{6,7})(?![0-9A-Za-z-])")]
    private static partial Regex Landline();
}
