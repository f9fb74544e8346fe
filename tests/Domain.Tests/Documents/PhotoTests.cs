using System.Buffers.Binary;
using System.Text;
using OneVisit.Domain.Documents;
using OneVisit.Support;

namespace OneVisit.Domain.Tests.Documents;

/// <summary>Photos: what draws them is kept, what tells of the household or hides in them is not.</summary>
public sealed class PhotoTests
{
    private const string Secret = "36.1942N 117.0876E";
    private const string Page = "<html><script>alert(1)</script>";

    [Fact]
    public void Where_a_photo_was_taken_is_not_kept() => Assert.Equal(SampleFiles.Photo(), Kept.Of(With(Exif(turned: 1))));

    [Fact]
    public void How_the_telephone_was_held_is_kept()
    {
        var kept = Kept.Of(With(Exif(turned: 6)));
        Assert.Equal((6, false), (ExifOrientation.In(kept.AsSpan(6, 32)), Has(kept, Secret)));
    }

    [Fact]
    public void A_photo_read_again_is_the_same() => Assert.Equal(Kept.Of(With(Exif(turned: 6))), Kept.Of(Kept.Of(With(Exif(turned: 6)))));

    [Theory]
    [InlineData(0xFE)]
    [InlineData(0xE1)]
    [InlineData(0xE5)]
    [InlineData(0xED)]
    public void A_page_in_a_segment_of_a_photo_is_left_out(int segment) => Assert.Equal(SampleFiles.Photo(), Kept.Of(With(Segment((byte)segment, Encoding.ASCII.GetBytes(Page)))));

    [Theory]
    [InlineData("PK\u0003\u0004 a program PK\u0005\u0006 \0\0\0\0\u0001\0\u0001\0")]
    [InlineData(Page)]
    [InlineData("MPF: a second picture; ftypmp42: the film of a moving photo")]
    public void What_hangs_behind_a_photo_is_cut_off(string behind) => Assert.Equal(SampleFiles.Photo(), Kept.Of([.. SampleFiles.Photo(), .. Encoding.Latin1.GetBytes(behind)]));

    [Fact]
    public void A_photo_that_is_an_archive_inside_the_picture_is_refused()
    {
        var photo = SampleFiles.Photo("", 2000);
        "PK\u0005\u0006"u8.CopyTo(photo.AsSpan(1900));
        Assert.Equal(DocumentProblem.TwoInOne, Kept.Refused(photo));
    }

    [Theory]
    [InlineData(8400, 8300, null)]
    [InlineData(9000, 9000, DocumentProblem.TooManyPixels)]
    [InlineData(65_535, 65_535, DocumentProblem.TooManyPixels)]
    [InlineData(40_000, 10, DocumentProblem.TooManyPixels)]
    [InlineData(0, 10, DocumentProblem.Incomplete)]
    public void A_photo_of_more_pixels_than_telephones_take_is_refused_before_it_is_opened(int width, int height, DocumentProblem? problem) =>
        Assert.Equal(problem, (DocumentReading.Of(SampleFiles.Photo("", 0, width, height)) as DocumentReading.Refused)?.Problem);

    [Fact]
    public void A_photo_that_was_broken_off_is_called_so() => Assert.Equal(DocumentProblem.Incomplete, Kept.Refused(SampleFiles.Photo()[..^2]));

    [Fact]
    public void A_photo_drawn_a_thousand_times_over_is_refused()
    {
        var photo = SampleFiles.Photo();
        byte[] scan = [0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 0];
        Assert.Equal(DocumentProblem.Incomplete, Kept.Refused([.. photo[..^2], .. Enumerable.Repeat(scan, 1000).SelectMany(part => part), 0xFF, 0xD9]));
    }

    [Theory]
    [InlineData("tEXt")]
    [InlineData("eXIf")]
    [InlineData("iTXt")]
    [InlineData("iCCP")]
    [InlineData("acTL")]
    public void Texts_in_a_picture_are_left_out(string chunk)
    {
        var png = SampleFiles.Png();
        Assert.Equal(png, Kept.Of([.. png[..33], .. SampleFiles.Chunk(chunk, Encoding.ASCII.GetBytes(Secret)), .. png[33..]]));
    }

    [Fact]
    public void What_hangs_behind_a_picture_is_cut_off() => Assert.Equal(SampleFiles.Png(), Kept.Of([.. SampleFiles.Png(), .. Encoding.ASCII.GetBytes(Page)]));

    [Fact]
    public void A_small_file_that_says_it_is_a_picture_of_a_billion_points_is_refused() => Assert.Equal(
        DocumentProblem.TooManyPixels,
        Kept.Refused([.. SampleFiles.PngHead, .. SampleFiles.Chunk("IHDR", [0, 0, 0x75, 0x30, 0, 0, 0x75, 0x30, 8, 6, 0, 0, 0]), .. SampleFiles.Chunk("IDAT", SampleFiles.Packed(new byte[100])), .. SampleFiles.Chunk("IEND", [])]));

    [Fact]
    public void A_picture_with_a_wrong_check_sum_is_refused()
    {
        var png = SampleFiles.Png();
        png[^20] ^= 1;
        Assert.Equal(DocumentProblem.Incomplete, Kept.Refused(png));
    }

