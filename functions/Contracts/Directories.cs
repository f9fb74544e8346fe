namespace OneVisit.Contracts;

/// <summary>The directory of the city (名录): what is in force, every edition that was handed in, and which is in force from when.</summary>
/// <param name="InForce">Id of the edition of today; absent: none yet.</param>
/// <param name="Number">Its number; absent: none yet.</param>
/// <param name="Sheets">How many lines each sheet of the edition of today has.</param>
/// <param name="Versions">The latest first.</param>
/// <param name="Activations">The latest first.</param>
/// <param name="Applying">What is being written just now; absent: everything is written.</param>
/// <param name="Fault">What ought to be or become in force, and cannot be read; absent: nothing.</param>
public sealed record DirectoryBook(
    string? InForce, int? Number, IReadOnlyList<DirectorySheetCount> Sheets, IReadOnlyList<DirectoryVersionView> Versions, IReadOnlyList<DirectoryActivationView> Activations,
    DirectoryProgress? Applying = null, string? Fault = null);

/// <param name="Key">As in <c>DirectorySheets</c>.</param>
/// <param name="Name">In the reader's language.</param>
public sealed record DirectorySheetCount(string Key, string Name, int Lines);

/// <summary>An edition that was handed in.</summary>
/// <param name="Version">Its id, a digest of the content.</param>
/// <param name="By">Participant.</param>
public sealed record DirectoryVersionView(int Number, string Version, string By, DateTimeOffset At, string? Note = null);

/// <summary>From a day on, an edition is in force.</summary>
/// <param name="State"><c>in-force</c>, <c>planned</c>, or <c>past</c>: over, or replaced by a later word.</param>
public sealed record DirectoryActivationView(int Number, string Version, DateOnly From, string By, DateTimeOffset At, string State, string? Note = null);

/// <summary>How far an edition that was put in force is written to the list of staff.</summary>
public sealed record DirectoryProgress(int Number, int Done, int All);

/// <summary>A file was read whole and kept; nothing is in force by that.</summary>
/// <param name="AlreadyThere">The same content was handed in before.</param>
/// <param name="Kept">Names of sheets that the file does not have: they are as they were.</param>
/// <param name="Diff">To what is in force.</param>
public sealed record DirectoryHandedIn(DirectoryVersionView Version, bool AlreadyThere, IReadOnlyList<string> Kept, DirectoryDiffView Diff);

/// <summary>A file that is not taken, and every reason (422).</summary>
/// <param name="Faults">In order of sheets and rows.</param>
/// <param name="More">How many there are beyond those.</param>
public sealed record DirectoryReport(IReadOnlyList<DirectoryFaultView> Faults, int More);

/// <param name="Sheet">As it is called in the file; empty: the file as a whole.</param>
/// <param name="Row">As the spreadsheet program counts; 0: the sheet as a whole.</param>
/// <param name="Column">Its heading; empty: the row as a whole.</param>
/// <param name="Sentence">What is wrong and what helps, in the reader's language.</param>
public sealed record DirectoryFaultView(string Code, string Sheet, int Row, string Column, string Sentence);

/// <param name="Before">Id of the edition compared with; absent: there was none.</param>
/// <param name="Sheets">All sheets, in their order.</param>
/// <param name="Losses">Who would lose a post, those with open work first; absent: nobody.</param>
public sealed record DirectoryDiffView(string? Before, string After, IReadOnlyList<DirectorySheetDiff> Sheets, IReadOnlyList<DirectoryPostLoss>? Losses = null);

/// <summary>Somebody who would hold a post no longer, or not as long.</summary>
/// <param name="Post">Role and office, in the reader's language.</param>
/// <param name="LastDay">Last day in it; absent: the day before the edition is in force.</param>
/// <param name="OpenTasks">Open work at that desk now, at most 100; absent: not counted.</param>
/// <param name="Others">How many others hold the post then; 0: nobody would do the work.</param>
public sealed record DirectoryPostLoss(string Staff, string Name, string Post, DateOnly? LastDay, int? OpenTasks, int Others);

/// <param name="Lines">The first of them.</param>
/// <param name="More">How many lines differ beyond those.</param>
public sealed record DirectorySheetDiff(string Key, string Name, int Added, int Removed, int Changed, IReadOnlyList<DirectoryLineDiff> Lines, int More);

/// <param name="Change"><c>added</c>, <c>removed</c> or <c>changed</c>.</param>
/// <param name="Line">Code or number, and name.</param>
public sealed record DirectoryLineDiff(string Change, string Line, IReadOnlyList<DirectoryFieldDiff> Fields);

/// <param name="Field">Heading of the column.</param>
/// <param name="Before">Empty: nothing.</param>
public sealed record DirectoryFieldDiff(string Field, string Before, string After);

/// <summary>What may be handed in.</summary>
public static class DirectoryFileSize
{
    /// <summary>Of a file. A whole city of 10,000 people is a workbook of one.</summary>
    public const int MostMegabytes = 10;
}
