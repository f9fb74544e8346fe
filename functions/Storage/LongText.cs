using System.Globalization;
using System.Text;
using Azure.Data.Tables;

namespace OneVisit.Storage;

/// <summary>
/// Text in a table row. A property holds at most 64 KB (32 K characters) and a row 1 MB, so a long text goes into numbered properties;
/// one that no row can hold is refused.
/// </summary>
internal static class LongText
{
    public const int CharactersEach = 30_000;
    public const int Pieces = 15;
    public const int Longest = CharactersEach * Pieces;

    /// <exception cref="TextTooLargeException">No row can hold it.</exception>
    public static void Put(TableEntity row, string name, string text)
    {
        if (text.Length > Longest - Pieces)
            throw new TextTooLargeException(text.Length);
        for (int start = 0, piece = 0; piece == 0 || start < text.Length; piece++)
        {
            var length = Math.Min(CharactersEach, text.Length - start);
            // Half of a character pair is no text and would not survive the way.
            if (start + length < text.Length && char.IsHighSurrogate(text[start + length - 1]))
                length--;
            row[NameOf(name, piece)] = text.Substring(start, length);
            start += length;
        }
    }

    public static string Get(TableEntity row, string name)
    {
        var text = new StringBuilder(row.GetString(name));
        for (var piece = 1; row.TryGetValue(NameOf(name, piece), out var more) && more is string some; piece++)
            text.Append(some);
        return text.ToString();
    }

    /// <summary>All properties that a text of this name may lie in, for who reads no others.</summary>
    public static IEnumerable<string> NamesOf(string name) => Enumerable.Range(0, Pieces).Select(piece => NameOf(name, piece));

    private static string NameOf(string name, int piece) => piece == 0 ? name : name + piece.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Something is larger than a row can be (1 MB).</summary>
public sealed class TextTooLargeException(int characters)
    : Exception($"{characters} characters do not fit into one row, which holds {LongText.Longest - LongText.Pieces}.");
