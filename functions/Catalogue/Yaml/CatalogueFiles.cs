using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace OneVisit.Catalogue.Yaml;

/// <summary>The catalogue's files by path, with forward slashes: built in, or of a folder.</summary>
internal sealed class CatalogueFiles(ImmutableSortedDictionary<string, string> texts, Faults faults)
{
    private const string BuiltInPrefix = "City/";

    /// <summary>A mistake has been found so far.</summary>
    public bool HaveFaults => faults.Any;

    public static ImmutableSortedDictionary<string, string> BuiltIn()
    {
        var assembly = typeof(CatalogueFiles).Assembly;
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(BuiltInPrefix, StringComparison.Ordinal))
            .ToImmutableSortedDictionary(
                name => name[BuiltInPrefix.Length..].Replace('\\', '/'),
                name => ReadToEnd(assembly.GetManifestResourceStream(name)!),
                StringComparer.Ordinal);
    }

    public static ImmutableSortedDictionary<string, string> OfFolder(string folder) =>
        Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories)
            .ToImmutableSortedDictionary(path => Path.GetRelativePath(folder, path).Replace('\\', '/'), File.ReadAllText, StringComparer.Ordinal);

    /// <summary>What a reader makes of the files.</summary>
    /// <exception cref="CatalogueFaultsException">The files have mistakes; all of them are listed.</exception>
    public static T Read<T>(ImmutableSortedDictionary<string, string> texts, Func<CatalogueFiles, T> reader)
    {
        var faults = new Faults();
        var read = reader(new CatalogueFiles(texts, faults));
        return faults.Any ? throw new CatalogueFaultsException(faults.InOrder()) : read;
    }

    /// <summary>The one file of that path; empty, with a fault, when it is not there.</summary>
    public YamlMap Single(string path)
    {
        if (!texts.ContainsKey(path))
            faults.Add(FaultKind.MissingFile, path, 0, path);
        return Parse(path, texts.GetValueOrDefault(path, "{}"));
    }

    /// <summary>The one file of that path; <c>null</c> when the catalogue has none.</summary>
    public YamlMap? SingleOrNull(string path) => texts.TryGetValue(path, out var text) ? Parse(path, text) : null;

    /// <summary>Every file of a folder of the catalogue, in order of their names.</summary>
    public IEnumerable<YamlMap> Of(string folder) =>
        texts.Where(file => file.Key.StartsWith($"{folder}/", StringComparison.Ordinal)).Select(file => Parse(file.Key, file.Value));

    private YamlMap Parse(string path, string text)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new ShallowParser(new Parser(new StringReader(text))));
            if (stream.Documents is [{ RootNode: YamlMappingNode root }])
                return new YamlMap(root, path, faults);
            faults.Add(FaultKind.Unreadable, path, 1, path);
        }
        catch (YamlException problem)
        {
            faults.Add(FaultKind.Unreadable, path, (int)problem.Start.Line, problem.InnerException?.Message ?? problem.Message);
        }
        catch (InvalidOperationException)
        {
            // How the scanner gives up on some text that is no YAML; it does not say where.
            faults.Add(FaultKind.Unreadable, path, 0, path);
        }
        return new YamlMap([], path, faults) { IsBroken = true };
    }

    private static string ReadToEnd(Stream stream)
    {
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
