namespace OneVisit.Domain.Documents;

/// <summary>How large a picture may say it is. Whoever opens it needs four bytes a pixel, however small the file.</summary>
public static class PictureBounds
{
    /// <summary>Pixels, inclusive: the largest that telephones take in the format they are set to.</summary>
    public const long MostPixels = 70_000_000;

    /// <summary>Pixels of a side, inclusive: long pictures of a screen among them.</summary>
    public const int LongestSide = 30_000;

    internal static DocumentProblem? Of(long width, long height) =>
        width < 1 || height < 1 ? DocumentProblem.Incomplete
        : width > LongestSide || height > LongestSide || width * height > MostPixels ? DocumentProblem.TooManyPixels
        : null;
}
