namespace OneVisit.Local.DurableTask.Engine;

/// <summary>How many pieces of work are queued or running, and a signal for when there are none.</summary>
internal sealed class BusyCount
{
    private readonly Lock gate = new();
    private TaskCompletionSource idle = Finished();
    private int count;

    public Task Idle
    {
        get
        {
            lock (gate) return idle.Task;
        }
    }

    public void Enter()
    {
        lock (gate)
        {
            if (count++ == 0) idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    public void Leave()
    {
        lock (gate)
        {
            if (--count == 0) idle.SetResult();
        }
    }

    private static TaskCompletionSource Finished()
    {
        TaskCompletionSource source = new();
        source.SetResult();
        return source;
    }
}
