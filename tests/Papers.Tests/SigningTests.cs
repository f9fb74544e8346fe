using System.Buffers.Binary;
using OneVisit.Domain;
using OneVisit.Papers.Forms;
using SkiaSharp;
using UglyToad.PdfPig;

namespace OneVisit.Papers.Tests;

/// <summary>Signatures given on a screen.</summary>
public sealed class SigningTests
{
    [Theory]
    [MemberData(nameof(FormTests.Forms), MemberType = typeof(FormTests))]
    public void A_signed_form_says_when_of_which_version_and_of_what_content(string material, Language reader)
    {
        var form = PaperForms.Sign(material, Families.Zhang(reader), new ScreenSignature(Drawn(), null, Families.Now))!;
        var text = Reader.TextOf(PaperPress.Print(form.Paper).Content);

        Assert.All(
            ["2026年11月24日09:30:05（北京时间）在屏幕上手写签名", $"表格版本{form.Version}", $"校验值（SHA-256）：{form.ContentHash}"],
            words => Assert.Contains(words, text, StringComparison.Ordinal));
    }

    [Fact]
    public void The_drawing_is_on_the_signed_form_and_on_no_other()
    {
        Assert.Equal(1, PicturesOf(PaperForms.Sign("M05", Families.Zhang(), new ScreenSignature(Drawn(), null, Families.Now))!));
        Assert.Equal(0, PicturesOf(PaperForms.Fill("M05", Families.Zhang())!));
    }

    [Fact]
    public void Who_cannot_draw_types_the_name_and_the_paper_says_so()
    {
        var text = Reader.TextOf(PaperPress.Print(PaperForms.Sign("M05", Families.Zhang(), new ScreenSignature(null, "张桂兰", Families.Now))!.Paper).Content);

        Assert.Contains("在屏幕上输入姓名并确认", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_agent_does_not_sign_with_the_resident() => Assert.Single(
        PaperForms.Sign("M14", Families.Zhang(), new ScreenSignature(null, "张桂兰", Families.Now))!.Paper.Blocks.OfType<Block.Signature>(), box => box.Signed is not null);

    [Fact]
    public void Signing_changes_nothing_of_what_is_signed() => Assert.Equal(
        PaperForms.Fill("M04", Families.Zhang())!.ContentHash,
        PaperForms.Sign("M04", Families.Zhang(), new ScreenSignature(null, "张桂兰", Families.Now))!.ContentHash);

    [Fact]
    public void An_empty_canvas_is_no_signature() => Assert.Equal(SignatureProblem.Empty, ProblemOf(Png(300, 100, _ => { })));

    [Fact]
    public void A_white_sheet_is_no_signature() => Assert.Equal(SignatureProblem.Empty, ProblemOf(Png(300, 100, canvas => canvas.Clear(SKColors.White))));

    [Theory]
    [InlineData("")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>")]
    [InlineData("\u0089PNG\r\n\u001A\n and then nothing that is one")]
    public void What_is_no_png_is_no_signature(string content) => Assert.Equal(SignatureProblem.NotAPicture, ProblemOf(System.Text.Encoding.Latin1.GetBytes(content)));

    [Fact]
    public void A_png_cut_off_is_no_signature() => Assert.Equal(SignatureProblem.NotAPicture, ProblemOf(Stroke()[..40]));

    [Fact]
    public void A_jpeg_is_no_signature()
    {
        using var bitmap = new SKBitmap(100, 100);
        Assert.Equal(SignatureProblem.NotAPicture, ProblemOf(bitmap.Encode(SKEncodedImageFormat.Jpeg, 90).ToArray()));
    }

    [Fact]
    public void A_picture_that_says_it_is_huge_is_not_unpacked()
    {
        var png = Stroke();
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), 60_000);

        Assert.Equal(SignatureProblem.TooLarge, ProblemOf(png));
    }

    [Fact]
    public void A_picture_of_too_many_bytes_is_not_looked_at() => Assert.Equal(SignatureProblem.TooLarge, ProblemOf([.. Stroke(), .. new byte[SignaturePicture.MostBytes]]));

    internal static byte[] Stroke() => Png(600, 200, canvas =>
    {
        using var pen = new SKPaint { Style = SKPaintStyle.Stroke, StrokeWidth = 5, Color = SKColors.Black, IsAntialias = true };
        canvas.DrawLine(60, 150, 300, 40, pen);
        canvas.DrawLine(300, 40, 540, 160, pen);
    });

    private static SignaturePicture Drawn() => Assert.IsType<SignatureReading.Accepted>(SignaturePicture.Read(Stroke())).Picture;

    private static SignatureProblem ProblemOf(byte[] content) => Assert.IsType<SignatureReading.Refused>(SignaturePicture.Read(content)).Problem;

    private static int PicturesOf(FilledForm form)
    {
        using var document = PdfDocument.Open(PaperPress.Print(form.Paper).Content);
        return document.GetPages().Sum(page => page.GetImages().Count());
    }

    private static byte[] Png(int width, int height, Action<SKCanvas> draw)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Premul));
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(SKColors.Transparent);
            draw(canvas);
        }
        return bitmap.Encode(SKEncodedImageFormat.Png, 100).ToArray();
    }
}
