namespace OneVisit.Local.DurableTask.Engine;

/// <summary>
/// The one thread an orchestrator runs on: continuations run in the order in which the history completes their tasks, and never elsewhere.
/// </summary>
/// <param name="strayedLate">Told when a continuation comes from elsewhere after the step has ended, which is too late to fail it.</param>
internal sealed class OrchestratorThread(Action strayedLate) : SynchronizationContext
{
    private readonly Queue<(SendOrPostCallback Callback, object? State)> posted = [];
    private int owner;
    private volatile bool strayed;

    /// <summary>The orchestrator awaited something that finished on another thread.</summary>
    public bool Strayed => strayed;

    public void Run(Action work)
    {
        var outside = Current;
        owner = Environment.CurrentManagedThreadId;
        SetSynchronizationContext(this);
        try
        {
            work();
            while (posted.TryDequeue(out var next)) next.Callback(next.State);
        }
        finally
        {
            SetSynchronizationContext(outside);
            owner = 0;
        }
    }

    public override void Post(SendOrPostCallback d, object? state)
    {
        if (Environment.CurrentManagedThreadId == owner)
        {
            posted.Enqueue((d, state));
            return;
        }

        strayed = true;
        if (owner == 0) strayedLate();
    }

    public override void Send(SendOrPostCallback d, object? state) => Post(d, state);

    public override SynchronizationContext CreateCopy() => this;

    /// <exception cref="InvalidOperationException">Called from anywhere but the orchestrator.</exception>
    public void Require()
    {
        if (Environment.CurrentManagedThreadId != owner)
            throw new InvalidOperationException(
                "An orchestration context was used outside its orchestrator's thread. Orchestrators may await only what their context gives them.");
    }
}
