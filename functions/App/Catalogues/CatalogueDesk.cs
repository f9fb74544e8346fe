using System.Collections.Immutable;
using OneVisit.Catalogue;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Versions;
using OneVisit.Storage;

namespace OneVisit.Functions.Catalogues;

/// <summary>Where the bureau changes its catalogue without a deployment: hands in a version, puts one in force from a day on, goes back to an earlier one.</summary>
public sealed class CatalogueDesk(CatalogueStore store, TimeProvider clock)
{
    /// <summary>A plan further ahead than this many days is a slip of the pen.</summary>
    public const int FarthestDays = 732;

    public const int LongestNote = 200;

    public Task<VersionLedger> LedgerAsync(CancellationToken cancellation) => store.LedgerAsync(cancellation);

    /// <summary>Checks a catalogue and keeps it; nothing is in force by that. The same content twice is one version.</summary>
    public async Task<CatalogueChange> PublishAsync(CataloguePackage package, string by, string? note, CancellationToken cancellation)
    {
        if (CatalogueLinter.Check(package) is { IsEmpty: false } faults)
            return new CatalogueChange.Broken(faults);
        return await store.PublishAsync(package.Version, package.ToZip(), by, clock.GetUtcNow(), note, cancellation) switch
        {
            LedgerWrite.Written written => new CatalogueChange.Done(written.Ledger, written.Ledger.Find(package.Version)!, AlreadyThere: false),
            LedgerWrite.AlreadyThere there => new CatalogueChange.Done(there.Ledger, there.Ledger.Find(package.Version)!, AlreadyThere: true),
            _ => new CatalogueChange.SomebodyWasFirst(),
        };
    }

    /// <param name="name">Number or id of the version.</param>
    /// <param name="seen">How many activations the caller knew of; <c>null</c>: they do not say.</param>
    public async Task<CatalogueChange> ActivateAsync(string name, DateOnly from, string by, string? note, int? seen, CancellationToken cancellation)
    {
        if ((await store.LedgerAsync(cancellation)).Find(name) is not { } version)
            return new CatalogueChange.NoSuchVersion();
        var today = clock.Today();
        if (from < today || from > today.AddDays(FarthestDays))
            return new CatalogueChange.WrongDay(today);
        if (await FaultsAsync(version.Id, cancellation) is { IsEmpty: false } faults)
            return new CatalogueChange.Broken(faults);
        return await store.ActivateAsync(version.Id, from, by, clock.GetUtcNow(), note, seen, cancellation) switch
        {
            LedgerWrite.Written written => new CatalogueChange.Done(written.Ledger, version, AlreadyThere: false),
            LedgerWrite.AlreadyThere there => new CatalogueChange.Done(there.Ledger, version, AlreadyThere: true),
            _ => new CatalogueChange.SomebodyWasFirst(),
        };
    }

    // Read anew: what lies there counts, not what this program still remembers of it.
    private async Task<ImmutableArray<CatalogueFault>> FaultsAsync(string id, CancellationToken cancellation)
    {
        if (await store.ReadAsync(id, cancellation) is not { } zip)
            return [new(FaultKind.MissingFile, "*", 0, id)];
        var package = CataloguePackage.OfZip(zip);
        return package.Faults.IsEmpty && package.Version != id ? [new(FaultKind.Altered, "*", 0, id)] : CatalogueLinter.Check(package);
    }
}

/// <summary>What came of a wish to change the catalogue.</summary>
public abstract record CatalogueChange
{
    /// <param name="AlreadyThere">It was so before; nothing was written.</param>
    public sealed record Done(VersionLedger Ledger, KeptVersion Version, bool AlreadyThere) : CatalogueChange;

    /// <summary>It has mistakes, or was broken where it is kept.</summary>
    public sealed record Broken(ImmutableArray<CatalogueFault> Faults) : CatalogueChange;

    public sealed record NoSuchVersion : CatalogueChange;

    /// <summary>The day is past, or too far ahead. What is past is not changed afterwards.</summary>
    public sealed record WrongDay(DateOnly Today) : CatalogueChange;

    /// <summary>Somebody else changed the catalogue at the same moment; nothing was done.</summary>
    public sealed record SomebodyWasFirst : CatalogueChange;

    private CatalogueChange() { }
}
