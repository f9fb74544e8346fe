namespace OneVisit.Domain.Documents;

/// <summary>Why a file is not taken. Each has a sentence of its own, <c>problem.file.*</c>.</summary>
public enum DocumentProblem
{
    Empty,
    TooLarge,

    /// <summary>A program or a script.</summary>
    Executable,

    /// <summary>Neither a photo nor a PDF that we know.</summary>
    UnknownType,

    /// <summary>Of Word, Excel or the like: it may hold macros, and looks different wherever it is opened.</summary>
    OfficeFile,

    /// <summary>Packed files.</summary>
    Archive,

    /// <summary>Moving pictures.</summary>
    Video,

    /// <summary>It begins as it should and does not go on so: mostly broken off on the way.</summary>
    Incomplete,

    /// <summary>More than <see cref="PictureBounds"/> allow.</summary>
    TooManyPixels,

    /// <summary>It can be read as something else, too.</summary>
    TwoInOne,

    /// <summary>A PDF that asks for a password.</summary>
    PdfLocked,

    /// <summary>A PDF that does something: a script, a program to start, a form that sends.</summary>
    PdfProgram,

    /// <summary>A PDF with files in it.</summary>
    PdfAttachment,

    /// <summary>A PDF that would become too large when it is opened, or that we cannot look through.</summary>
    PdfTooComplex,
}

/// <summary>Stable names of problems, for words and programs.</summary>
public static class DocumentProblems
{
    public static string Code(this DocumentProblem problem) => problem switch
    {
        DocumentProblem.Empty => "empty",
        DocumentProblem.TooLarge => "too-large",
        DocumentProblem.Executable => "executable",
        DocumentProblem.UnknownType => "unknown-type",
        DocumentProblem.OfficeFile => "office-file",
        DocumentProblem.Archive => "archive",
        DocumentProblem.Video => "video",
        DocumentProblem.Incomplete => "incomplete",
        DocumentProblem.TooManyPixels => "too-many-pixels",
        DocumentProblem.TwoInOne => "two-in-one",
        DocumentProblem.PdfLocked => "pdf-locked",
        DocumentProblem.PdfProgram => "pdf-program",
        DocumentProblem.PdfAttachment => "pdf-attachment",
        DocumentProblem.PdfTooComplex => "pdf-too-complex",
        _ => throw new ArgumentOutOfRangeException(nameof(problem)),
    };
}
