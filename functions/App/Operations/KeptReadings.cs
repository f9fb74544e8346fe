using System.Collections.Concurrent;

namespace OneVisit.Functions.Operations;

/// <summary>Keeps what was read for a while, for all who ask meanwhile. Bounded: beyond <paramref name="most"/> it begins anew.</summary>
internal sealed class KeptReadings<TKey, TValue>(int most, TimeProvider clock) where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, (DateTimeOffset At, Task<TValue> Read)> kept = new();

    /// <param name="freshness">So old it may be.</param>
    /// <param name="read">Reads it, as of that moment. For all who ask meanwhile: nobody's leaving breaks it off.</param>
    public async Task<TValue> ReadAsync(TKey key, TimeSpan freshness, Func<DateTimeOffset, Task<TValue>> read, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (kept.TryGetValue(key, out var found) && now - found.At < freshness && !found.Read.IsFaulted)
            return await found.Read.WaitAsync(cancellation);
        if (kept.Count >= most)
            kept.Clear();
        var reading = read(now);
        kept[key] = (now, reading);
        return await reading.WaitAsync(cancellation);
    }
}
