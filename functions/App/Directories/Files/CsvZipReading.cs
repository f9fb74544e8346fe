using System.Collections.Immutable;
using System.IO.Compression;
using OneVisit.Domain.Directories;

namespace OneVisit.Functions.Directories.Files;

/// <summary>A zip of CSV files, one for each table, in whatever folder.</summary>
internal static class CsvZipReading
{
    public static DirectoryTables Tables(ZipArchive zip, FileFaults faults)
    {
        var (unpacking, count) = (new Unpacking(), new RowCount());
        var tables = ImmutableArray.CreateBuilder<DirectoryTable>();
        foreach (var entry in zip.Entries.Where(entry => entry.Name.Length > 0 && !IsHidden(entry.FullName)))
        {
            if (!entry.Name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
                faults.Add(DirectoryFaultKind.UnknownSheet, entry.Name);
            else if (CsvReading.Table(Bytes(entry, unpacking), entry.Name[..^4], count, faults) is { } table)
                tables.Add(table);
        }
        return new DirectoryTables(tables.ToImmutable());
    }

    private static byte[] Bytes(ZipArchiveEntry entry, Unpacking unpacking)
    {
        using var from = unpacking.Of(entry.Open(), entry.CompressedLength);
        using var kept = new MemoryStream();
        from.CopyTo(kept);
        return kept.ToArray();
    }

    // What some systems pack along without being asked.
    private static bool IsHidden(string path) => path.Split('/', '\\').Any(part => part.StartsWith('.') || part == "__MACOSX");
}
