namespace OneVisit.Bot.Turns;

/// <summary>One at a time for each key.</summary>
internal sealed class KeyedLock
{
    private readonly Dictionary<string, Gate> gates = new(StringComparer.Ordinal);

    public async Task<IDisposable> EnterAsync(string key, CancellationToken stop)
    {
        Gate gate;
        lock (gates)
        {
            if (!gates.TryGetValue(key, out gate!)) gates[key] = gate = new Gate();
            gate.Users++;
        }
        try
        {
            await gate.Semaphore.WaitAsync(stop);
            return new Pass(this, key, gate);
        }
        catch
        {
            Leave(key, gate);
            throw;
        }
    }

    private void Leave(string key, Gate gate)
    {
        lock (gates)
        {
            if (--gate.Users == 0) gates.Remove(key);
        }
    }

    private sealed class Gate
    {
        public SemaphoreSlim Semaphore { get; } = new(1, 1);

        public int Users { get; set; }
    }

    private sealed class Pass(KeyedLock locks, string key, Gate gate) : IDisposable
    {
        private bool left;

        public void Dispose()
        {
            if (left) return;
            left = true;
            gate.Semaphore.Release();
            locks.Leave(key, gate);
        }
    }
}
