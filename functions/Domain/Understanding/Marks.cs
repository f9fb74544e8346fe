namespace OneVisit.Domain.Understanding;

/// <summary>A mark of a text by which its meaning is recognised, and how much it counts before it is known how rare it is.</summary>
internal readonly record struct Mark(ulong Key, float Weight);

/// <summary>
/// Finds the marks of a plain text: single characters and words, neighbours by two and three, by two over a gap, and by their sound, so that a
/// wrong character leaves most marks in place; of English words also their parts.
/// </summary>
internal static class Marks
{
    public const int Most = 2048;

    private const int MostTokens = 240;
    private const ulong Gap = 0, Begin = 1, End = 2;

    // The weights below were chosen on the training part by leaving a fifth out in turn, never on the part held back.
    private enum Kind
    {
        Single = 1,
        Pair,
        Triple,
        OverOne,
        SoundPair,
        SoundTriple,
        PartOfWord,
    }

    /// <param name="found">Has room for <see cref="Most"/>.</param>
    public static int Find(ReadOnlySpan<char> plain, SpeechTable table, Span<Mark> found)
    {
        Span<ulong> tokens = stackalloc ulong[MostTokens];
        Span<ulong> sounds = stackalloc ulong[MostTokens];
        var marks = new Collector(found);
        var count = Cut(plain, table, tokens, sounds, ref marks);
        for (var i = 0; i < count; i++)
        {
            var (one, two, three) = (tokens[i], At(tokens, count, i + 1), At(tokens, count, i + 2));
            if (one == Gap) continue;
            if (one > End) marks.Add(Kind.Single, one, 0, 0, one <= char.MaxValue ? 0.9f : 1.5f);
            if (three != Gap) marks.Add(Kind.OverOne, one, three, 0, 0.35f);
            if (two == Gap) continue;
            marks.Add(Kind.Pair, one, two, 0, 1f);
            marks.Add(Kind.SoundPair, sounds[i], sounds[i + 1], 0, 0.5f);
            if (three == Gap) continue;
            marks.Add(Kind.Triple, one, two, three, 0.55f);
            marks.Add(Kind.SoundTriple, sounds[i], sounds[i + 1], sounds[i + 2], 0.3f);
        }
        return marks.Count;
    }

    private static ulong At(ReadOnlySpan<ulong> tokens, int count, int index) => index < count ? tokens[index] : Gap;

    /// <summary>Characters, words and numbers, with a gap where a mark of punctuation stood, between a beginning and an end.</summary>
    private static int Cut(ReadOnlySpan<char> plain, SpeechTable table, scoped Span<ulong> tokens, scoped Span<ulong> sounds, ref Collector marks)
    {
        var count = 0;
        (tokens[0], sounds[count++]) = (Begin, Begin);
        for (var at = 0; at < plain.Length && count < MostTokens - 1;)
        {
            var c = plain[at];
            var end = at + 1;
            if (SpeechTable.IsHan(c))
            {
                (tokens[count], sounds[count++]) = (c, table.SoundOf(c));
            }
            else if (char.IsAsciiLetter(c))
            {
                while (end < plain.Length && (char.IsAsciiLetter(plain[end]) || plain[end] == '\'')) end++;
                var word = Stem(plain[at..end]);
                Parts(word, ref marks);
                (tokens[count], sounds[count++]) = (Hash(word), Hash(word));
            }
            else if (char.IsAsciiDigit(c))
            {
                while (end < plain.Length && char.IsAsciiDigit(plain[end])) end++;
                (tokens[count], sounds[count++]) = (Number(plain[at..end]), Gap);
            }
            else if (c != ' ' && tokens[count - 1] > End)
            {
                (tokens[count], sounds[count++]) = (Gap, Gap);
            }
            at = end;
        }
        if (tokens[count - 1] == Gap && count > 1) count--;
        (tokens[count], sounds[count++]) = (End, End);
        return count;
    }

    private static ReadOnlySpan<char> Stem(ReadOnlySpan<char> word)
    {
        if (word.EndsWith("'s")) return word[..^2];
        return word.Length > 3 && word[^1] == 's' && word[^2] != 's' ? word[..^1] : word;
    }

    private static void Parts(ReadOnlySpan<char> word, ref Collector marks)
    {
        for (var i = 0; i + 4 <= word.Length && word.Length > 4; i++)
            marks.Add(Kind.PartOfWord, Hash(word.Slice(i, 4)), 0, 0, 0.45f);
    }

    /// <summary>Ages matter by the limits of the law: a number stands for 60 and over, 80 and over, 100 and over.</summary>
    private static ulong Number(ReadOnlySpan<char> digits)
    {
        var value = digits.Length > 3 ? 1000 : int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);
        return (1UL << 32) + value switch { < 60 => 0u, < 80 => 60u, < 100 => 80u, <= 120 => 100u, < 1000 => 200u, _ => 1000u };
    }

    // FNV-1a; the top bit tells a word from a character.
    private static ulong Hash(ReadOnlySpan<char> word)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in word) hash = (hash ^ c) * 1099511628211UL;
        return hash | (1UL << 63);
    }

    private ref struct Collector(Span<Mark> found)
    {
        private readonly Span<Mark> found = found;

        public int Count { get; private set; }

        public void Add(Kind kind, ulong one, ulong two, ulong three, float weight)
        {
            if (Count == found.Length) return;
            var key = (ulong)kind * 0x9E3779B97F4A7C15UL;
            key = Mix(key ^ one);
            key = Mix(key ^ two);
            found[Count++] = new Mark(Mix(key ^ three), weight);
        }

        private static ulong Mix(ulong x)
        {
            x = (x ^ (x >> 32)) * 0xD6E8FEB86659FD93UL;
            return x ^ (x >> 32);
        }
    }
}
