using System.Collections.Concurrent;

namespace OneVisit.Local.DurableTask.Engine;

/// <summary>Wakes those who wait for an instance to change.</summary>
internal sealed class InstanceChanges
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> waiting = new();

    /// <summary>Completes at the next change. Ask first, then look at the instance: no change is missed.</summary>
    public Task Next(string instance) => waiting
        .GetOrAdd(instance, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public void Announce(string instance)
    {
        if (waiting.TryRemove(instance, out var source)) source.SetResult();
    }
}
