using System.Collections.Frozen;

namespace OneVisit.Domain.Understanding;

/// <summary>How people write: characters that stand for others, words that are typed as they sound, characters that sound alike.</summary>
/// <param name="characters">One for another: traditional for simplified, 俺 for 我.</param>
/// <param name="misspellings">Words for words of the same length: 底保 for 低保.</param>
/// <param name="soundAlikes">Groups of characters that sound alike; each is heard as the first of its group.</param>
public sealed class SpeechTable(
    IReadOnlyDictionary<char, char> characters, IReadOnlyDictionary<string, string> misspellings, IEnumerable<string> soundAlikes)
{
    /// <summary>Longer texts are read up to here, in UTF-16 units.</summary>
    public const int Longest = 400;

    private readonly FrozenDictionary<char, char> characters = characters.ToFrozenDictionary();

    private readonly FrozenDictionary<char, (string Wrong, string Right)[]> misspellings = misspellings
        .GroupBy(pair => pair.Key[0])
        .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(pair => pair.Key.Length).Select(pair => (pair.Key, pair.Value)).ToArray());

    private readonly FrozenDictionary<char, char> sounds = soundAlikes
        .SelectMany(group => group.Select(c => (Character: c, Sound: group[0])))
        .DistinctBy(pair => pair.Character)
        .ToFrozenDictionary(pair => pair.Character, pair => pair.Sound);

    /// <summary>Nothing stands for anything else.</summary>
    public static SpeechTable Empty { get; } = new(new Dictionary<char, char>(), new Dictionary<string, string>(), []);

    public char SoundOf(char c) => sounds.GetValueOrDefault(c, c);

    /// <summary>Plain lower case without blanks inside Chinese, at most <see cref="Longest"/> long; marks become <c>, . ! ?</c>.</summary>
    /// <param name="plain">Has room for <see cref="Longest"/>.</param>
    /// <returns>How much of <paramref name="plain"/> was written.</returns>
    public int Write(ReadOnlySpan<char> typed, Span<char> plain)
    {
        var length = 0;
        foreach (var typedCharacter in typed)
        {
            if (length == Longest) break;
            var c = Plain(typedCharacter);
            if (c == '\0' || (c == ' ' && (length == 0 || !char.IsAscii(plain[length - 1]) || plain[length - 1] == ' '))) continue;
            if (IsHan(c) && length > 1 && plain[length - 1] == ' ' && IsHan(plain[length - 2])) length--;
            plain[length++] = c;
        }
        Correct(plain[..length]);
        return length;
    }

    public string Plain(string typed)
    {
        Span<char> plain = stackalloc char[Longest];
        return plain[..Write(typed, plain)].ToString();
    }

    internal static bool IsHan(char c) => c is >= '\u3400' and <= '\u9FFF';

    private char Plain(char typed)
    {
        var c = char.ToLowerInvariant(TypedText.Plain(typed));
        if (characters.TryGetValue(c, out var other)) return other;
        return c switch
        {
            '。' or '；' or ';' or '…' => '.',
            '，' or '、' or '：' or ':' => ',',
            '\u2019' or '\u2018' or '`' => '\'',
            _ when char.IsWhiteSpace(c) => ' ',
            _ when char.IsControl(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.Format => '\0',
            _ => c,
        };
    }

    private void Correct(Span<char> plain)
    {
        for (var at = 0; at < plain.Length; at++)
        {
            if (!misspellings.TryGetValue(plain[at], out var known)) continue;
            foreach (var (wrong, right) in known)
            {
                if (!plain[at..].StartsWith(wrong, StringComparison.Ordinal)) continue;
                right.CopyTo(plain[at..]);
                break;
            }
        }
    }
}
