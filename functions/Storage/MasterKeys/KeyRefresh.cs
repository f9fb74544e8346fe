using OneVisit.Domain.Identity;

namespace OneVisit.Storage.MasterKeys;

/// <summary>Puts what lies at the sources into the rings.</summary>
/// <param name="others">Keys of other uses that the program has beside those it seals with.</param>
public sealed class KeyRefresh(IMasterKeySource source, KeyRing ring, IEnumerable<KeysBeside> others)
{
    /// <summary>How often a program looks. Shorter than the notice that a new key is given.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    /// <returns>The id of the key that seals now, when it is another than before; <c>null</c>: the same.</returns>
    public async Task<string?> RefreshAsync(CancellationToken cancellation)
    {
        var (before, now) = (ring.Keys.Current, await source.ReadAsync(cancellation));
        ring.Replace(now);
        foreach (var keys in others)
            keys.Ring.Replace(await keys.Source.ReadAsync(cancellation));
        return now.Current == before ? null : now.Current;
    }
}

/// <summary>Keys of one use beside those that seal, and where they lie.</summary>
public abstract record KeysBeside(IMasterKeySource Source, KeyRing Ring);

/// <summary>The keys with which proofs are signed.</summary>
public sealed record ProofKeys(IMasterKeySource Source, KeyRing Ring) : KeysBeside(Source, Ring);

/// <summary>The keys by which people are found again.</summary>
public sealed record LookupKeys(IMasterKeySource Source, KeyRing Ring) : KeysBeside(Source, Ring);
