namespace Microsoft.DurableTask.Client;

/// <summary>How many orchestrations were deleted.</summary>
public class PurgeResult
{
    public PurgeResult(int count)
    {
        if (count < 0) throw new ArgumentException("Must not be negative.", nameof(count));
        PurgedInstanceCount = count;
    }

    public int PurgedInstanceCount { get; }
}
