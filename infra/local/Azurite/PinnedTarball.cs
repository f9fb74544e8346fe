using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace OneVisit.Local.Azurite;

/// <summary>One file of a package from npm, with its licences, whose SHA-512 is pinned in a small file of its own.</summary>
internal static class PinnedTarball
{
    private static readonly string[] Licences = ["LICENSE", "NOTICE"];

    /// <param name="pinFile">In the folder of npm: name, version, integrity, file.</param>
    /// <exception cref="LocalSetupException">npm failed, or what came is not what was pinned.</exception>
    public static async Task FetchAsync(string pinFile, Action<string> say, CancellationToken ct)
    {
        using var pin = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(NpmPackages.Folder, pinFile), ct));
        var (name, version) = (pin.RootElement.GetProperty("name").GetString()!, pin.RootElement.GetProperty("version").GetString()!);
        var download = Directory.CreateTempSubdirectory($"onevisit-{name}-");
        try
        {
            await NpmPackages.NpmAsync(["pack", $"{name}@{version}", "--pack-destination", download.FullName, "--loglevel=error"], say, ct);
            var tarball = download.GetFiles("*.tgz").Single().FullName;
            var found = "sha512-" + Convert.ToBase64String(SHA512.HashData(await File.ReadAllBytesAsync(tarball, ct)));
            if (found != pin.RootElement.GetProperty("integrity").GetString())
                throw new LocalSetupException($"{name} {version} from npm is not the package that was pinned. Nothing of it was used.");
            await ExtractAsync(tarball, pin.RootElement.GetProperty("file").GetString()!, Path.Combine(NpmPackages.Folder, "node_modules", name), ct);
        }
        finally
        {
            download.Delete(recursive: true);
        }
    }

    private static async Task ExtractAsync(string tarball, string file, string into, CancellationToken ct)
    {
        string[] wanted = [file, $"{file}.LICENSE.txt", .. Licences];
        await using var zipped = new GZipStream(File.OpenRead(tarball), CompressionMode.Decompress);
        await using var tar = new TarReader(zipped);
        while (await tar.GetNextEntryAsync(cancellationToken: ct) is { } entry)
        {
            if (!wanted.Contains(entry.Name["package/".Length..])) continue;
            var target = Path.Combine(into, entry.Name["package/".Length..]);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            await entry.ExtractToFileAsync(target, overwrite: true, ct);
        }
    }
}
