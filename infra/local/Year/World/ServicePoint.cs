using System.Globalization;
using OneVisit.Catalogue;
using OneVisit.Domain.Services;

namespace OneVisit.Local.Year.World;

/// <summary>A township with its villages, as far as the year needs them.</summary>
/// <param name="Code">Nine digits.</param>
/// <param name="Villages">Codes of three villages.</param>
public sealed record ServicePoint(string Code, IReadOnlyList<string> Villages)
{
    public const int VillagesEach = 3;

    public string Office => Offices.Id(OfficeLevel.Township, Code);

    /// <summary>The first active points of the catalogue. Villages that it does not have are numbered on, and put into the year's own catalogue.</summary>
    public static IReadOnlyList<ServicePoint> Of(CityCatalogue catalogue, int many) =>
        [.. catalogue.Places.Townships.Where(place => place.Active).Take(many).Select(place => new ServicePoint(place.Code, VillagesOf(catalogue, place.Code)))];

    private static string[] VillagesOf(CityCatalogue catalogue, string township)
    {
        var known = catalogue.Places.Villages.Where(village => village.Township == township).Select(village => village.Code).ToArray();
        var more = Enumerable.Range(201, 99).Select(number => township + number.ToString(CultureInfo.InvariantCulture)).Except(known);
        return [.. known.Concat(more).Take(VillagesEach)];
    }
}
