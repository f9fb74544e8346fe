using System.Text;
using OneVisit.Domain.Documents;
using OneVisit.Support;

namespace OneVisit.Domain.Tests.Documents;

public sealed class DocumentReadingTests
{
    [Fact]
    public void A_photo_is_kept_as_it_is() => Assert.Equal(SampleFiles.Photo(), Kept.Of(SampleFiles.Photo(), DocumentType.Jpeg));

    [Fact]
    public void A_picture_of_the_screen_is_kept_as_it_is() => Assert.Equal(SampleFiles.Png(), Kept.Of(SampleFiles.Png(), DocumentType.Png));

    [Fact]
    public void A_PDF_is_kept_as_it_is() => Assert.Equal(SampleFiles.Pdf(), Kept.Of(SampleFiles.Pdf(), DocumentType.Pdf));

    [Theory]
    [InlineData("MZ\u0090", DocumentProblem.Executable)]
    [InlineData("\u007fELF", DocumentProblem.Executable)]
    [InlineData("#!/bin/sh", DocumentProblem.Executable)]
    [InlineData("<html><script>", DocumentProblem.UnknownType)]
    [InlineData("<svg xmlns=", DocumentProblem.UnknownType)]
    [InlineData("GIF89a", DocumentProblem.UnknownType)]
    [InlineData("RIFF$\0\0\0WAVE", DocumentProblem.UnknownType)]
    [InlineData("hello", DocumentProblem.UnknownType)]
    [InlineData("PK\u0003\u0004 photos.jpg", DocumentProblem.Archive)]
    [InlineData("Rar!\u001a\u0007", DocumentProblem.Archive)]
    [InlineData("PK\u0003\u0004 [Content_Types].xml word/vbaProject.bin", DocumentProblem.OfficeFile)]
    [InlineData("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1", DocumentProblem.OfficeFile)]
    [InlineData("{\\rtf1 \\object", DocumentProblem.OfficeFile)]
    [InlineData("\0\0\0\u0018ftypisom", DocumentProblem.Video)]
    [InlineData("", DocumentProblem.Empty)]
    public void What_is_neither_photo_nor_PDF_is_called_what_it_is(string start, DocumentProblem problem) => Assert.Equal(problem, Kept.Refused(Encoding.Latin1.GetBytes(start)));

    [Fact]
    public void Ten_megabytes_are_taken() => Assert.Equal(DocumentReading.MostBytes, Kept.Of(SampleFiles.Photo("", DocumentReading.MostBytes)).Length);

    [Fact]
    public void One_byte_more_is_not() => Assert.Equal(DocumentProblem.TooLarge, Kept.Refused(SampleFiles.Photo("", DocumentReading.MostBytes + 1)));
}

/// <summary>What becomes of a file.</summary>
internal static class Kept
{
    public static byte[] Of(byte[] content, DocumentType? type = null)
    {
        var accepted = Assert.IsType<DocumentReading.Accepted>(DocumentReading.Of(content));
        Assert.Equal(type ?? accepted.Type, accepted.Type);
        return accepted.Content;
    }

    public static DocumentProblem Refused(byte[] content) => Assert.IsType<DocumentReading.Refused>(DocumentReading.Of(content)).Problem;
}
