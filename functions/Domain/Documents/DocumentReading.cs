namespace OneVisit.Domain.Documents;

/// <summary>What a file turned out to be, by its bytes.</summary>
public abstract record DocumentReading
{
    public sealed record Accepted(DocumentType Type) : DocumentReading;

    public sealed record Refused(DocumentProblem Problem) : DocumentReading;

    /// <summary>Most bytes a file may have, inclusive: 10 MB.</summary>
    public const int MostBytes = 10 * 1024 * 1024;

    private DocumentReading()
    {
    }

    /// <summary>Reads a whole file. Only its bytes decide, whatever it is called.</summary>
    public static DocumentReading Of(ReadOnlySpan<byte> content)
    {
        if (content.IsEmpty)
            return new Refused(DocumentProblem.Empty);
        if (content.Length > MostBytes)
            return new Refused(DocumentProblem.TooLarge);
        if (MagicBytes.TypeOf(content) is { } type)
            return new Accepted(type);
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
