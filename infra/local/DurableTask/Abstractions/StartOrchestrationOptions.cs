namespace Microsoft.DurableTask;

/// <summary>How a client starts an orchestration: under which id (a random one if <c>null</c>), and not before when.</summary>
public record StartOrchestrationOptions
{
    public StartOrchestrationOptions(string? InstanceId = null, DateTimeOffset? StartAt = null) => (this.InstanceId, this.StartAt) = (InstanceId, StartAt);

    public StartOrchestrationOptions(StartOrchestrationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        (InstanceId, StartAt) = (options.InstanceId, options.StartAt);
    }

    public string? InstanceId { get; init; }

    public DateTimeOffset? StartAt { get; init; }
}
