using Microsoft.DurableTask.Abstractions;

namespace OneVisit.Local.DurableTask;

/// <summary>Which versions of orchestrations this program carries on; as in host.json under <c>versionMatchStrategy</c>.</summary>
public enum VersionMatch
{
    None,
    Strict,
    CurrentOrOlder,
}

/// <summary>What becomes of the others; as in host.json under <c>versionFailureStrategy</c>.</summary>
public enum VersionMismatch
{
    /// <summary>They wait for a program that knows them.</summary>
    Reject,
    Fail,
}

/// <summary>The version that new orchestrations get, and what is done with those of other versions.</summary>
public sealed record OrchestrationVersioning(
    string DefaultVersion, VersionMatch Match = VersionMatch.CurrentOrOlder, VersionMismatch OnMismatch = VersionMismatch.Reject)
{
    internal static OrchestrationVersioning Unversioned { get; } = new("", VersionMatch.None);

    internal bool Carries(string version) => Match switch
    {
        VersionMatch.Strict => Compare(version) == 0,
        VersionMatch.CurrentOrOlder => Compare(version) <= 0,
        _ => true,
    };

    private int Compare(string version) => TaskOrchestrationVersioningUtils.CompareVersions(version, DefaultVersion);
}
