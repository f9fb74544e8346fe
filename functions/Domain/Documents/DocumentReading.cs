namespace OneVisit.Domain.Documents;

/// <summary>What a file turned out to be, by its bytes.</summary>
public abstract record DocumentReading
{
    /// <param name="Content">
    /// What is kept of it. Of a photo only what draws it: no place and no device, nothing behind the picture; how it is to be turned stays. Of a PDF nothing behind its end.
    /// Read again it is the same.
    /// </param>
    public sealed record Accepted(DocumentType Type, byte[] Content) : DocumentReading;

    public sealed record Refused(DocumentProblem Problem) : DocumentReading;

    /// <summary>Most bytes a file may have, inclusive: 10 MB.</summary>
    public const int MostBytes = 10 * 1024 * 1024;

    private DocumentReading()
    {
    }

    /// <summary>Reads a whole file. Only its bytes decide, whatever it is called. No picture is decoded; time and memory are bounded by the bounds of the parts.</summary>
    public static DocumentReading Of(byte[] content)
    {
        if (content.Length == 0)
            return new Refused(DocumentProblem.Empty);
        if (content.Length > MostBytes)
            return new Refused(DocumentProblem.TooLarge);
        if (MagicBytes.TypeOf(content) is not { } type)
            return new Refused(MagicBytes.ProblemOf(content));
        var reading = type switch
        {
            DocumentType.Jpeg => JpegPicture.Read(content),
            DocumentType.Png => PngPicture.Read(content),
            DocumentType.WebP => WebPPicture.Read(content),
            DocumentType.Heic => HeicPicture.Read(content),
            _ => PdfFile.Read(content),
        };
        return reading is Accepted kept && ZipEnding.IsIn(kept.Content) ? new Refused(DocumentProblem.TwoInOne) : reading;
    }
}
