using System.Diagnostics;
using CsCheck;
using OneVisit.Domain.Documents;
using OneVisit.Support;

namespace OneVisit.Domain.Tests.Documents;

/// <summary>Whatever is done to a good file, there is an answer, soon, and what is kept of it stays as it is.</summary>
public sealed class MutationTests
{
    private static readonly byte[][] Good =
    [
        SampleFiles.Photo(), SampleFiles.Png(), SampleFiles.Pdf(), SampleHeic.With("Exif of a photo", 4032, 3024),
        SampleFiles.Pdf(objects: "5 0 obj << /Type /ObjStm /Filter /FlateDecode >> stream\n" + System.Text.Encoding.Latin1.GetString(SampleFiles.Packed("5 0 << /A 1 >>"u8.ToArray())) + "\nendstream endobj\n"),
        [.. "RIFF"u8, 36, 0, 0, 0, .. "WEBPVP8X"u8, 10, 0, 0, 0, 0, 0, 0, 0, 7, 0, 0, 7, 0, 0, .. "VP8L"u8, 6, 0, 0, 0, 0x2F, 7, 0, 0, 0, 0],
    ];

    [Fact]
    public void Any_bytes_get_an_answer() => Gen.Byte.Array.Sample(bytes => DocumentReading.Of(bytes) is not null);

    [Fact]
    public void The_good_files_are_taken() => Assert.All(Good, file => Kept.Of(file));

    [Fact]
    public void A_good_file_with_some_bytes_changed_gets_an_answer() => Changed.Sample(bytes => DocumentReading.Of(bytes) is not null, iter: 50_000);

    [Fact]
    public void What_is_kept_of_any_of_them_is_kept_whole_the_next_time() => Changed.Sample(
        bytes => DocumentReading.Of(bytes) is not DocumentReading.Accepted kept || (DocumentReading.Of(kept.Content) is DocumentReading.Accepted again && again.Content.AsSpan().SequenceEqual(kept.Content)),
        iter: 50_000);

    [Theory]
    [InlineData("%PDF-1.7 ", "/", "startxref %%EOF")]
    [InlineData("%PDF-1.7 ", "stream\n\u0078\u009c", "startxref %%EOF")]
    [InlineData("%PDF-1.7 ", "<</Filter/FlateDecode>>stream\n\u0078\u0001\0\0\0\u00ff\u00ff", "startxref %%EOF")]
    [InlineData("%PDF-1.7 ", "endobj /Type/ObjStm ", "startxref %%EOF")]
    [InlineData("\u00ff\u00d8\u00ff", "\u00ff", "")]
    [InlineData("\u00ff\u00d8", "\u00ff\u00e1\0\u0002", "\u00ff\u00d9")]
    [InlineData("\0\0\0\u0010ftypheic\0\0\0\0", "\0\0\0\u0008free", "")]
    [InlineData("\u0089PNG\r\n\u001a\n\0\0\0\rIHDR\0\0\0\u0001\0\0\0\u0001\u0008\0\0\0\0\u003a\u007e\u009b\u0055", "\0\0\0\0tEXt\0\0\0\0", "")]
    public void A_file_made_to_keep_us_busy_gets_its_answer_soon(string start, string again, string end)
    {
        var body = System.Text.Encoding.Latin1.GetBytes(start + string.Concat(Enumerable.Repeat(again, (DocumentReading.MostBytes - 100) / again.Length)) + end);
        var watch = Stopwatch.StartNew();
        var before = GC.GetAllocatedBytesForCurrentThread();

        _ = DocumentReading.Of(body);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 800L * 1024 * 1024);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    private static Gen<byte[]> Changed =>
        from file in Gen.Int[0, Good.Length - 1].Select(which => Good[which])
        from changes in Gen.Select(Gen.Int[0, file.Length - 1], Gen.Byte).Array[1, 6]
        from cut in Gen.Frequency((4, Gen.Const(file.Length)), (1, Gen.Int[0, file.Length]))
        select Apply(file, changes, cut);

    private static byte[] Apply(byte[] file, (int At, byte Value)[] changes, int cut)
    {
        byte[] changed = [.. file];
        foreach (var (at, value) in changes) changed[at] = value;
        return changed[..cut];
    }
}
