using System.Collections.Immutable;

namespace OneVisit.Domain.Directories;

/// <summary>The sheets of a workbook, or the CSV files of a folder, as text: not yet looked at.</summary>
public sealed record DirectoryTables(ImmutableArray<DirectoryTable> Sheets);

/// <param name="Name">As the sheet or the file is called, without its ending.</param>
/// <param name="Headings">Of the first row, as they are written.</param>
public sealed record DirectoryTable(string Name, ImmutableArray<string> Headings, ImmutableArray<DirectoryRow> Rows);

/// <param name="Number">As the program that made the sheet counts: the first row below the headings is 2.</param>
/// <param name="Cells">Under the headings, in their order; empty text where a cell is empty. Days are <c>2026-11-27</c>, whatever the sheet shows.</param>
public sealed record DirectoryRow(int Number, ImmutableArray<string> Cells);

/// <summary>Something that keeps a directory from being taken, where it stands.</summary>
/// <param name="Sheet">As it is called there; empty: the file as a whole.</param>
/// <param name="Row">See <see cref="DirectoryRow.Number"/>; <c>0</c>: the sheet as a whole.</param>
/// <param name="Column">The heading; empty: the row as a whole.</param>
/// <param name="Arguments">For the sentence. Never an ID number.</param>
public sealed record DirectoryFault(DirectoryFaultKind Kind, string Sheet, int Row, string Column, ImmutableArray<string> Arguments);
