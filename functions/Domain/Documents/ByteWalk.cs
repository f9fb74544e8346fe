namespace OneVisit.Domain.Documents;

/// <summary>Reads numbers, the highest byte first, from a stretch of a file. Past its end everything is 0 and <see cref="Failed"/>.</summary>
internal ref struct ByteWalk(ReadOnlySpan<byte> content, int at, int end)
{
    private readonly ReadOnlySpan<byte> content = content;
    private readonly int end = Math.Min(end, content.Length);

    public int At { get; private set; } = at;

    public bool Failed { get; private set; }

    /// <param name="bytes">0 to 8; of none the number is 0.</param>
    public ulong Number(int bytes)
    {
        if (Failed || bytes > end - At)
        {
            Failed = true;
            return 0;
        }
        ulong number = 0;
        foreach (var part in content.Slice(At, bytes))
            number = (number << 8) | part;
        At += bytes;
        return number;
    }

    public void Skip(int bytes)
    {
        Failed |= bytes > end - At;
        if (!Failed)
            At += bytes;
    }
}
