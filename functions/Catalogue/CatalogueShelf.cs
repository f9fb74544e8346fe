using System.Collections.Concurrent;
using System.Collections.Immutable;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Catalogues;

namespace OneVisit.Catalogue;

/// <summary>
/// Which catalogue is in force, and every other that a case still goes by. Reading is instant; <see cref="RefreshAsync"/> looks at what is
/// kept, now and then. A catalogue that comes into force on a later day is read before, so that the day begins with it.
/// </summary>
/// <param name="versions">Where versions are kept. While nothing can be read there, the last good catalogue stays in force; at first, the one built in.</param>
public sealed class CatalogueShelf(ICatalogueVersions versions, TimeProvider clock)
{
    private readonly CityCatalogue builtIn = CityCatalogue.Load();
    // A catalogue takes a few megabytes, and a city makes some dozens in ten years: none is put away again.
    private readonly ConcurrentDictionary<string, Kept> read = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim one = new(1, 1);
    private volatile Known known = new(CatalogueLedger.Empty, [], IsSure: false);

    /// <summary>The catalogue that came with the program.</summary>
    public CityCatalogue BuiltIn => builtIn;

    /// <summary>The catalogue of today. Whoever begins something takes it once and stays with it to the end.</summary>
    public CityCatalogue InForce => On(known.Ledger, clock.Today());

    public CatalogueState State
    {
        get
        {
            var (now, inForce) = (known, InForce);
            return new(inForce.Version, now.Ledger.Find(inForce.Version)?.Number, inForce.Version == builtIn.Version, now.Faults);
        }
    }

    /// <summary>As <see cref="InForce"/>, for acts that bind: never what is only the default because nobody has looked yet.</summary>
    /// <exception cref="InvalidDataException">It is not to be known what is in force.</exception>
    public async Task<CityCatalogue> CurrentAsync(CancellationToken cancellation)
    {
        if (!known.IsSure)
            await RefreshAsync(cancellation);
        return known.IsSure ? InForce : throw new InvalidDataException("It is not known which catalogue is in force: " + string.Join("; ", known.Faults));
    }

    /// <summary>The catalogue that a case goes by: as it was handed in, whatever has become the rule since.</summary>
    /// <param name="version">As pinned in the case; <c>null</c>: the one built in.</param>
    /// <exception cref="CatalogueFaultsException">It is not there any more, or its bytes are not those that were handed in.</exception>
    public async Task<CityCatalogue> PinnedAsync(string? version, CancellationToken cancellation)
    {
        if (version is null || version == builtIn.Version)
            return builtIn;
        var kept = await KeptAsync(version, cancellation);
        return kept.City ?? throw new CatalogueFaultsException(kept.Faults);
    }

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

    private async Task<Known> LookAsync(CancellationToken cancellation)
    {
        CatalogueLedger ledger;
        try
        {
            ledger = await versions.LedgerAsync(cancellation);
        }
        catch (InvalidDataException)
        {
            return known with { Faults = [new CatalogueTrouble(null, [new(FaultKind.Unreadable, "ledger", 0, "ledger")])] };
        }
        // Nothing is ever taken out of the book; a book that lacks something is another one.
        return ledger.Continues(known.Ledger)
            ? new(ledger, await TroublesAsync(ledger, cancellation), IsSure: true)
            : known with { Faults = [new CatalogueTrouble(null, [new(FaultKind.Altered, "ledger", 0, "ledger")])] };
    }

    private async Task<ImmutableArray<CatalogueTrouble>> TroublesAsync(CatalogueLedger ledger, CancellationToken cancellation)
    {
        var troubles = ImmutableArray.CreateBuilder<CatalogueTrouble>();
        foreach (var activation in ledger.On(clock.Today()))
        {
            if (await IsReadyAsync(activation.Id))
                break;
        }
        foreach (var activation in ledger.After(clock.Today()))
            await IsReadyAsync(activation.Id);
        return troubles.ToImmutable();

        async Task<bool> IsReadyAsync(string version)
        {
            if (version == builtIn.Version)
                return true;
            var kept = await KeptAsync(version, cancellation);
            if (kept is { City: { } city, Faults.IsEmpty: true })
            {
                // Learnt here, so that nobody waits for it when the day comes.
                _ = city.Reception;
                return true;
            }
            if (troubles.All(told => told.Version != version))
                troubles.Add(new(version, kept.Faults));
            return false;
        }
    }

    private CityCatalogue On(CatalogueLedger ledger, DateOnly day) =>
        ledger.On(day).Select(activation => Held(activation.Id)).FirstOrDefault(catalogue => catalogue is not null) ?? builtIn;

    private CityCatalogue? Held(string version) => version == builtIn.Version ? builtIn
        : read.GetValueOrDefault(version) is { Faults.IsEmpty: true } kept ? kept.City : null;

    private async Task<Kept> KeptAsync(string version, CancellationToken cancellation)
    {
        if (read.TryGetValue(version, out var there))
            return there;
        var found = Open(version, await versions.ReadAsync(version, cancellation));
        // What cannot be read is looked for again: somebody may mend it.
        return found.City is null ? found : read.GetOrAdd(version, found);
    }

    private static Kept Open(string version, byte[]? zip)
    {
        if (zip is null)
            return new(null, [new(FaultKind.MissingFile, "*", 0, version)]);
        var package = CataloguePackage.OfZip(zip);
        if (!package.Faults.IsEmpty)
            return new(null, package.Faults);
        return package.Version == version
            ? new(CityCatalogue.Recall(package), CatalogueLinter.Check(package))
            : new(null, [new(FaultKind.Altered, "*", 0, version)]);
    }

    /// <param name="City"><c>null</c>: the bytes are not those that were handed in.</param>
    /// <param name="Faults">Why it can not, or can no longer, be put in force.</param>
    private sealed record Kept(CityCatalogue? City, ImmutableArray<CatalogueFault> Faults);

    /// <param name="IsSure">The book was read at least once.</param>
    private sealed record Known(CatalogueLedger Ledger, ImmutableArray<CatalogueTrouble> Faults, bool IsSure);
}

/// <summary>What an operator looks at.</summary>
/// <param name="Version">In force today.</param>
/// <param name="Number">Its number in the book; <c>null</c>: it does not stand there.</param>
/// <param name="Troubles">What ought to be or become in force, and cannot be read.</param>
public sealed record CatalogueState(string Version, int? Number, bool IsBuiltIn, ImmutableArray<CatalogueTrouble> Troubles)
{
    /// <summary>The same is in force, and the same is wrong.</summary>
    public bool IsLike(CatalogueState other) => Version == other.Version && Number == other.Number && Wrong() == other.Wrong();

    /// <summary>All troubles in one line; <c>null</c>: none.</summary>
    public string? Wrong() => Troubles.IsEmpty ? null : string.Join("; ", Troubles);
}

/// <param name="Version"><c>null</c>: the book itself.</param>
public sealed record CatalogueTrouble(string? Version, ImmutableArray<CatalogueFault> Faults)
{
    private const int MostTold = 3;

    /// <summary>For the log and the health page: the first few mistakes, as an editor can jump to them.</summary>
    public override string ToString() =>
        $"{Version ?? "ledger"}: {string.Join(", ", Faults.Take(MostTold))}{(Faults.Length > MostTold ? $" (+{Faults.Length - MostTold})" : "")}";
}
