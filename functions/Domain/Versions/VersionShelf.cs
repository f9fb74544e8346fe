using System.Collections.Concurrent;
using System.Collections.Immutable;
using OneVisit.Domain.Calendars;

namespace OneVisit.Domain.Versions;

/// <summary>
/// Which version of a thing is in force, and every other that was asked for. Reading is instant; <see cref="RefreshAsync"/> looks at what is
/// kept, now and then. What comes into force on a later day is read before, so that the day begins with it.
/// </summary>
/// <typeparam name="TContent">A version, opened.</typeparam>
/// <typeparam name="TFault">What can be wrong with one.</typeparam>
/// <param name="versions">Where versions are kept. While nothing can be read there, the last good one stays in force; at first, the one built in.</param>
public abstract class VersionShelf<TContent, TFault>(IVersions versions, TimeProvider clock)
    where TContent : class
    where TFault : notnull
{
    // A city makes some dozens in ten years: none is put away again.
    private readonly ConcurrentDictionary<string, Kept> read = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim one = new(1, 1);
    private volatile Known known = new(VersionLedger.Empty, [], IsSure: false);

    public VersionState State
    {
        get
        {
            var (now, inForce) = (known, Current);
            return new(inForce.Version, now.Ledger.Find(inForce.Version)?.Number, inForce.Version == BuiltInVersion, now.Troubles);
        }
    }

    /// <summary>The book was read at least once: what is in force is not only the default.</summary>
    public bool IsSure => known.IsSure;

    /// <summary>How many activations stand in the book, as far as it is known.</summary>
    public int Activations => known.Ledger.Activations.Length;

    /// <summary>The version of today.</summary>
    protected (string Version, TContent Content) Current
    {
        get
        {
            foreach (var activation in known.Ledger.On(Today))
            {
                if (Held(activation.Id) is { } content)
                    return (activation.Id, content);
            }
            return (BuiltInVersion, BuiltInContent);
        }
    }

    /// <summary>In Beijing.</summary>
    protected DateOnly Today => clock.Today();

    protected abstract string BuiltInVersion { get; }

    /// <summary>In force where nothing was ever put in force.</summary>
    protected abstract TContent BuiltInContent { get; }

    /// <summary>Looks at the book again and reads what is, or will be, in force.</summary>
    /// <returns>Whether anything is new: what is in force, or what is wrong.</returns>
    public async Task<bool> RefreshAsync(CancellationToken cancellation)
    {
        await one.WaitAsync(cancellation);
        try
        {
            var before = State;
            known = await LookAsync(cancellation);
            return !State.IsLike(before);
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>Opens a version as it lies there.</summary>
    protected abstract Kept Open(string version, byte[]? bytes);

    /// <summary>What is wrong with the book itself.</summary>
    /// <param name="isReadable">It can be read, but is not the one that was known.</param>
    protected abstract TFault BookFault(bool isReadable);

    /// <summary>Makes ready what will be needed when the day comes.</summary>
    protected virtual void Prepare(TContent content)
    {
    }

    /// <summary>A version by its id, as it was handed in.</summary>
    protected async Task<Kept> KeptAsync(string version, CancellationToken cancellation)
    {
        if (version == BuiltInVersion)
            return new(BuiltInContent, []);
        if (read.TryGetValue(version, out var there))
            return there;
        var found = Open(version, await versions.ReadAsync(version, cancellation));
        // What cannot be read is looked for again: somebody may mend it.
        return found.Content is null ? found : read.GetOrAdd(version, found);
    }

    private async Task<Known> LookAsync(CancellationToken cancellation)
    {
        VersionLedger ledger;
        try
        {
            ledger = await versions.LedgerAsync(cancellation);
        }
        catch (InvalidDataException)
        {
            return known with { Troubles = [Trouble(null, BookFault(isReadable: false))] };
        }
        // Nothing is ever taken out of the book; a book that lacks something is another one.
        return ledger.Continues(known.Ledger)
            ? new(ledger, await TroublesAsync(ledger, cancellation), IsSure: true)
            : known with { Troubles = [Trouble(null, BookFault(isReadable: true))] };
    }

    private async Task<ImmutableArray<VersionTrouble>> TroublesAsync(VersionLedger ledger, CancellationToken cancellation)
    {
        var troubles = ImmutableArray.CreateBuilder<VersionTrouble>();
        foreach (var activation in ledger.On(Today))
        {
            if (await IsReadyAsync(activation.Id))
                break;
        }
        foreach (var activation in ledger.After(Today))
            await IsReadyAsync(activation.Id);
        return troubles.ToImmutable();

        async Task<bool> IsReadyAsync(string version)
        {
            var kept = await KeptAsync(version, cancellation);
            if (kept is { Content: { } content, Faults.IsEmpty: true })
            {
                // Made ready here, so that nobody waits for it when the day comes.
                if (version != BuiltInVersion) Prepare(content);
                return true;
            }
            if (troubles.All(told => told.Version != version))
                troubles.Add(Trouble(version, [.. kept.Faults]));
            return false;
        }
    }

    private TContent? Held(string version) => version == BuiltInVersion ? BuiltInContent
        : read.GetValueOrDefault(version) is { Faults.IsEmpty: true } kept ? kept.Content : null;

    private static VersionTrouble Trouble(string? version, params TFault[] faults) => new(version, [.. faults.Select(fault => fault.ToString() ?? "")]);

    /// <param name="Content"><c>null</c>: the bytes are not those that were handed in.</param>
    /// <param name="Faults">Why it can not, or can no longer, be put in force.</param>
    protected sealed record Kept(TContent? Content, ImmutableArray<TFault> Faults);

    /// <param name="IsSure">The book was read at least once.</param>
    private sealed record Known(VersionLedger Ledger, ImmutableArray<VersionTrouble> Troubles, bool IsSure);
}
