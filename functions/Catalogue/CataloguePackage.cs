using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using OneVisit.Catalogue.Yaml;

namespace OneVisit.Catalogue;

/// <summary>
/// The files of one catalogue as they are handed in and kept. Never more than <see cref="MostFiles"/> files, <see cref="LargestFile"/> and
/// <see cref="MostBytes"/> characters: a catalogue of forty services has 54 files and a sixth of that.
/// </summary>
public sealed class CataloguePackage
{
    public const int MostFiles = 400;
    public const int LargestFile = 512 * 1024;
    public const int MostBytes = 4 * 1024 * 1024;

    private const int VersionLength = 16;

    private CataloguePackage(ImmutableSortedDictionary<string, string> files, ImmutableArray<CatalogueFault> faults)
    {
        Files = files;
        Faults = [.. faults, .. Bounds(files)];
        Version = VersionOf(files);
    }

    /// <summary>Sixteen hexadecimal digits made of paths and texts. How lines end makes no difference.</summary>
    public string Version { get; }

    /// <summary>What is wrong with the package itself; empty when it can be read.</summary>
    public ImmutableArray<CatalogueFault> Faults { get; }

    internal ImmutableSortedDictionary<string, string> Files { get; }

    public static CataloguePackage BuiltIn() => Of(CatalogueFiles.BuiltIn());

    public static CataloguePackage OfFolder(string folder) => Of(CatalogueFiles.OfFolder(folder));

    /// <summary>Reads a zip of unknown origin. What is no YAML is left out; a folder round all of it is taken off.</summary>
    public static CataloguePackage OfZip(byte[] zip)
    {
        var (files, faults) = new ZipReading(zip).Read();
        return new(WithoutFolder(files), faults);
    }

    /// <summary>The same package gives the same bytes.</summary>
    public byte[] ToZip()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, text) in Files)
            {
                var entry = zip.CreateEntry(path);
                entry.LastWriteTime = new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
                using var file = entry.Open();
                file.Write(Encoding.UTF8.GetBytes(text));
            }
        }
        return bytes.ToArray();
    }

    internal static CataloguePackage Of(ImmutableSortedDictionary<string, string> files) =>
        new(files.Where(file => IsRead(file.Key)).ToImmutableSortedDictionary(StringComparer.Ordinal), []);

    internal static bool IsRead(string path) => path.EndsWith(".yaml", StringComparison.Ordinal);

    // Whoever packs a folder often packs the folder itself.
    private static ImmutableSortedDictionary<string, string> WithoutFolder(ImmutableSortedDictionary<string, string> files)
    {
        var folder = files.Keys.FirstOrDefault()?.Split('/')[0] + "/";
        return !files.ContainsKey("acts.yaml") && files.Keys.All(path => path.StartsWith(folder, StringComparison.Ordinal))
            ? files.ToImmutableSortedDictionary(file => file.Key[folder.Length..], file => file.Value, StringComparer.Ordinal)
            : files;
    }

    private static IEnumerable<CatalogueFault> Bounds(ImmutableSortedDictionary<string, string> files)
    {
        if (files.Count > MostFiles)
            yield return new(FaultKind.TooLarge, "*", 0, string.Create(CultureInfo.InvariantCulture, $"{files.Count} > {MostFiles}"));
        if (files.Values.Sum(text => (long)text.Length) is > MostBytes and var all)
            yield return new(FaultKind.TooLarge, "*", 0, string.Create(CultureInfo.InvariantCulture, $"{all} > {MostBytes}"));
        foreach (var (path, text) in files.Where(file => file.Value.Length > LargestFile))
            yield return new(FaultKind.TooLarge, path, 0, string.Create(CultureInfo.InvariantCulture, $"{text.Length} > {LargestFile}"));
    }

    // Lengths stand before the texts, so that no two catalogues can be shifted into each other.
    private static string VersionOf(ImmutableSortedDictionary<string, string> files)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (path, written) in files)
        {
            var text = Encoding.UTF8.GetBytes(written.ReplaceLineEndings("\n"));
            digest.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{path}\n{text.Length}\n")));
            digest.AppendData(text);
        }
        return Convert.ToHexStringLower(digest.GetHashAndReset())[..VersionLength];
    }
}
