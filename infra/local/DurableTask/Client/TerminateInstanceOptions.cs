namespace Microsoft.DurableTask.Client;

/// <summary>How to end an orchestration: with which output, and whether its sub-orchestrations end with it.</summary>
public record TerminateInstanceOptions(object? Output = null, bool Recursive = false);
