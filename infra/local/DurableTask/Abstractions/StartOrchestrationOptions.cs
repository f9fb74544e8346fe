namespace Microsoft.DurableTask;

/// <summary>How a client starts an orchestration: under which id (a random one if <c>null</c>), and not before when.</summary>
public record StartOrchestrationOptions
{
    public StartOrchestrationOptions(string? InstanceId = null, DateTimeOffset? StartAt = null) => (this.InstanceId, this.StartAt) = (InstanceId, StartAt);

    public StartOrchestrationOptions(StartOrchestrationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        (InstanceId, StartAt, Version, DedupeStatuses) = (options.InstanceId, options.StartAt, options.Version, options.DedupeStatuses);
    }

    public string? InstanceId { get; init; }

    public DateTimeOffset? StartAt { get; init; }

    /// <summary>The version that the orchestrator will see; the worker's default if <c>null</c>.</summary>
    public TaskVersion? Version { get; init; }

    /// <summary>
    /// Statuses in which an instance of the same id refuses the start; in any other it is replaced, and ended first if it is still going.
    /// <c>null</c>: only an instance that is still going refuses.
    /// </summary>
    public IReadOnlyList<string>? DedupeStatuses { get; init; }
}
