using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace OneVisit.Domain.Places;

/// <summary>
/// How characters are read, without tones: as the names of the city read them (翟 is "zhai" here), else as the table of common readings has it.
/// </summary>
internal sealed class Syllables
{
    // About four hundred syllables and the characters read so; see the file for where it comes from.
    private static readonly Lazy<FrozenDictionary<char, string>> Table = new(ReadTable);

    private static readonly Lazy<FrozenSet<string>> Known = new(() => Table.Value.Values.ToFrozenSet(StringComparer.Ordinal));

    private readonly Dictionary<char, string> local = [];

    /// <param name="names">From which to learn how the city reads its names: in characters and spelled, both without endings.</param>
    public Syllables(IEnumerable<(string Characters, string Spelled)> names)
    {
        var counts = new Dictionary<(char, string), int>();
        foreach (var (characters, spelled) in names)
        {
            if (Aligned(characters, spelled) is not { } readings)
                continue;
            for (var i = 0; i < readings.Length; i++)
                counts[(characters[i], readings[i])] = counts.GetValueOrDefault((characters[i], readings[i])) + 1;
        }
        foreach (var ((character, reading), _) in counts.OrderBy(entry => entry.Value).ThenBy(entry => entry.Key.Item2, StringComparer.Ordinal))
            local[character] = reading;
    }

    /// <summary>The syllable, or the character itself where nobody knows how it is read.</summary>
    public string Of(char character) => local.GetValueOrDefault(character) ?? Table.Value.GetValueOrDefault(character) ?? character.ToString();

    public string Of(string name) => string.Concat(name.Select(Of));

    /// <summary>A text as it sounds, and where its characters begin and end in that.</summary>
    public (string Sound, int[] Cuts) Spell(string text)
    {
        var cuts = new int[text.Length + 1];
        var sound = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            sound.Append(Of(text[i]));
            cuts[i + 1] = sound.Length;
        }
        return (sound.ToString(), cuts);
    }

    /// <summary>The first letters of a name's syllables: <c>sjz</c>.</summary>
    public string Initials(string name) => string.Concat(name.Select(character => Of(character)[0]));

    /// <summary>Latin letters without tone marks and tone numbers: <c>shǐ jiā</c> and <c>shi3 jia1</c> are <c>shi jia</c>. ü is v.</summary>
    public static string WithoutTones(string typed)
    {
        if (!typed.Any(c => char.IsAsciiLetter(c) || IsAccented(c)))
            return typed;
        var plain = new StringBuilder(typed.Length);
        foreach (var c in typed)
        {
            if (char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark)
                continue;
            var letters = IsAccented(c) ? c.ToString().Normalize(NormalizationForm.FormD) : "";
            plain.Append(letters.Length == 0 ? c : letters.Contains('\u0308') ? 'v' : letters[0]);
        }
        return GridNumber.WithoutToneNumbers(plain.ToString());
    }

    private static bool IsAccented(char c) => c is > '\u007f' and < '\u0250';

    /// <summary>A spelled name cut into as many syllables as it has characters, the usual readings before others; <c>null</c>: it cannot be.</summary>
    private static string[]? Aligned(string characters, string spelled)
    {
        var found = new string[characters.Length];
        return Align(0, 0) ? found : null;

        bool Align(int at, int from)
        {
            if (at == characters.Length)
                return from == spelled.Length;
            var usual = Table.Value.GetValueOrDefault(characters[at]);
            if (usual is not null && string.CompareOrdinal(spelled, from, usual, 0, usual.Length) == 0 && Take(usual.Length))
                return true;
            for (var length = Math.Min(6, spelled.Length - from); length > 0; length--)
            {
                if (Known.Value.Contains(spelled.Substring(from, length)) && Take(length))
                    return true;
            }
            return false;

            bool Take(int length)
            {
                found[at] = spelled.Substring(from, length);
                return Align(at + 1, from + length);
            }
        }
    }

    private static FrozenDictionary<char, string> ReadTable()
    {
        using var stream = typeof(Syllables).Assembly.GetManifestResourceStream("Places/syllables.txt") ?? throw new InvalidOperationException("Places/syllables.txt");
        using var reader = new StreamReader(stream);
        var table = new Dictionary<char, string>();
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#') || line.IndexOf(' ') is not (> 0 and var end))
                continue;
            foreach (var character in line.AsSpan(end + 1))
                table[character] = line[..end];
        }
        return table.ToFrozenDictionary();
    }
}
