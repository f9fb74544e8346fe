namespace Microsoft.DurableTask.Client;

/// <summary>Whether sub-orchestrations are deleted together with their parent.</summary>
public record PurgeInstanceOptions(bool Recursive = false);
