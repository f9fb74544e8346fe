namespace Microsoft.DurableTask;

/// <summary><see cref="TaskOptions"/> of a sub-orchestration whose instance id the caller chooses.</summary>
public record SubOrchestrationOptions : TaskOptions
{
    public SubOrchestrationOptions(TaskRetryOptions? retry = null, string? instanceId = null)
        : base(retry) => InstanceId = instanceId;

    public SubOrchestrationOptions(TaskOptions options, string? instanceId = null)
        : base(options)
    {
        var derived = options as SubOrchestrationOptions;
        (InstanceId, Version) = (instanceId ?? derived?.InstanceId, derived?.Version);
    }

    public SubOrchestrationOptions(SubOrchestrationOptions options)
        : base(options) => (InstanceId, Version) = (options.InstanceId, options.Version);

    public string? InstanceId { get; init; }

    /// <summary>The version that the sub-orchestrator will see; the worker's default if <c>null</c>.</summary>
    public TaskVersion? Version { get; init; }
}
