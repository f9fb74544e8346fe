namespace OneVisit.Domain.Documents;

/// <summary>What a file turned out to be, by its bytes.</summary>
public abstract record DocumentReading
{
    /// <param name="NameDisagrees">The name's ending says something else; the bytes count.</param>
    public sealed record Accepted(DocumentType Type, bool NameDisagrees) : DocumentReading;

    public sealed record Refused(DocumentProblem Problem) : DocumentReading;

    /// <summary>Most bytes a file may have, inclusive: 10 MB.</summary>
    public const int MostBytes = 10 * 1024 * 1024;

    private DocumentReading()
    {
    }

    /// <summary>Reads a whole file. Only its bytes decide; the name is compared, never believed.</summary>
    public static DocumentReading Of(ReadOnlySpan<byte> content, string? fileName = null)
    {
        if (content.IsEmpty)
            return new Refused(DocumentProblem.Empty);
        if (content.Length > MostBytes)
            return new Refused(DocumentProblem.TooLarge);
        if (MagicBytes.TypeOf(content) is { } type)
            return new Accepted(type, DocumentTypes.NameDisagrees(fileName, type));
        return new Refused(MagicBytes.IsExecutable(content) ? DocumentProblem.Executable : DocumentProblem.UnknownType);
    }
}

/// <summary>Why a file is not taken.</summary>
public enum DocumentProblem
{
    Empty,
    TooLarge,

    /// <summary>A program or a script.</summary>
    Executable,

    /// <summary>Neither a photo nor a PDF that we know.</summary>
    UnknownType,
}
