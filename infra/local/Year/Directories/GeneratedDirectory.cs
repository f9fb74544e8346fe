using System.Collections.Immutable;
using OneVisit.Catalogue;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Directories;
using OneVisit.Domain.Services;

namespace OneVisit.Local.Year.Directories;

/// <summary>
/// The directory of a whole city, made up from a seed, the same on every machine: as many villages, grids and people as the city that the demonstration follows
/// has. Nobody in it exists, and nobody has an ID number.
/// </summary>
public static class GeneratedDirectory
{
    public const int Villages = 863;
    public const int Grids = 3_481;

    /// <summary>网格长: one in each grid.</summary>
    public const int Managers = Grids;

    /// <summary>网格员.</summary>
    public const int Assistants = 5_730;

    /// <summary>信息员.</summary>
    public const int InformationOfficers = 1_190;

    /// <summary>First day of all that is in it.</summary>
    public static readonly DateOnly Since = new(2018, 1, 1);

    /// <param name="given">People who are in it unchanged.</param>
    public static DirectoryEdition Of(int seed, CityCatalogue catalogue, IReadOnlyList<StaffMember> given)
    {
        var dice = new Dice(seed);
        var places = new MadePlaces(catalogue, dice, Villages, Grids);
        return new(
            places.Villages, places.Grids, [.. new MadePeople(places, given, dice).All(Assistants, InformationOfficers).OrderBy(person => person.Id, StringComparer.Ordinal)],
            [.. places.Townships.Select(Point)]);
    }

    internal static ImmutableArray<string> Subjects(Role role) => role switch
    {
        Role.ChiefRepresentative or Role.DeputyRepresentative or Role.BureauOfficer => ["delegated-decisions", "low-income-decisions"],
        Role.TownshipOfficer => ["household-surveys"],
        _ => [],
    };

    // The seals are those of the delegations.
    private static PointRecord Point(string township) =>
        new(township, township + "-01", $"责任书〔2018〕{township[6..]}号", new(2017, 12, 20), null, Since);
}
