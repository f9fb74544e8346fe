using System.IO.Compression;
using System.Text;
using System.Xml;
using OneVisit.Domain.Directories;

namespace OneVisit.Functions.Directories.Files;

/// <inheritdoc cref="IDirectoryFiles"/>
public sealed class DirectoryFiles : IDirectoryFiles
{
    private static readonly byte[] Encryption = Encoding.Unicode.GetBytes("EncryptedPackage");

    public DirectoryFileReading Read(Stream file, string fileName)
    {
        var faults = new FileFaults();
        DirectoryTables? tables = null;
        try
        {
            if (Bounded(file) is { } bytes)
                tables = Read(bytes, fileName, faults);
            else
                faults.Add(DirectoryFaultKind.TooLarge, arguments: $"{FileBounds.MostBytes / 1024 / 1024} MB");
        }
        catch (FileTooLargeException large)
        {
            faults.Add(DirectoryFaultKind.TooLarge, arguments: large.Message);
        }
        catch (Exception broken) when (broken is InvalidDataException or XmlException or NotSupportedException or FormatException or OverflowException or ArgumentException or EndOfStreamException)
        {
            faults.Add(DirectoryFaultKind.Unreadable);
        }
        return tables is null || faults.Any ? new DirectoryFileReading.Faulty(faults.All()) : new DirectoryFileReading.Good(tables);
    }

    public byte[] Write(DirectoryTables tables, DirectoryFileKind kind) => kind == DirectoryFileKind.Workbook ? WorkbookWriting.Of(tables) : CsvWriting.ZipOf(tables);

    private static DirectoryTables? Read(byte[] bytes, string fileName, FileFaults faults)
    {
        switch (bytes)
        {
            case [0xD0, 0xCF, 0x11, 0xE0, ..]:
                faults.Add(bytes.AsSpan().IndexOf(Encryption) >= 0 ? DirectoryFaultKind.Encrypted : DirectoryFaultKind.OldFormat);
                return null;
            case [(byte)'P', (byte)'K', ..]:
                return Unpack(bytes, faults);
            default:
                return CsvReading.Table(bytes, Path.GetFileNameWithoutExtension(fileName), new RowCount(), faults) is { } table ? new DirectoryTables([table]) : null;
        }
    }

    // Names without a mark are those of a Chinese Windows.
    private static DirectoryTables? Unpack(byte[] bytes, FileFaults faults)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read, leaveOpen: false, CsvEncoding.Chinese);
        if (zip.Entries.Count > FileBounds.MostParts)
            throw new FileTooLargeException($"{zip.Entries.Count} > {FileBounds.MostParts}");
        if (zip.Entries.Any(entry => entry.IsEncrypted))
        {
            faults.Add(DirectoryFaultKind.Encrypted);
            return null;
        }
        return zip.GetEntry("[Content_Types].xml") is null ? CsvZipReading.Tables(zip, faults) : new WorkbookReading(zip, faults).Tables();
    }

    /// <returns><c>null</c>: more than there may be; the rest was not read.</returns>
    private static byte[]? Bounded(Stream file)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = file.Read(buffer)) > 0)
        {
            if (kept.Length + read > FileBounds.MostBytes)
                return null;
            kept.Write(buffer, 0, read);
        }
        return kept.ToArray();
    }
}

/// <summary>Rows of all tables of a file.</summary>
internal sealed class RowCount
{
    private int rows;

    public void OneMore()
    {
        if (++rows > FileBounds.MostRows)
            throw new FileTooLargeException($"{FileBounds.MostRows}");
    }
}
