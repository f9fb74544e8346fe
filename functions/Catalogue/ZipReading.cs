using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using OneVisit.Catalogue.Yaml;

namespace OneVisit.Catalogue;

/// <summary>Unpacks into memory, never to disk, and never more than a catalogue can be: what a zip says of its own sizes is not believed.</summary>
internal sealed partial class ZipReading(byte[] zip)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly Dictionary<string, string> files = new(StringComparer.OrdinalIgnoreCase);
    private readonly Faults faults = new();
    private int left = CataloguePackage.MostBytes;

    public (ImmutableSortedDictionary<string, string> Files, ImmutableArray<CatalogueFault> Faults) Read()
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(zip), ZipArchiveMode.Read);
            // Twice as many: pictures and schemas may lie beside.
            if (archive.Entries.Count > 2 * CataloguePackage.MostFiles)
                faults.Add(FaultKind.TooLarge, "*", 0, $"{archive.Entries.Count} > {CataloguePackage.MostFiles}");
            else
                foreach (var entry in archive.Entries)
                    Take(entry);
        }
        catch (Exception broken) when (IsBroken(broken))
        {
            faults.Add(FaultKind.Unreadable, "*", 0, "zip");
        }
        return (files.ToImmutableSortedDictionary(StringComparer.Ordinal), faults.InOrder());
    }

    private void Take(ZipArchiveEntry entry)
    {
        if (!PlainPath().IsMatch(entry.FullName) || entry.FullName.Split('/').Any(part => part is "." or ".."))
            faults.Add(FaultKind.WrongPath, "*", 0, Shown(entry.FullName));
        else if (CataloguePackage.IsRead(entry.FullName) && !IsHidden(entry.FullName))
            Unpack(entry);
    }

    private void Unpack(ZipArchiveEntry entry)
    {
        if (Bytes(entry) is not { } bytes)
            faults.Add(FaultKind.TooLarge, entry.FullName, 0, entry.FullName);
        else if (Text(bytes) is not { } text)
            faults.Add(FaultKind.Unreadable, entry.FullName, 0, "UTF-8");
        else if (!files.TryAdd(entry.FullName, text))
            faults.Add(FaultKind.WrongPath, entry.FullName, 0, entry.FullName);
    }

    /// <returns><c>null</c>: more than there may be.</returns>
    private byte[]? Bytes(ZipArchiveEntry entry)
    {
        var most = Math.Min(left, CataloguePackage.LargestFile);
        using var from = entry.Open();
        using var kept = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = from.Read(buffer)) > 0)
        {
            if (kept.Length + read > most)
                return null;
            kept.Write(buffer, 0, read);
        }
        left -= (int)kept.Length;
        return kept.ToArray();
    }

    private static string? Text(byte[] bytes)
    {
        try
        {
            return Strict.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    // What some systems pack along without being asked.
    private static bool IsHidden(string path) => path.Split('/').Any(part => part.StartsWith('.') || part == "__MACOSX");

    private static bool IsBroken(Exception broken) =>
        broken is InvalidDataException or IOException or NotSupportedException or ArgumentException or OverflowException;

    private static string Shown(string path) => new([.. path.Take(80).Select(c => char.IsControl(c) ? '?' : c)]);

    [GeneratedRegex(@"^[A-Za-z0-9._ -]+(/[A-Za-z0-9._ -]+)*/?\z")]
    private static partial Regex PlainPath();
}
