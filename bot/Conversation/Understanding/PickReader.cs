using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace OneVisit.Conversation.Understanding;

/// <summary>Reads a choice from a list that was shown: by number (「1和3」「第一个」「前两个」), by name, several at once, all, all but some, or none.</summary>
internal static class PickReader
{
    private static readonly PatternFile File = PatternFile.Open("picks");
    private static readonly Regex NoneOfThem = File.One("none");
    private static readonly Regex AllOfThem = File.One("all");
    private static readonly Regex AllBut = File.One("allBut");
    private static readonly Regex Separator = File.One("separator");
    private static readonly Regex First = File.One("first");
    private static readonly Regex Last = File.One("last");
    private static readonly Regex Final = File.One("final");
    private static readonly Regex Range = File.One("range");
    private static readonly Regex Numbered = File.One("numbered");
    private static readonly Regex Trimmed = File.One("trimmed");
    private static readonly FrozenDictionary<string, decimal> Ordinals = File.Numbers("ordinals");
    private static readonly string Letters = File.Text("letters");
    private static readonly string Circled = File.Text("circled");

    /// <param name="text">Comparable.</param>
    /// <param name="titles">As shown, in their order.</param>
    /// <returns><c>null</c> when nothing was understood.</returns>
    public static Picks? Read(string text, ImmutableArray<string> titles)
    {
        text = text.Trim();
        if (text.Length == 0 || titles.IsEmpty) return null;
        // 「没有」 stands in titles, too; alone it is an answer.
        if (NoneOfThem.IsMatch(text)) return new Picks.None();
        if (AllBut.Match(text) is { Success: true } but && Chosen(but.Groups["rest"].Value, titles) is { Count: > 0 } left)
            return Picked(Enumerable.Range(0, titles.Length).Where(entry => !left.Contains(entry)));
        if (Chosen(text, titles) is { Count: > 0 } chosen) return Picked(chosen);
        return AllOfThem.IsMatch(text) ? Picked(Enumerable.Range(0, titles.Length)) : null;
    }

    private static Picks Picked(IEnumerable<int> entries) => entries.Distinct().Order().ToImmutableArray() is { IsEmpty: false } some ? new Picks.Of(some) : new Picks.None();

    /// <summary>The entries spoken of; empty when one of the parts fits nothing and none is a number.</summary>
    private static HashSet<int> Chosen(string text, ImmutableArray<string> titles)
    {
        var chosen = new HashSet<int>();
        if (Counted(text, titles.Length, chosen)) return chosen;
        foreach (var part in Separator.Split(text))
        {
            var word = Trimmed.Replace(part, "");
            if (word.Length > 0 && !Number(word, titles.Length, chosen)) Named(word, titles, chosen);
        }
        return chosen;
    }

    /// <summary>前两个, 最后一个, 1 到 3.</summary>
    private static bool Counted(string text, int count, HashSet<int> chosen)
    {
        if (Final.IsMatch(text)) chosen.Add(count - 1);
        else if (First.Match(text) is { Success: true } first) chosen.UnionWith(Enumerable.Range(0, Math.Min(count, Value(first.Groups["n"].Value) ?? 0)));
        else if (Last.Match(text) is { Success: true } last && Value(last.Groups["n"].Value) is { } some) chosen.UnionWith(Enumerable.Range(Math.Max(0, count - some), Math.Min(some, count)));
        else if (Range.Match(text) is { Success: true } range && Value(range.Groups["a"].Value) is { } from && Value(range.Groups["b"].Value) is { } to && from >= 1 && from <= to && to <= count)
            chosen.UnionWith(Enumerable.Range(from - 1, to - from + 1));
        return chosen.Count > 0;
    }

    private static bool Number(string word, int count, HashSet<int> chosen)
    {
        if (word.Length == 1 && Circled.IndexOf(word[0], StringComparison.Ordinal) is >= 0 and var circled && circled < count) return chosen.Add(circled) || true;
        if (word.Length == 1 && Letters.IndexOf(word[0], StringComparison.Ordinal) is >= 0 and var letter && letter < count) return chosen.Add(letter) || true;
        if (Ordinals.TryGetValue(word, out var ordinal)) return ordinal <= count && (chosen.Add((int)ordinal - 1) || true);
        if (Numbered.Match(word) is not { Success: true } match || Value(match.Groups["n"].Value) is not { } number) return false;
        if (number >= 1 && number <= count) return chosen.Add(number - 1) || true;
        // 「13」 of five entries is the first and the third.
        var digits = match.Groups["n"].Value;
        if (!digits.All(c => char.IsAsciiDigit(c) && c > '0' && c - '0' <= count) || digits.Distinct().Count() != digits.Length) return false;
        chosen.UnionWith(digits.Select(c => c - '1'));
        return true;
    }

    /// <summary>The entry whose title holds the word or is held by it; else the only one that shares most of it.</summary>
    private static void Named(string word, ImmutableArray<string> titles, HashSet<int> chosen)
    {
        if (word.Length < 2 || (char.IsAscii(word[0]) && word.Length < 3)) return;
        var plain = titles.Select(title => Spelling.Mend(PlainInput.Comparable(title))).ToArray();
        var exact = Enumerable.Range(0, plain.Length).Where(entry => plain[entry] == word).ToArray();
        if (exact.Length == 0) exact = [.. Enumerable.Range(0, plain.Length).Where(entry => plain[entry].Contains(word, StringComparison.Ordinal) || (plain[entry].Length >= 2 && word.Contains(plain[entry], StringComparison.Ordinal)))];
        if (exact.Length == 0)
        {
            var alike = plain.Select((title, entry) => (entry, Share: Shared(word, title))).OrderByDescending(each => each.Share).ToArray();
            if (alike[0].Share >= 0.5 && (alike.Length == 1 || alike[0].Share > alike[1].Share)) exact = [alike[0].entry];
        }
        if (exact.Length == 1) chosen.Add(exact[0]);
    }

    /// <summary>The part of the word's neighbouring pairs that the title has too.</summary>
    private static double Shared(string word, string title)
    {
        if (word.Length > 40) return 0;
        var pairs = Enumerable.Range(0, word.Length - 1).Select(i => word.Substring(i, 2)).ToArray();
        return pairs.Count(pair => title.Contains(pair, StringComparison.Ordinal)) / (double)pairs.Length;
    }

    private static int? Value(string written) => NumberReader.Find(written) is [{ Low: >= 0 and <= 100_000 } number] && number.Low == number.High ? (int)number.Low : null;
}
