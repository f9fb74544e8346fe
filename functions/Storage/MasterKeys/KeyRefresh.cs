using OneVisit.Domain.Identity;

namespace OneVisit.Storage.MasterKeys;

/// <summary>Puts what lies at the sources into the rings.</summary>
/// <param name="proofs">Of a program that signs proofs.</param>
/// <param name="lookups">Of a program that finds people again.</param>
public sealed class KeyRefresh(IMasterKeySource source, KeyRing ring, IEnumerable<ProofKeys> proofs, IEnumerable<LookupKeys> lookups)
{
    /// <summary>How often a program looks. Shorter than the notice that a new key is given.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    /// <returns>The id of the key that seals now, when it is another than before; <c>null</c>: the same.</returns>
    public async Task<string?> RefreshAsync(CancellationToken cancellation)
    {
        var (before, now) = (ring.Keys.Current, await source.ReadAsync(cancellation));
        ring.Replace(now);
        foreach (var keys in proofs)
            keys.Ring.Replace(await keys.Source.ReadAsync(cancellation));
        foreach (var keys in lookups)
            keys.Ring.Replace(await keys.Source.ReadAsync(cancellation));
        return now.Current == before ? null : now.Current;
    }
}

/// <summary>The keys with which proofs are signed, and where they lie.</summary>
public sealed record ProofKeys(IMasterKeySource Source, KeyRing Ring);

/// <summary>The keys by which people are found again, and where they lie.</summary>
public sealed record LookupKeys(IMasterKeySource Source, KeyRing Ring);
