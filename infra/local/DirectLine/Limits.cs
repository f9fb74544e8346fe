namespace OneVisit.Local.DirectLine;

/// <summary>Sizes in bytes where nothing else is said, inclusive.</summary>
internal static class Limits
{
    public const int Activity = 256 * 1024;

    /// <summary>All parts of one upload together.</summary>
    public const int Upload = 12 * 1024 * 1024;

    /// <summary>The same in base64, with its name and type.</summary>
    public const int UploadInBase64 = (Upload / 3 * 4) + 4096;

    /// <summary>The activity part of an upload: Web Chat puts a thumbnail of every picture into it.</summary>
    public const int UploadedActivity = 1024 * 1024;

    /// <summary>Letters of a user's id.</summary>
    public const int UserId = 64;

    public const int JsonDepth = 64;

    /// <summary>Activities in one set; who asks again from its watermark gets the next.</summary>
    public const int Page = 500;
}
