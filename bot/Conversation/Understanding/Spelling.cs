using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;

namespace OneVisit.Conversation.Understanding;

/// <summary>
/// Puts right what is typed by its sound or its shape (「低宝」 for 「低保」), in traditional characters, in pinyin, or with a slip of the finger, from
/// <c>spelling.json</c>. Only whole words of ours are put right, and never into or out of a word that means something else.
/// </summary>
internal static class Spelling
{
    private const int LongestWord = 6;

    private static readonly PatternFile File = PatternFile.Open("spelling");
    private static readonly FrozenDictionary<char, char> Simple = Pairs(File.Text("traditional"));
    private static readonly FrozenDictionary<string, string> Slips = File.Names("slips");
    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> SlipAt = Slips.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> RightAt = Variants().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The same text with the words put right. For reading only: places in it are not those of the original.</summary>
    /// <param name="comparable">As <see cref="PlainInput.Comparable"/> makes it.</param>
    public static string Mend(string comparable)
    {
        Span<char> simple = stackalloc char[PlainInput.Longest];
        var text = comparable.Length <= simple.Length ? simple[..comparable.Length] : new char[comparable.Length];
        for (var i = 0; i < comparable.Length; i++) text[i] = Simple.GetValueOrDefault(comparable[i], comparable[i]);
        var mended = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var length = char.IsAsciiLetter(text[at]) ? LetterWord(text, at, mended) : HanWord(text, at, mended);
            at += length;
        }
        return mended.ToString();
    }

    private static int LetterWord(ReadOnlySpan<char> text, int start, StringBuilder mended)
    {
        var end = start;
        while (end < text.Length && (char.IsAsciiLetter(text[end]) || text[end] == '\'')) end++;
        var word = text[start..end];
        mended.Append(SlipAt.TryGetValue(word, out var right) ? right : word);
        return word.Length;
    }

    private static int HanWord(ReadOnlySpan<char> text, int start, StringBuilder mended)
    {
        for (var length = Math.Min(LongestWord, text.Length - start); length >= 2; length--)
        {
            var word = text.Slice(start, length);
            if (!RightAt.TryGetValue(word, out var right)) continue;
            mended.Append(right);
            return length;
        }
        mended.Append(text[start]);
        return 1;
    }

    /// <summary>Every word of ours as it may be mistyped, and what is meant; a word of its own stands for itself.</summary>
    private static FrozenDictionary<string, string> Variants()
    {
        var alike = File.Texts("alike").SelectMany(group => group.Select(c => (c, group))).ToLookup(pair => pair.c, pair => pair.group);
        var words = File.Texts("words");
        var variants = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var own in words.Concat(File.Texts("ownWords"))) variants[own] = own;
        foreach (var word in words)
        {
            foreach (var variant in Typed(word, alike)) variants.TryAdd(variant, word);
        }
        foreach (var (slip, right) in Slips)
        {
            if (!char.IsAscii(slip[0])) variants[slip] = right;
        }
        return variants.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Typed(string word, ILookup<char, string> alike)
    {
        IEnumerable<string> begun = [""];
        foreach (var c in word)
        {
            ImmutableArray<char> here = [.. alike[c].SelectMany(group => group).Append(c).Distinct()];
            begun = [.. begun.SelectMany(before => here.Select(each => before + each))];
        }
        return begun;
    }

    private static FrozenDictionary<char, char> Pairs(string written) =>
        written.Split(' ').ToFrozenDictionary(pair => pair[0], pair => pair[1]);
}
