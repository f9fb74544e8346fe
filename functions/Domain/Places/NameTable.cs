using System.Runtime.InteropServices;

namespace OneVisit.Domain.Places;

/// <summary>Somewhere a name fits what was typed.</summary>
/// <param name="Place">Number of the place.</param>
/// <param name="Rank">Smaller is more alike, see <see cref="NameTable"/>.</param>
/// <param name="From">First character of what was typed that it takes up.</param>
/// <param name="To">Behind the last.</param>
internal readonly record struct NameMatch(int Place, int Rank, int From, int To);

/// <summary>
/// Names of one writing, found in what was typed without comparing each: whole names and names inside a sentence by look-up, parts of names and slips of the
/// finger among those that share their rarest letters.
/// </summary>
/// <param name="isLatin">Spelled in letters: parts must be longer to tell anything.</param>
internal sealed class NameTable(bool isLatin)
{
    /// <summary>The very name.</summary>
    public const int Same = 0;

    /// <summary>The name inside a longer sentence, less the more of it is the name: of several the longest is meant.</summary>
    public const int Inside = 1000;

    /// <summary>A part of the name.</summary>
    public const int Part = 2000;

    /// <summary>The name with slips, and as many more.</summary>
    public const int Slipped = 3000;

    // A single letter in characters; two in Latin ones, which there are only 26 of.
    private readonly int gram = isLatin ? 2 : 1;
    private readonly int shortestPart = isLatin ? 4 : 2;

    private readonly List<(string Name, List<int> Places)> names = [];
    private readonly Dictionary<string, int> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> postings = new(StringComparer.Ordinal);
    private int longest;

    public void Add(string name, int place)
    {
        if (name.Length == 0)
            return;
        ref var at = ref CollectionsMarshal.GetValueRefOrAddDefault(byName, name, out var isKnown);
        if (!isKnown)
        {
            at = names.Count;
            names.Add((name, []));
            longest = Math.Max(longest, name.Length);
            for (var i = 0; i + gram <= name.Length; i++)
                Post(name.Substring(i, gram), at);
        }
        if (!names[at].Places.Contains(place))
            names[at].Places.Add(place);
    }

    /// <summary>Names that are the text, or stand in it.</summary>
    /// <param name="cuts">Where a name may begin and end, ascending, from 0 to the text's length: a character that is spelled out is not cut.</param>
    public void FindNamed(string text, ReadOnlySpan<int> cuts, List<NameMatch> found)
    {
        var lookup = byName.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var i = 0; i + 1 < cuts.Length; i++)
        {
            for (var j = i + 1; j < cuts.Length && cuts[j] - cuts[i] <= longest; j++)
            {
                var isWhole = i == 0 && j == cuts.Length - 1;
                if ((isWhole || MayStandInside(j - i, cuts[j] - cuts[i])) && lookup.TryGetValue(text.AsSpan(cuts[i]..cuts[j]), out var at))
                    AddAll(at, isWhole ? Same : Inside - (j - i), i, j, found);
            }
        }
    }

    /// <summary>Names of which the text is a part.</summary>
    public void FindParts(string text, int units, List<NameMatch> found)
    {
        if (text.Length < shortestPart || Rarest(text, 0, text.Length) is not { } rarest)
            return;
        foreach (var at in rarest)
        {
            if (names[at].Name.Length > text.Length && names[at].Name.Contains(text, StringComparison.Ordinal))
                AddAll(at, Part, 0, units, found);
        }
    }

    /// <summary>Names that the text may be with slips of the finger.</summary>
    public void FindSlipped(string text, int units, List<NameMatch> found)
    {
        if (text.Length > longest + Likeness.MostSlips)
            return;
        foreach (var at in Likely(text))
        {
            var name = names[at].Name;
            if (Likeness.Slips(text, name, Likeness.SlipsForgiven(name.Length, isLatin)) is > 0 and var slips)
                AddAll(at, Slipped + slips, 0, units, found);
        }
    }

    // So many slips leave one of more pieces whole, a swap counting as two: what fits shares the rarest letters of one.
    private HashSet<int> Likely(string text)
    {
        var pieces = Math.Max(1, Math.Min(Likeness.SlipsForgiven(text.Length + Likeness.MostSlips, isLatin) + 2, text.Length / gram));
        var likely = new HashSet<int>();
        for (var piece = 0; piece < pieces; piece++)
            likely.UnionWith(Rarest(text, piece * text.Length / pieces, (piece + 1) * text.Length / pieces) ?? []);
        return likely;
    }

    // The shortest list of names with letters of a piece of the text; null when the piece is too short, empty when no name has those letters.
    private List<int>? Rarest(string text, int from, int to)
    {
        List<int>? rarest = null;
        var lookup = postings.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var i = from; i + gram <= to; i++)
        {
            if (!lookup.TryGetValue(text.AsSpan(i, gram), out var some))
                return [];
            if (rarest is null || some.Count < rarest.Count)
                rarest = some;
        }
        return rarest;
    }

    // Spelled by the typist, so that syllables cannot be told, it takes a letter more.
    private bool MayStandInside(int units, int letters) => units >= 2 && (!isLatin || letters >= (units == letters ? shortestPart + 1 : shortestPart));

    private void AddAll(int at, int rank, int from, int to, List<NameMatch> found)
    {
        foreach (var place in names[at].Places)
            found.Add(new(place, rank, from, to));
    }

    private void Post(string letters, int at)
    {
        ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(postings, letters, out _);
        list ??= [];
        if (list.Count == 0 || list[^1] != at)
            list.Add(at);
    }
}
