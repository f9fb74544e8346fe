using System.Collections.Immutable;

namespace OneVisit.Domain.Directories;

/// <summary>
/// The city's directory as it was handed in once (名录): every village, grid, member of staff and service point, each line with its days. An edition
/// never changes; another one takes its place from a day on. Townships are not in it: their codes are the catalogue's.
/// </summary>
/// <param name="Villages">In order of their codes.</param>
/// <param name="Grids">In order of their codes.</param>
/// <param name="People">In order of their ids.</param>
/// <param name="Points">In order of the codes of their townships.</param>
public sealed record DirectoryEdition(
    ImmutableArray<VillageRecord> Villages, ImmutableArray<Grid> Grids, ImmutableArray<PersonRecord> People, ImmutableArray<PointRecord> Points)
{
    public static DirectoryEdition Empty { get; } = new([], [], [], []);

    /// <summary>The same, whatever the order in which it was told: lines by their codes and days, and so is what belongs to a person.</summary>
    public DirectoryEdition Ordered() => new(
        [.. Villages.OrderBy(village => village.Code, StringComparer.Ordinal)],
        [.. Grids.OrderBy(grid => grid.Code, StringComparer.Ordinal)],
        [.. People.OrderBy(person => person.Id, StringComparer.Ordinal).Select(person => person.Ordered())],
        [.. Points.OrderBy(point => point.Township, StringComparer.Ordinal).ThenBy(point => point.From)]);
}

/// <summary>What is true between two days.</summary>
public interface IEffective
{
    /// <summary>First day, inclusive.</summary>
    DateOnly From { get; }

    /// <summary>Last day, inclusive; <c>null</c>: open.</summary>
    DateOnly? To { get; }

    bool CoversDay(DateOnly day) => From <= day && (To is null || day <= To);
}
