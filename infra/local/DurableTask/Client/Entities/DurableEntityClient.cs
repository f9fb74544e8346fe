namespace Microsoft.DurableTask.Client.Entities;

/// <summary>Durable entities seen from a client. Named for its signature only: the local runtime has no entities.</summary>
public abstract class DurableEntityClient
{
    protected DurableEntityClient(string name) => Name = name;

    public string Name { get; }
}
