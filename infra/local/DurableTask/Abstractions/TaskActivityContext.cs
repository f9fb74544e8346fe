namespace Microsoft.DurableTask;

/// <summary>What an activity knows of its caller: its own name and the orchestration's id.</summary>
public abstract class TaskActivityContext
{
    public abstract TaskName Name { get; }

    public abstract string InstanceId { get; }
}
