namespace Microsoft.DurableTask.Entities;

/// <summary>Durable entities seen from an orchestrator. Named for its signature only: the local runtime has no entities.</summary>
public abstract class TaskOrchestrationEntityFeature;
