using System.Collections.Frozen;
using System.Collections.Immutable;
using OneVisit.Domain.Directories;

namespace OneVisit.Domain.Places;

/// <summary>The places of the city, found as people type them.</summary>
public sealed class Gazetteer
{
    private readonly FrozenDictionary<string, Township> townships;
    private readonly FrozenDictionary<string, Village> villages;
    private readonly FrozenDictionary<string, Grid> grids;

    // Only who looks for places needs it, and many programs that know them never do.
    private readonly Lazy<PlaceSearch> search;

    /// <param name="grids">Of these villages, in force today; none where the city has no directory.</param>
    public Gazetteer(IEnumerable<Township> townships, IEnumerable<Village> villages, IEnumerable<Grid>? grids = null)
    {
        this.townships = townships.ToFrozenDictionary(place => place.Code, StringComparer.Ordinal);
        this.villages = villages.ToFrozenDictionary(place => place.Code, StringComparer.Ordinal);
        this.grids = (grids ?? []).ToFrozenDictionary(grid => grid.Code, StringComparer.Ordinal);
        search = new(() => new PlaceSearch(this));
    }

    /// <summary>All, in order of their codes.</summary>
    public IEnumerable<Township> Townships => townships.Values.OrderBy(place => place.Code, StringComparer.Ordinal);

    /// <summary>All, in order of their codes.</summary>
    public IEnumerable<Village> Villages => villages.Values.OrderBy(place => place.Code, StringComparer.Ordinal);

    /// <summary>All, in order of their codes.</summary>
    public IEnumerable<Grid> Grids => grids.Values.OrderBy(grid => grid.Code, StringComparer.Ordinal);

    public Township? Township(string code) => townships.GetValueOrDefault(code);

    public Village? Village(string code) => villages.GetValueOrDefault(code);

    /// <param name="code">Fifteen digits.</param>
    public Grid? Grid(string code) => grids.GetValueOrDefault(code);

    /// <summary>The village that is there today: a merged one's successor; <c>null</c>: it is unknown, or went into none.</summary>
    public Village? Today(string code)
    {
        var village = Village(code);
        // Merged again and again, and never in a circle.
        for (var steps = 0; village is { Into: { } next } && steps < 16; steps++)
            village = Village(next);
        return village is { Active: true, Into: null } ? village : null;
    }

    /// <summary>
    /// The villages that fit best, all alike, at most six; one when it is clear, empty when nothing fits. A township alone gives its villages.
    /// Villages of an inactive township are left out.
    /// </summary>
    public ImmutableArray<Village> Find(string typed) => [.. Locate(typed).Places.Select(place => place.Village).Distinct()];

    /// <summary>
    /// The same down to the grid, where one was named: by its number (史家庄二组), an estate or another landmark. In characters, in others that sound the same,
    /// in pinyin with or without tones, with a slip of the finger, or by initials when nothing else fits.
    /// </summary>
    public FoundPlaces Locate(string typed) => search.Value.Find(typed);
}
