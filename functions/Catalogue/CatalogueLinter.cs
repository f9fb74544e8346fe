using System.Collections.Immutable;
using OneVisit.Catalogue.Reading;
using OneVisit.Catalogue.Understanding;
using OneVisit.Catalogue.Yaml;

namespace OneVisit.Catalogue;

/// <summary>Finds the mistakes in a catalogue, all at once. Loading one with mistakes is refused, so what runs has been linted.</summary>
public static class CatalogueLinter
{
    /// <param name="folder">A folder of YAML files, or <c>null</c> for the catalogue that is built in.</param>
    /// <returns>In order of file and line; empty when all is well.</returns>
    public static ImmutableArray<CatalogueFault> Check(string? folder = null) =>
        Check(folder is null ? CataloguePackage.BuiltIn() : CataloguePackage.OfFolder(folder));

    /// <returns>In order of file and line; empty when all is well.</returns>
    public static ImmutableArray<CatalogueFault> Check(CataloguePackage package) =>
        [.. package.Faults, .. Check(package.Files), .. FaultsOf(package.Files, CityReception.Read)];

    internal static ImmutableArray<CatalogueFault> Check(ImmutableSortedDictionary<string, string> texts) => FaultsOf(texts, CatalogueReader.Read);

    private static ImmutableArray<CatalogueFault> FaultsOf<T>(ImmutableSortedDictionary<string, string> texts, Func<CatalogueFiles, T> read)
    {
        var faults = new Faults();
        read(new CatalogueFiles(texts, faults));
        return faults.InOrder();
    }
}
