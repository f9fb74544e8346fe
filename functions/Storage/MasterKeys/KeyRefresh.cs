using OneVisit.Domain.Identity;

namespace OneVisit.Storage.MasterKeys;

/// <summary>Puts what lies at the source into the ring.</summary>
public sealed class KeyRefresh(IMasterKeySource source, KeyRing ring)
{
    /// <summary>How often a program looks. Shorter than the notice that a new key is given.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    /// <returns>The id of the key that seals now, when it is another than before; <c>null</c>: the same.</returns>
    public async Task<string?> RefreshAsync(CancellationToken cancellation)
    {
        var (before, now) = (ring.Keys.Current, await source.ReadAsync(cancellation));
        ring.Replace(now);
        return now.Current == before ? null : now.Current;
    }
}
