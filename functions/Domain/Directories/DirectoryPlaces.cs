using System.Collections.Immutable;
using OneVisit.Domain.Law;
using OneVisit.Domain.Places;

namespace OneVisit.Domain.Directories;

/// <summary>Villages and grids of an edition as they are on a day: who was renamed, who went into whom, who is no more.</summary>
/// <param name="Villages">Those of before included, so that an old case finds its names.</param>
/// <param name="Grids">Those that are there on that day.</param>
public sealed record DirectoryPlaces(ImmutableArray<Village> Villages, ImmutableArray<Grid> Grids)
{
    public static DirectoryPlaces None { get; } = new([], []);

    public static DirectoryPlaces Of(DirectoryEdition edition, DateOnly day)
    {
        var villages = edition.Villages.Where(village => village.From <= day).Select(village => new Village(village.Code, village.Name, village.Township, SourceStatus.Verified)
        {
            OtherNames = village.OtherNames,
            Into = village.To < day ? village.Into : null,
            Active = village.To is null || village.To >= day || village.Into is not null,
        }).ToImmutableArray();
        return new(villages, [.. edition.Grids.Where(grid => ((IEffective)grid).CoversDay(day))]);
    }

    /// <summary>The last day up to a day on which a place began, or was no more: from then on they are as they are on that day.</summary>
    public static DateOnly Since(DirectoryEdition edition, DateOnly day) => edition.Villages.Cast<IEffective>().Concat(edition.Grids)
        .SelectMany(place => new[] { place.From, place.To is { } last ? last.AddDays(1) : place.From })
        .Where(turn => turn <= day).DefaultIfEmpty(DateOnly.MinValue).Max();

    /// <summary>These places laid over those of a catalogue: its townships, and its villages that no edition tells of.</summary>
    public Gazetteer Over(Gazetteer catalogue)
    {
        if (Villages.IsEmpty && Grids.IsEmpty)
            return catalogue;
        var told = Villages.Select(village => village.Code).ToHashSet(StringComparer.Ordinal);
        return new Gazetteer(catalogue.Townships, catalogue.Villages.Where(village => !told.Contains(village.Code)).Concat(Villages), Grids);
    }
}
