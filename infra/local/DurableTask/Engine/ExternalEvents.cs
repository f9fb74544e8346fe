using Microsoft.DurableTask;
using OneVisit.Local.DurableTask.Store;

namespace OneVisit.Local.DurableTask.Engine;

/// <summary>
/// Events and those who wait for them, by name without regard to case. First come, first served on both sides; who has given up waiting is
/// passed over, so that the event goes to the next one or is kept.
/// </summary>
internal sealed class ExternalEvents(DataConverter converter)
{
    private readonly Dictionary<string, Queue<string?>> kept = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Queue<IWaiter>> waiting = new(StringComparer.OrdinalIgnoreCase);

    private interface IWaiter
    {
        bool IsWaiting { get; }

        void Take(string? data);
    }

    public bool AnyoneWaiting => waiting.Values.Any(queue => queue.Any(waiter => waiter.IsWaiting));

    /// <summary>What somebody waits for, in order, each as often as there are who wait.</summary>
    public IReadOnlyList<string> Awaited =>
        [.. waiting.SelectMany(line => line.Value.Where(waiter => waiter.IsWaiting).Select(_ => line.Key)).Order(StringComparer.OrdinalIgnoreCase)];

    public Task<T> Wait<T>(string name, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested) return Task.FromCanceled<T>(cancellation);

        var waiter = new Waiter<T>(converter);
        if (kept.TryGetValue(name, out var queue) && queue.TryDequeue(out var data))
        {
            waiter.Take(data);
            return waiter.Task;
        }

        if (!waiting.TryGetValue(name, out var line)) waiting[name] = line = [];
        line.Enqueue(waiter);
        cancellation.Register(() => waiter.GiveUp(cancellation));
        return waiter.Task;
    }

    public void Raise(string name, string? data)
    {
        while (waiting.TryGetValue(name, out var line) && line.TryDequeue(out var waiter))
        {
            if (!waiter.IsWaiting) continue;
            waiter.Take(data);
            return;
        }

        if (!kept.TryGetValue(name, out var queue)) kept[name] = queue = [];
        queue.Enqueue(data);
    }

    /// <summary>Events nobody has waited for, as they will stand at the head of the next execution.</summary>
    public IReadOnlyList<HistoryEvent> Kept() =>
        [.. from name in kept from data in name.Value select new HistoryEvent(EventKind.EventRaised, 0, name.Key, data)];

    private sealed class Waiter<T>(DataConverter converter) : IWaiter
    {
        private readonly TaskCompletionSource<T> source = new();

        public Task<T> Task => source.Task;

        public bool IsWaiting => !source.Task.IsCompleted;

        public void Take(string? data)
        {
            T payload;
            try
            {
                payload = converter.Deserialize<T>(data)!;
            }
            catch (Exception unreadable)
            {
                source.TrySetException(unreadable);
                return;
            }

            source.TrySetResult(payload);
        }

        public void GiveUp(CancellationToken cancellation) => source.TrySetCanceled(cancellation);
    }
}
