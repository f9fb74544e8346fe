using System.Collections.Immutable;
using OneVisit.Catalogue;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Directories;
using OneVisit.Domain.Identity;
using OneVisit.Domain.Versions;
using OneVisit.Functions.Catalogues;
using OneVisit.Storage;

namespace OneVisit.Functions.Directories;

/// <summary>Where the bureau changes the city's directory: hands in an edition, sees what it changes, puts one in force from a day on, goes back to an earlier one.</summary>
public sealed class DirectoryDesk(DirectoryStore store, DirectoryShelf shelf, CatalogueShelf catalogues, LookupHash lookup, TimeProvider clock)
{
    /// <summary>Checks tables as a whole and keeps them; nothing is in force by that. The same content twice is one edition.</summary>
    public async Task<DirectoryChange> HandInAsync(DirectoryTables tables, string by, string? note, CancellationToken cancellation)
    {
        var before = await LatestAsync(cancellation);
        // What is not in the sheets has to be in the catalogue itself: the edition in force may be the last one that has it.
        var places = (await catalogues.CurrentAsync(cancellation)).OwnPlaces;
        switch (DirectoryReader.Read(tables, before, places, lookup, clock.Today()))
        {
            case DirectoryReading.Good good:
                var bytes = EditionBytes.Of(good.Edition);
                return await store.PublishAsync(EditionBytes.Id(bytes), bytes, by, clock.GetUtcNow(), note, cancellation) switch
                {
                    LedgerWrite.Written written => new DirectoryChange.HandedIn(written.Ledger.Find(EditionBytes.Id(bytes))!, AlreadyThere: false, good.Edition, good.Kept),
                    LedgerWrite.AlreadyThere there => new DirectoryChange.HandedIn(there.Ledger.Find(EditionBytes.Id(bytes))!, AlreadyThere: true, good.Edition, good.Kept),
                    _ => new DirectoryChange.SomebodyWasFirst(),
                };
            case DirectoryReading.Faulty faulty:
                return new DirectoryChange.Broken(faulty.Faults, faulty.More);
            default:
                throw new InvalidOperationException();
        }
    }

    /// <param name="name">Number or id of the edition.</param>
    /// <param name="seen">How many activations the caller knew of; <c>null</c>: they do not say.</param>
    public async Task<DirectoryChange> ActivateAsync(string name, DateOnly from, string by, string? note, int? seen, CancellationToken cancellation)
    {
        if ((await store.LedgerAsync(cancellation)).Find(name) is not { } version)
            return new DirectoryChange.NoSuchVersion();
        var today = clock.Today();
        if (from < today || from > today.AddDays(CatalogueDesk.FarthestDays))
            return new DirectoryChange.WrongDay(today);
        // Read anew: what lies there counts, not what this program still remembers of it.
        if (await store.ReadAsync(version.Id, cancellation) is not { } bytes || EditionBytes.Id(bytes) != version.Id)
            return new DirectoryChange.Broken([new(DirectoryFaultKind.Unreadable, "", 0, "", [])], 0);
        return await store.ActivateAsync(version.Id, from, by, clock.GetUtcNow(), note, seen, cancellation) switch
        {
            LedgerWrite.Written written => new DirectoryChange.Activated(written.Ledger, version, AlreadyThere: false),
            LedgerWrite.AlreadyThere there => new DirectoryChange.Activated(there.Ledger, version, AlreadyThere: true),
            _ => new DirectoryChange.SomebodyWasFirst(),
        };
    }

    public Task<VersionLedger> LedgerAsync(CancellationToken cancellation) => store.LedgerAsync(cancellation);

    /// <summary>An edition by its number or id, as it was handed in.</summary>
    /// <returns><c>null</c>: there is none, or it broke where it is kept.</returns>
    public async Task<(KeptVersion Version, DirectoryEdition Edition)?> FindAsync(string name, CancellationToken cancellation) =>
        (await store.LedgerAsync(cancellation)).Find(name) is { } version && await shelf.FindAsync(version.Id, cancellation) is { } edition ? (version, edition) : null;

    // What is planned last is what a new file goes on from: nothing that was told of people to come is lost.
    private async Task<DirectoryEdition?> LatestAsync(CancellationToken cancellation)
    {
        var ledger = await store.LedgerAsync(cancellation);
        foreach (var activation in ledger.After(clock.Today()).Reverse().Concat(ledger.On(clock.Today())))
        {
            if (await shelf.FindAsync(activation.Id, cancellation) is { } edition)
                return edition;
        }
        return null;
    }
}

/// <summary>What came of a wish to change the directory.</summary>
public abstract record DirectoryChange
{
    /// <param name="AlreadyThere">It was so before; nothing was written.</param>
    /// <param name="Kept">Sheets that were not handed in and are as they were.</param>
    public sealed record HandedIn(KeptVersion Version, bool AlreadyThere, DirectoryEdition Edition, ImmutableArray<DirectorySheet> Kept) : DirectoryChange;

    public sealed record Activated(VersionLedger Ledger, KeptVersion Version, bool AlreadyThere) : DirectoryChange;

    /// <summary>It has mistakes, or was broken where it is kept.</summary>
    /// <param name="More">How many mistakes there are beyond those.</param>
    public sealed record Broken(ImmutableArray<DirectoryFault> Faults, int More) : DirectoryChange;

    public sealed record NoSuchVersion : DirectoryChange;

    /// <summary>The day is past, or too far ahead. What is past is not changed afterwards.</summary>
    public sealed record WrongDay(DateOnly Today) : DirectoryChange;

    /// <summary>Somebody else changed the directory at the same moment; nothing was done.</summary>
    public sealed record SomebodyWasFirst : DirectoryChange;

    private DirectoryChange() { }
}
