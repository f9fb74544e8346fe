using System.Collections.Immutable;
using OneVisit.Domain.Directories;

namespace OneVisit.Domain.Places;

/// <summary>Finds villages and their grids as people type them; see <see cref="Gazetteer.Locate"/>.</summary>
internal sealed class PlaceSearch
{
    // Nobody types a longer address; a longer text is not looked at.
    private const int LongestTyped = 60;

    // A part that so many names have in common tells nothing.
    private const int MostParts = 24;

    private readonly ImmutableArray<Village> villages;
    private readonly ImmutableArray<Grid> grids;
    private readonly Dictionary<string, Village> villageOf;
    private readonly ILookup<(string Village, int Number), Grid> numbered;
    private readonly ILookup<string, Village> initials;
    private readonly TownshipNames townships;
    private readonly NamedPlaces villageNames, gridNames;

    public PlaceSearch(Gazetteer places)
    {
        // Under their own names and under those of what went into them.
        (Village Meant, Village Named)[] named = [.. places.Villages.Select(village => (Meant: places.Today(village.Code), Named: village))
            .Where(pair => pair.Meant is not null && places.Township(pair.Meant.Township) is { Active: true }).Select(pair => (pair.Meant!, pair.Named))];
        var syllables = new Syllables(
            named.Select(pair => pair.Named.Name).Select(name => (PlaceName.OfVillage(name.Zh), PlaceName.OfVillage(name.En)))
                .Concat(places.Townships.Select(township => (PlaceName.OfTownship(township.Name.Zh), PlaceName.OfTownship(township.Name.En)))));
        villages = [.. named.Select(pair => pair.Meant).Distinct()];
        villageOf = villages.ToDictionary(village => village.Code, StringComparer.Ordinal);
        grids = [.. places.Grids.Where(grid => villageOf.ContainsKey(grid.Village))];
        townships = new(places.Townships.Where(place => place.Active), syllables);
        (villageNames, gridNames) = (new(syllables), new(syllables));
        var numbers = villages.Select((village, at) => (village, at)).ToDictionary(pair => pair.village.Code, pair => pair.at, StringComparer.Ordinal);
        foreach (var (meant, known) in named)
        {
            foreach (var name in NamesOf(known))
                villageNames.Add(name, numbers[meant.Code]);
        }
        for (var at = 0; at < grids.Length; at++)
        {
            foreach (var name in NamesOf(grids[at]))
                gridNames.Add(name, at);
        }
        numbered = grids.Select(grid => (Grid: grid, GridNumber.Take(PlaceName.Plain(grid.Name.Zh)).Number)).Where(pair => pair.Number is not null)
            .ToLookup(pair => (pair.Grid.Village, pair.Number!.Value), pair => pair.Grid);
        initials = villages.Select(village => (Village: village, Letters: syllables.Initials(PlaceName.OfVillage(village.Name.Zh)))).ToLookup(pair => pair.Letters, pair => pair.Village, StringComparer.Ordinal);
    }

    public FoundPlaces Find(string? typed)
    {
        var plain = PlaceName.Plain(Syllables.WithoutTones(typed ?? ""));
        if (plain.Length is 0 or > LongestTyped)
            return FoundPlaces.None;
        var (number, rest) = GridNumber.Take(plain);
        var found = rest.Length == 0 ? Resolution.None : Across(rest, number);
        // What looks like a group's number may be part of a name.
        if (found.IsEmpty && number is not null)
            found = Across(plain, null);
        FoundPlace[] all = [.. found.Places.Distinct().OrderBy(place => place.Village.Code, StringComparer.Ordinal).ThenBy(place => place.Grid?.Code, StringComparer.Ordinal)];
        return new([.. all.Take(FoundPlaces.Most)], all.Length > FoundPlaces.Most);
    }

