using System.Collections.Immutable;

namespace OneVisit.Domain.Places;

/// <summary>Finds villages as people type them: with or without township, 村 or "cun", in characters or pinyin, with a slip of the finger.</summary>
internal sealed class PlaceSearch
{
    private const int MostFound = 6;

    // Nobody types a longer address; a longer text is not compared letter by letter.
    private const int LongestTyped = 60;

    private readonly ImmutableArray<(string Key, Township Place)> townshipKeys;
    private readonly ImmutableArray<(string Key, Village Place)> villageKeys;

    /// <param name="townships">Active ones.</param>
    /// <param name="villages">Of active townships.</param>
    public PlaceSearch(IEnumerable<Township> townships, IEnumerable<Village> villages)
    {
        townshipKeys = [.. townships.SelectMany(TownshipKeys).OrderByDescending(entry => entry.Key.Length)];
        villageKeys = [.. villages.SelectMany(place => new[] { (PlaceName.OfVillage(place.Name.Zh), place), (PlaceName.OfVillage(place.Name.En), place) })];
    }

    public ImmutableArray<Village> Find(string? typed)
    {
        var plain = PlaceName.Plain(typed ?? "");
        if (plain.Length is 0 or > LongestTyped)
            return [];
        var (township, rest) = SplitTownship(plain);
        var name = PlaceName.OfVillage(rest);
        if (township is null)
            return Best(name, villageKeys);
        var there = villageKeys.Where(entry => entry.Place.Township == township.Code);
        if (name.Length == 0)
            return [.. there.Select(entry => entry.Place).Distinct().Take(MostFound)];
        // A village whose own name begins like a township is meant when nothing fits within that township.
        return Best(name, there) is { IsEmpty: false } found ? found : Best(PlaceName.OfVillage(plain), villageKeys);
    }

    private (Township? Township, string Remaining) SplitTownship(string plain)
    {
        foreach (var (key, place) in townshipKeys)
        {
            var at = plain.IndexOf(key, StringComparison.Ordinal);
            if (at < 0)
                continue;
            // Chinese addresses name the village after the township, English ones before it.
            var after = plain[(at + key.Length)..];
            return (place, after.Length > 0 ? after : plain[..at]);
        }
        return (null, plain);
    }

    private static ImmutableArray<Village> Best(string name, IEnumerable<(string Key, Village Place)> candidates)
    {
        if (name.Length == 0)
            return [];
        var alike = candidates
            .Select(candidate => (candidate.Place, Rank: Likeness.Between(name, candidate.Key)))
            .Where(candidate => candidate.Rank is not null)
            .ToArray();
        if (alike.Length == 0)
            return [];
        var best = alike.Min(candidate => candidate.Rank);
        return [.. alike.Where(candidate => candidate.Rank == best).Select(candidate => candidate.Place).Distinct().Take(MostFound)];
    }

    // With its ending and without: 东都镇 and 东都. A single character is never left over: 翟镇 stays whole.
    private static IEnumerable<(string Key, Township Place)> TownshipKeys(Township place)
    {
        foreach (var name in new[] { place.Name.Zh, place.Name.En })
        {
            yield return (PlaceName.Plain(name), place);
            yield return (PlaceName.OfTownship(name), place);
        }
    }
}