    [Fact]
    public void A_WebP_keeps_its_picture_and_nothing_else()
    {
        byte[] picture = [.. "VP8L"u8, 6, 0, 0, 0, 0x2F, 7, 0, 0, 0, 0];
        var kept = Kept.Of(WebP([.. "VP8X"u8, 10, 0, 0, 0, 0x0C, 0, 0, 0, 7, 0, 0, 0, 0, 0, .. picture, .. "EXIF"u8, 18, 0, 0, 0, .. Encoding.ASCII.GetBytes(Secret)]), DocumentType.WebP);
        Assert.Equal(WebP([.. "VP8X"u8, 10, 0, 0, 0, 0, 0, 0, 0, 7, 0, 0, 0, 0, 0, .. picture]), kept);
    }

    [Fact]
    public void A_moving_WebP_is_no_photo_of_a_paper() => Assert.Equal(DocumentProblem.Video, Kept.Refused(WebP([.. "VP8X"u8, 10, 0, 0, 0, 0x02, 0, 0, 0, 7, 0, 0, 0, 0, 0])));

    [Fact]
    public void A_HEIC_keeps_its_picture_and_not_the_place()
    {
        var heic = SampleHeic.With(Secret, 4032, 3024);
        var kept = Kept.Of([.. heic, .. Encoding.ASCII.GetBytes(Page)], DocumentType.Heic);
        Assert.Equal((heic.Length, true, false, false), (kept.Length, Has(kept, SampleHeic.Picture), Has(kept, Secret), Has(kept, Page)));
    }

    [Fact]
    public void A_HEIC_of_too_many_pixels_is_refused() => Assert.Equal(DocumentProblem.TooManyPixels, Kept.Refused(SampleHeic.With(Secret, 100_000, 100_000)));

    [Fact]
    public void A_HEIC_whose_texts_cannot_be_found_is_refused() => Assert.Equal(DocumentProblem.Incomplete, Kept.Refused(SampleHeic.With(Secret, 100, 100, textsAt: 1_000_000)));

    [Fact]
    public void A_HEIC_whose_texts_go_to_its_end_is_refused() => Assert.Equal(DocumentProblem.Incomplete, Kept.Refused(SampleHeic.With(Secret, 100, 100, textsLength: 0)));

    private static byte[] With(byte[] segment) => [0xFF, 0xD8, .. segment, .. SampleFiles.Photo()[2..]];

    private static byte[] Segment(byte marker, byte[] inside) => [0xFF, marker, (byte)((inside.Length + 2) >> 8), (byte)(inside.Length + 2), .. inside];

    private static byte[] Exif(byte turned) => Segment(0xE1,
    [
        .. "Exif\0\0II*\0"u8, 8, 0, 0, 0, 2, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, turned, 0, 0, 0, 0x25, 0x88, 4, 0, 1, 0, 0, 0, 40, 0, 0, 0, 0, 0, 0, 0, .. Encoding.ASCII.GetBytes(Secret),
    ]);

    private static byte[] WebP(byte[] chunks)
    {
        byte[] whole = [.. "RIFF\0\0\0\0WEBP"u8, .. chunks];
        BinaryPrimitives.WriteInt32LittleEndian(whole.AsSpan(4), whole.Length - 8);
        return whole;
    }

    private static bool Has(byte[] content, string text) => content.AsSpan().IndexOf(Encoding.ASCII.GetBytes(text)) >= 0;
}

/// <summary>A HEIC in outline: one picture, one text about it.</summary>
internal static class SampleHeic
{
    public const string Picture = "the coded picture";

    /// <param name="textsAt">Where it says the text lies, if not where it does.</param>
    /// <param name="textsLength">How long it says the text is, if not as long as it is.</param>
    public static byte[] With(string text, uint width, uint height, uint? textsAt = null, uint? textsLength = null)
    {
        var head = Box("ftyp", [.. "heic\0\0\0\0mif1heic"u8]);
        var length = head.Length + Meta(text, width, height, 0, 0).Length;
        return [.. head, .. Meta(text, width, height, textsAt ?? (uint)(length + 8), textsLength ?? (uint)text.Length), .. Box("mdat", Encoding.ASCII.GetBytes(text + Picture))];
    }

    private static byte[] Meta(string text, uint width, uint height, uint at, uint texts) => Box("meta",
    [
        0, 0, 0, 0,
        .. Box("iinf", [0, 0, 0, 0, 0, 2, .. Box("infe", [2, 0, 0, 0, 0, 1, 0, 0, .. "hvc1\0"u8]), .. Box("infe", [2, 0, 0, 0, 0, 2, 0, 0, .. "Exif\0"u8])]),
        .. Box("iloc",
        [
            0, 0, 0, 0, 0x44, 0, 0, 2,
            0, 1, 0, 0, 0, 1, .. Number(at + (uint)text.Length), .. Number((uint)Picture.Length),
            0, 2, 0, 0, 0, 1, .. Number(at), .. Number(texts),
        ]),
        .. Box("iprp", Box("ipco", Box("ispe", [0, 0, 0, 0, .. Number(width), .. Number(height)]))),
    ]);

    private static byte[] Box(string name, byte[] inside) => [.. Number((uint)inside.Length + 8), .. Encoding.ASCII.GetBytes(name), .. inside];

    private static byte[] Number(uint number) => [(byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number];
}
