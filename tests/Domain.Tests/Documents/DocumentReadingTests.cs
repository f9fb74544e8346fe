using System.Text;
using CsCheck;
using OneVisit.Domain.Documents;

namespace OneVisit.Domain.Tests.Documents;

public sealed class DocumentReadingTests
{
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0, 16];

    public static TheoryData<string, DocumentType> Photos => new()
    {
        { "FFD8FFE000104A46", DocumentType.Jpeg },
        { "89504E470D0A1A0A0000000D", DocumentType.Png },
        { "524946462400000057454250", DocumentType.WebP },
        { "000000186674797068656963", DocumentType.Heic },
        { "00000018667479706D696631", DocumentType.Heic },
        { "255044462D312E37", DocumentType.Pdf },
    };

    [Theory]
    [MemberData(nameof(Photos))]
    public void A_file_is_what_its_first_bytes_say(string hex, DocumentType type) =>
        Assert.Equal(new DocumentReading.Accepted(type), DocumentReading.Of(Convert.FromHexString(hex)));

    [Theory]
    [InlineData("MZ\u0090")]
    [InlineData("\u007fELF")]
    [InlineData("#!/bin/sh")]
    public void A_program_is_refused(string start) =>
        Assert.Equal(new DocumentReading.Refused(DocumentProblem.Executable), DocumentReading.Of(Encoding.Latin1.GetBytes(start)));

    [Theory]
    [InlineData("<html><script>")]
    [InlineData("<svg xmlns=")]
    [InlineData("PK\u0003\u0004")]
    [InlineData("GIF89a")]
    [InlineData("RIFF$\0\0\0WAVE")]
    [InlineData("\0\0\0\u0018ftypisom")]
    [InlineData("hello")]
    public void What_is_neither_photo_nor_PDF_is_refused(string start) =>
        Assert.Equal(new DocumentReading.Refused(DocumentProblem.UnknownType), DocumentReading.Of(Encoding.Latin1.GetBytes(start)));

    [Fact]
    public void An_empty_file_is_refused() => Assert.Equal(new DocumentReading.Refused(DocumentProblem.Empty), DocumentReading.Of([]));

    [Fact]
    public void Ten_megabytes_are_taken() => Assert.IsType<DocumentReading.Accepted>(DocumentReading.Of(JpegOf(DocumentReading.MostBytes)));

    [Fact]
    public void One_byte_more_is_not() =>
        Assert.Equal(new DocumentReading.Refused(DocumentProblem.TooLarge), DocumentReading.Of(JpegOf(DocumentReading.MostBytes + 1)));

    [Fact]
    public void Any_bytes_get_an_answer() => Gen.Byte.Array.Sample(bytes => DocumentReading.Of(bytes) is not null);

    private static byte[] JpegOf(int length)
    {
        var bytes = new byte[length];
        Jpeg.CopyTo(bytes, 0);
        return bytes;
    }
}
