namespace OneVisit.Local.Year.Acting;

/// <summary>Photos of papers: small grey JPEGs, each of its own.</summary>
internal static class PaperPhotos
{
    /// <param name="mark">32 bytes; the picture's table of steps is made of them.</param>
    public static byte[] Of(byte[] mark) =>
    [
        0xFF, 0xD8, 0xFF, 0xDB, 0, 67, 0, .. mark.Concat(mark).Select(part => (byte)(part % 254 + 1)), 0xFF, 0xC0, 0, 11, 8, 0, 8, 0, 8, 1, 1, 0x11, 0,
        0xFF, 0xC4, 0, 20, 0x00, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xC4, 0, 20, 0x10, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 0, 0xFF, 0xD9,
    ];
}
