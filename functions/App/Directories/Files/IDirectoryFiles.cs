using System.Collections.Immutable;
using OneVisit.Domain.Directories;

namespace OneVisit.Functions.Directories.Files;

/// <summary>Files of spreadsheet programs in which a directory is handed in and out.</summary>
public interface IDirectoryFiles
{
    /// <summary>
    /// Reads a workbook (.xlsx), one CSV file, or a zip of CSV files; what it is, its first bytes say. Everything that keeps it from being read is told at once.
    /// No more than <see cref="FileBounds"/> is ever held.
    /// </summary>
    /// <param name="fileName">As the clerk calls it; names the table of a single CSV file whose headings say nothing.</param>
    DirectoryFileReading Read(Stream file, string fileName);

    /// <summary>What <see cref="Read"/> reads again as the same tables.</summary>
    byte[] Write(DirectoryTables tables, DirectoryFileKind kind);
}

/// <summary>What a file gave: all of it, or nothing and why.</summary>
public abstract record DirectoryFileReading
{
    public sealed record Good(DirectoryTables Tables) : DirectoryFileReading;

    /// <param name="Faults">At least one; at most <see cref="FileBounds.MostFaults"/>.</param>
    public sealed record Faulty(ImmutableArray<DirectoryFault> Faults) : DirectoryFileReading;

    private DirectoryFileReading() { }
}

public enum DirectoryFileKind
{
    /// <summary>One workbook (.xlsx) with a sheet for each table.</summary>
    Workbook,

    /// <summary>A zip with a CSV file for each table, UTF-8 with its mark, so that spreadsheet programs see Chinese.</summary>
    CsvZip,
}
