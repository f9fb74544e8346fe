namespace OneVisit.Domain.Directories;

/// <summary>What can be wrong with a directory that is handed in.</summary>
public enum DirectoryFaultKind
{
    /// <summary>A file that is none of the kinds we read, or is broken.</summary>
    Unreadable,

    /// <summary>A workbook as Excel wrote it before 2007, or in binary (.xls, .xlsb).</summary>
    OldFormat,

    /// <summary>A file that opens with a password only.</summary>
    Encrypted,

    /// <summary>More bytes, sheets or rows than a directory has.</summary>
    TooLarge,

    /// <summary>A workbook with macros.</summary>
    Macros,

    /// <summary>A workbook that fetches from other files or data bases; the part is the argument.</summary>
    ExternalLinks,

    /// <summary>Cells that are one: what belongs to which row cannot be known.</summary>
    MergedCells,

    /// <summary>A cell that is computed: what it would give elsewhere cannot be known.</summary>
    Formula,

    /// <summary>A number as a spreadsheet keeps it, of which only the first fifteen digits are certain.</summary>
    DigitsLost,

    MissingSheet,
    UnknownSheet,
    MissingColumn,
    UnknownColumn,
    TwiceTheColumn,
    Required,
    TooLong,
    NotACode,
    NotADay,
    NotANumber,
    NotAnIdNumber,

    /// <summary>No object id of an account.</summary>
    NotAnAccount,

    /// <summary>A word that stands for none of the choices; they are the argument.</summary>
    UnknownWord,

    /// <summary>What it refers to is in no sheet and not in the catalogue.</summary>
    UnknownReference,

    /// <summary>What it refers to is not there on those days.</summary>
    OutsideItsDays,

    /// <summary>A post that offices of this level do not have; the level is the argument.</summary>
    WrongLevel,

    /// <summary>A village that was there is in no row: cases refer to it, so it stays and gets a last day; code and name are the arguments.</summary>
    VillageGone,

    /// <summary>The same key a second time; the row that had it first is the argument.</summary>
    Duplicate,

    /// <summary>The last day is before the first.</summary>
    WrongPeriod,

    /// <summary>Two people in a post of which there is one, or one person twice in the same post, on a common day.</summary>
    Overlap,

    /// <summary>Two ids with one ID number.</summary>
    SamePerson,

    /// <summary>Two ids with one account; whose it is first, and in which row, are the arguments.</summary>
    SameAccount,
}
