namespace Microsoft.DurableTask.Abstractions;

/// <summary>Puts versions in order: none comes before any; numbers like 1.10 as <see cref="Version"/>; anything else as words without regard to case.</summary>
public static class TaskOrchestrationVersioningUtils
{
    /// <returns>Below zero if the source is the older, above if it is the newer.</returns>
    public static int CompareVersions(string sourceVersion, string otherVersion) =>
        (string.IsNullOrWhiteSpace(sourceVersion), string.IsNullOrWhiteSpace(otherVersion)) switch
        {
            (true, true) => 0,
            (true, false) => -1,
            (false, true) => 1,
            _ when Version.TryParse(sourceVersion, out var source) && Version.TryParse(otherVersion, out var other) => source.CompareTo(other),
            _ => string.Compare(sourceVersion, otherVersion, StringComparison.OrdinalIgnoreCase),
        };
}
