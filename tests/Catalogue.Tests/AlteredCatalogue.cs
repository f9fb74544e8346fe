using System.Collections.Immutable;
using OneVisit.Catalogue.Yaml;

namespace OneVisit.Catalogue.Tests;

/// <summary>The built-in catalogue with one thing changed.</summary>
internal static class AlteredCatalogue
{
    public const string Service = "services/D1.2.yaml";

    /// <summary>Kinds of fault found after the first occurrence of a text in a file is replaced.</summary>
    public static ImmutableArray<CatalogueFault> With(string file, string text, string replacement)
    {
        var texts = CatalogueFiles.BuiltIn();
        var at = texts[file].IndexOf(text, StringComparison.Ordinal);
        Assert.True(at >= 0, text);
        return CatalogueLinter.Check(texts.SetItem(file, texts[file].Remove(at, text.Length).Insert(at, replacement)));
    }

    public static ImmutableArray<CatalogueFault> Without(string file) => CatalogueLinter.Check(CatalogueFiles.BuiltIn().Remove(file));

    public static ImmutableArray<CatalogueFault> WithFile(string file, string text) => CatalogueLinter.Check(CatalogueFiles.BuiltIn().Add(file, text));
}
