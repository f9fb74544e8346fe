using System.Buffers.Binary;
using SkiaSharp;

namespace OneVisit.Papers;

/// <summary>A signature drawn on a screen: black strokes on nothing, without the empty room around them. Whatever else the picture held is gone.</summary>
public sealed class SignaturePicture
{
    public const int MostBytes = 40 * 1024;
    public const int MostWidth = 1600;
    public const int MostHeight = 800;

    /// <summary>Fewer dark points than that are a slip, not a signature.</summary>
    private const int LeastInk = 80;

    private readonly byte[] strokes;
    private readonly int width;
    private readonly int height;

    private SignaturePicture(byte[] strokes, int width, int height) => (this.strokes, this.width, this.height) = (strokes, width, height);

    /// <summary>Reads a PNG. Only its bytes decide; it is measured before it is unpacked.</summary>
    public static SignatureReading Read(ReadOnlySpan<byte> png)
    {
        if (png.Length > MostBytes)
            return new SignatureReading.Refused(SignatureProblem.TooLarge);
        if (!IsPng(png, out var width, out var height))
            return new SignatureReading.Refused(SignatureProblem.NotAPicture);
        if (width is < 1 or > MostWidth || height is < 1 or > MostHeight)
            return new SignatureReading.Refused(SignatureProblem.TooLarge);
        using var data = SKData.CreateCopy(png);
        using var codec = SKCodec.Create(data);
        using var bitmap = codec is { EncodedFormat: SKEncodedImageFormat.Png, FrameCount: <= 1 } && codec.Info.Width == width && codec.Info.Height == height
            ? SKBitmap.Decode(codec, new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Unpremul))
            : null;
        if (bitmap is null)
            return new SignatureReading.Refused(SignatureProblem.NotAPicture);
        var strokes = StrokesOf(bitmap.GetPixelSpan());
        return Array.FindAll(strokes, point => point > 96).Length < LeastInk
            ? new SignatureReading.Refused(SignatureProblem.Empty)
            : new SignatureReading.Accepted(Cropped(strokes, width, height));
    }

    private static SignaturePicture Cropped(byte[] strokes, int width, int height)
    {
        var (left, top, right, bottom) = (width, height, 0, 0);
        for (var point = 0; point < strokes.Length; point++)
        {
            if (strokes[point] == 0)
                continue;
            var (y, x) = Math.DivRem(point, width);
            (left, top, right, bottom) = (Math.Min(left, x), Math.Min(top, y), Math.Max(right, x + 1), Math.Max(bottom, y + 1));
        }
        var rows = Enumerable.Range(top, bottom - top).SelectMany(y => strokes.AsSpan(y * width + left, right - left).ToArray());
        return new([.. rows], right - left, bottom - top);
    }

    internal SKImage Image()
    {
        var pixels = new byte[strokes.Length * 4];
        for (var point = 0; point < strokes.Length; point++)
            pixels[point * 4 + 3] = strokes[point];
        return SKImage.FromPixelCopy(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Unpremul), pixels);
    }

    private static bool IsPng(ReadOnlySpan<byte> png, out int width, out int height)
    {
        (width, height) = (0, 0);
        if (png.Length < 33 || !png.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]) || !png[12..16].SequenceEqual("IHDR"u8))
            return false;
        (width, height) = (BinaryPrimitives.ReadInt32BigEndian(png[16..]), BinaryPrimitives.ReadInt32BigEndian(png[20..]));
        return true;
    }

    // How dark each point is against white, 0 to 255.
    private static byte[] StrokesOf(ReadOnlySpan<byte> rgba)
    {
        var strokes = new byte[rgba.Length / 4];
        for (var point = 0; point < strokes.Length; point++)
        {
            var pixel = rgba.Slice(point * 4, 4);
            strokes[point] = (byte)((255 - (pixel[0] * 30 + pixel[1] * 59 + pixel[2] * 11) / 100) * pixel[3] / 255);
        }
        return strokes;
    }
}

/// <summary>What a posted picture turned out to be.</summary>
public abstract record SignatureReading
{
    public sealed record Accepted(SignaturePicture Picture) : SignatureReading;

    public sealed record Refused(SignatureProblem Problem) : SignatureReading;

    private SignatureReading() { }
}

/// <summary>Why a picture is no signature.</summary>
public enum SignatureProblem
{
    NotAPicture,

    /// <summary>More bytes or points than a signature needs.</summary>
    TooLarge,

    /// <summary>Nothing is drawn on it, or a dot.</summary>
    Empty,
}
