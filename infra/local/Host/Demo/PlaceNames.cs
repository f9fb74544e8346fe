using OneVisit.Catalogue;
using OneVisit.Domain;

namespace OneVisit.Local.Host.Demo;

/// <summary>Names of offices for the demo's own pages.</summary>
internal static class PlaceNames
{
    private static readonly Text City = new("新泰市", "Xintai City");

    public static Text Of(string office, CityCatalogue catalogue) => office.Split('/') switch
    {
        ["village", var code] => catalogue.Places.Village(code)?.Name ?? new Text(code, code),
        ["township", var code] => catalogue.Places.Township(code)?.Name ?? new Text(code, code),
        _ => City,
    };
}
