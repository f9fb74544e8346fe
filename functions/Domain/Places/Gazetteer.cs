using System.Collections.Frozen;
using System.Collections.Immutable;

namespace OneVisit.Domain.Places;

/// <summary>The places of the city, found as people type them.</summary>
public sealed class Gazetteer
{
    private readonly FrozenDictionary<string, Township> townships;
    private readonly FrozenDictionary<string, Village> villages;
    private readonly PlaceSearch search;

    public Gazetteer(IEnumerable<Township> townships, IEnumerable<Village> villages)
    {
        this.townships = townships.ToFrozenDictionary(place => place.Code, StringComparer.Ordinal);
        this.villages = villages.ToFrozenDictionary(place => place.Code, StringComparer.Ordinal);
        search = new PlaceSearch(Townships.Where(place => place.Active), Villages.Where(place => Township(place.Township) is { Active: true }));
    }

    /// <summary>All, in order of their codes.</summary>
    public IEnumerable<Township> Townships => townships.Values.OrderBy(place => place.Code, StringComparer.Ordinal);

    /// <summary>All, in order of their codes.</summary>
    public IEnumerable<Village> Villages => villages.Values.OrderBy(place => place.Code, StringComparer.Ordinal);

    public Township? Township(string code) => townships.GetValueOrDefault(code);

    public Village? Village(string code) => villages.GetValueOrDefault(code);

    /// <summary>
    /// The villages that fit best, all alike, at most six; one when it is clear, empty when nothing fits. A township alone gives its villages.
    /// Villages of an inactive township are left out.
    /// </summary>
    public ImmutableArray<Village> Find(string typed) => search.Find(typed);
}
