namespace OneVisit.Local.DirectLine;

/// <summary>Sizes in bytes, inclusive.</summary>
internal static class Limits
{
    public const int Activity = 256 * 1024;

    /// <summary>All parts of one upload together.</summary>
    public const int Upload = 12 * 1024 * 1024;

    /// <summary>The activity part of an upload: Web Chat puts a thumbnail of every picture into it.</summary>
    public const int UploadedActivity = 1024 * 1024;

    public const int JsonDepth = 64;
}
