namespace OneVisit.Functions.Sharing;

/// <summary>Where the sharing platform is and how it speaks.</summary>
/// <param name="Url">With a final slash.</param>
/// <param name="Key">By which the platform knows us, and we know it when it tells us something.</param>
/// <param name="Shape">See <see cref="SharingShapes"/>.</param>
public sealed record SharingOptions(Uri Url, string Key, string Shape = SharingShapes.Questions);

/// <summary>Shapes of platforms that are known, by the names that settings carry.</summary>
public static class SharingShapes
{
    /// <summary>A question in, an answer out.</summary>
    public const string Questions = "questions";

    /// <summary>An envelope in, rows of records out.</summary>
    public const string Records = "records";
}
