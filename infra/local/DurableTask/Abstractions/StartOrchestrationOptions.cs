namespace Microsoft.DurableTask;

/// <summary>How a client starts an orchestration: under which id (a random one if <c>null</c>), and not before when.</summary>
public record StartOrchestrationOptions(string? InstanceId = null, DateTimeOffset? StartAt = null);
