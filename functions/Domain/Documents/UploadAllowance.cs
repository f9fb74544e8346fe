namespace OneVisit.Domain.Documents;

/// <summary>How many files somebody may send, and how many bytes altogether, all bounds inclusive. A household with every paper there is stays far below.</summary>
/// <param name="Files">At most.</param>
/// <param name="Bytes">At most, altogether.</param>
public sealed record UploadAllowance(int Files, long Bytes)
{
    private const long Megabyte = 1024 * 1024;

    /// <summary>Of a resident in a day of Beijing.</summary>
    public static readonly UploadAllowance ResidentsDay = new(100, 300 * Megabyte);

    /// <summary>Of a member of staff in a day: agents send the papers of many households.</summary>
    public static readonly UploadAllowance StaffsDay = new(1000, 3000 * Megabyte);

    /// <summary>Of an application that was not handed in yet. How many a case takes says <see cref="Cases.Limits.Documents"/>.</summary>
    public static readonly UploadAllowance Draft = new(60, 200 * Megabyte);

    public long Megabytes => Bytes / Megabyte;

    /// <summary>Whether one more of that size is still within.</summary>
    public bool Takes(int filesBefore, long bytesBefore, long bytes) => filesBefore < Files && bytesBefore + bytes <= Bytes;
}