    private Resolution Across(string text, int? number)
    {
        var (township, rest) = townships.Split(text);
        if (township is null)
            return Within(null, text, number);
        var anywhere = Within(null, text, number);
        // A village called like its township is meant where nothing more is said than that name.
        if (anywhere.Rank == NameTable.Same)
            return anywhere;
        if (rest.Length == 0)
            return new([.. villages.Where(village => village.Township == township.Code).Select(village => new FoundPlace(village))], NameTable.Part);
        var there = Within(township, rest, number);
        if (there.Rank < NameTable.Slipped)
            return there;
        // The village counts more than a wrong township; with a slip there and the very name elsewhere, both may be meant.
        return anywhere.Rank < NameTable.Part ? new([.. there.Places, .. anywhere.Places], anywhere.Rank) : there.IsEmpty ? anywhere : there;
    }

    private Resolution Within(Township? township, string text, int? number)
    {
        var byVillage = Best(villageNames.Find(PlaceName.OfVillage(text), at => IsIn(villages[at])));
        var byGrid = Best(gridNames.Find(text, at => IsIn(villageOf[grids[at].Village])));
        if (byVillage is [{ Rank: < NameTable.Part } village, ..])
        {
            // 史家庄小学 is a school, wherever it is, and more than the village in its name.
            if (byGrid is [{ Rank: < NameTable.Part } landmark, ..] && landmark.From <= village.From && landmark.To >= village.To && landmark.To - landmark.From > village.To - village.From)
                return Grids(byGrid);
            return new(Narrowed([.. byVillage.Select(match => villages[match.Place])], text[village.To..], text[..village.From], number), village.Rank);
        }
        if (byGrid is [var grid, ..] && (byVillage.Length == 0 || grid.Rank < byVillage[0].Rank))
            return IsTooVague(byGrid) ? Resolution.None : Grids(byGrid);
        if (byVillage is [var likely, ..])
            return IsTooVague(byVillage) ? Resolution.None : new(Narrowed([.. byVillage.Select(match => villages[match.Place])], "", "", number), likely.Rank);
        FoundPlace[] lettered = [.. initials[text].Where(IsIn).Select(place => new FoundPlace(place))];
        return lettered.Length == 0 || text.Length < 2 ? Resolution.None : new(lettered, Resolution.Initials);

        bool IsIn(Village village) => township is null || village.Township == township.Code;

        bool IsTooVague(NameMatch[] matches) => township is null && matches.Length > MostParts;
    }

    // Down to the grids that the words around the village name, or its number.
    private FoundPlace[] Narrowed(Village[] named, string behind, string before, int? number)
    {
        var codes = named.Select(village => village.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var words in new[] { behind, before })
        {
            if (Best(gridNames.Find(words, at => codes.Contains(grids[at].Village))) is { Length: > 0 } landmarks)
                return Grids(landmarks).Places;
        }
        return [.. named.SelectMany(village => number is { } wished && numbered[(village.Code, wished)].ToArray() is { Length: > 0 } some
            ? some.Select(grid => new FoundPlace(village, grid))
            : [new FoundPlace(village)])];
    }

    private Resolution Grids(NameMatch[] matches) => new([.. matches.Select(match => new FoundPlace(villageOf[grids[match.Place].Village], grids[match.Place]))], matches[0].Rank);

    private static NameMatch[] Best(List<NameMatch> matches)
    {
        if (matches.Count == 0)
            return [];
        var best = matches.Min(match => match.Rank);
        return [.. matches.Where(match => match.Rank == best)];
    }

    private static IEnumerable<string> NamesOf(Village village) => village.OtherNames.Prepend(village.Name.En).Prepend(village.Name.Zh).Select(PlaceName.OfVillage);

    private IEnumerable<string> NamesOf(Grid grid)
    {
        var village = villageOf[grid.Village].Name;
        return grid.Landmarks.Select(PlaceName.Plain)
            .Append(PlaceName.OfGrid(grid.Name.Zh, PlaceName.OfVillage(village.Zh))).Append(PlaceName.OfGrid(grid.Name.En, PlaceName.OfVillage(village.En)));
    }

    /// <param name="Rank">How alike, see <see cref="NameTable"/>.</param>
    private sealed record Resolution(FoundPlace[] Places, int Rank)
    {
        public const int Initials = 4000;

        public static Resolution None { get; } = new([], int.MaxValue);

        public bool IsEmpty => Places.Length == 0;
    }
}
