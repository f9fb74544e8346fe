namespace OneVisit.Domain.Places;

/// <summary>Finds the township in what somebody typed.</summary>
internal sealed class TownshipNames
{
    private readonly List<(string Key, Township Place)> keys = [];
    private readonly NameTable sounds = new(isLatin: true);
    private readonly List<Township> places;
    private readonly Syllables syllables;

    /// <param name="townships">Active ones.</param>
    public TownshipNames(IEnumerable<Township> townships, Syllables syllables)
    {
        (this.syllables, places) = (syllables, [.. townships]);
        for (var at = 0; at < places.Count; at++)
        {
            foreach (var name in KeysOf(places[at]).Distinct())
            {
                keys.Add((name, places[at]));
                sounds.Add(syllables.Of(name), at);
            }
        }
        keys.Sort((one, other) => other.Key.Length.CompareTo(one.Key.Length));
    }

    /// <returns>The township and what remains; no township and the whole text where none is named.</returns>
    public (Township? Township, string Remaining) Split(string plain)
    {
        foreach (var (key, place) in keys)
        {
            if (plain.IndexOf(key, StringComparison.Ordinal) is >= 0 and var at)
                return (place, Without(plain, at, at + key.Length));
        }
        return NamedPlaces.IsSpelled(plain) ? (null, plain) : SplitBySound(plain);
    }

    private (Township? Township, string Remaining) SplitBySound(string plain)
    {
        var (sound, cuts) = syllables.Spell(plain);
        var heard = new List<NameMatch>();
        sounds.FindNamed(sound, cuts, heard);
        if (heard.Count == 0)
            return (null, plain);
        var best = heard.MinBy(match => (match.Rank, match.Place));
        return (places[best.Place], Without(plain, best.From, best.To));
    }

    // Chinese addresses name the village after the township, English ones before it.
    private static string Without(string plain, int from, int to) => to < plain.Length ? plain[to..] : plain[..from];

    // With its ending and without: 东都镇 and 东都. A single character is never left over: 翟镇 stays whole.
    private static IEnumerable<string> KeysOf(Township place) =>
        new[] { place.Name.Zh, place.Name.En }.SelectMany(name => new[] { PlaceName.Plain(name), PlaceName.OfTownship(name) });
}
