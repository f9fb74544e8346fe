using System.Collections.Immutable;
using OneVisit.Catalogue;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Identity;
using OneVisit.Domain.Supervision;
using OneVisit.Functions.Cases;
using OneVisit.Storage;

namespace OneVisit.Functions.Oversight;

/// <summary>A matter as it stands, with its journal and the case it is about.</summary>
/// <param name="About"><c>null</c>: it is about no case.</param>
public sealed record MatterFile(Matter Current, ImmutableArray<SupervisionEntry> Entries, CaseFile? About);

/// <summary>What came of a wish to do something in a matter.</summary>
public abstract record MatterActed
{
    public sealed record Done(MatterFile File) : MatterActed;

    public sealed record Refused(MatterDecision.Refused Why, MatterFile File) : MatterActed;

    public sealed record NoSuchMatter : MatterActed;

    private MatterActed()
    {
    }
}

/// <summary>Takes a matter of supervision out, lets the domain decide on it, and journals what follows, as <see cref="CaseCabinet"/> does with cases.</summary>
public sealed class MatterCabinet(SupervisionJournal journal, OversightBook book, CaseCabinet cases, CatalogueShelf shelf, JournalSealer sealer, TimeProvider clock)
{
    private const int Patience = 5;

    /// <returns><c>null</c>: no such matter, or none any more.</returns>
    public async Task<MatterFile?> FindAsync(string matterId, CancellationToken cancellation)
    {
        if (!MatterNumber.IsMatter(matterId))
            return null;
        var (entries, key) = await journal.ReadWithKeyAsync(matterId, cancellation);
        return entries is [.., { Event: not MatterErased }] ? await FileOfAsync(entries, key, cancellation) : null;
    }

    /// <summary>Of a number under which nothing is found: it was there, and was erased.</summary>
    public async Task<bool> WasErasedAsync(string matterId, CancellationToken cancellation) => MatterNumber.IsMatter(matterId) && await journal.VersionAsync(matterId, cancellation) > 0;

    /// <summary>Of the numbers that a matter may have been given, one for each look-up key, the one under which it is there; else the first.</summary>
    public async Task<string> KnownAsync(IEnumerable<string> numbers, CancellationToken cancellation)
    {
        string[] all = [.. numbers];
        foreach (var earlier in all.Skip(1))
        {
            if (await FindAsync(earlier, cancellation) is not null)
                return earlier;
        }
        return all[0];
    }

    /// <summary>Begins a matter in which nothing is sealed yet; one that is there already stays as it is.</summary>
    public Task<MatterFile> OpenAsync(string matterId, IReadOnlyList<SupervisionEvent> events, Actor by, CancellationToken cancellation) =>
        OpenAsync(sealer.New(matterId), events, by, cancellation);

    /// <summary>Begins a matter; one that is there already stays as it is.</summary>
    /// <param name="key">What its sealed words are sealed with, kept beside it.</param>
    public async Task<MatterFile> OpenAsync(JournalKey key, IReadOnlyList<SupervisionEvent> events, Actor by, CancellationToken cancellation)
    {
        var matterId = key.Journal;
        if (await FindAsync(matterId, cancellation) is { } there)
            return there;
        // First: what breaks off after the journal is found by who looks after the open ones.
        await book.PutOpenAsync(new OpenMatter(matterId, 0, null), cancellation);
        await journal.AppendAsync(matterId, 0, events, by, clock.GetUtcNow(), key, cancellation);
        return await FindAsync(matterId, cancellation) ?? throw new InvalidOperationException($"{matterId} was opened and is not there.");
    }

    /// <summary>Decides and journals. Somebody was faster: look again and decide anew.</summary>
    public async Task<MatterActed> ActAsync(string matterId, Func<MatterFile, MatterWorld, DateTimeOffset, MatterDecision> decide, CancellationToken cancellation)
    {
        for (var tries = 0; tries < Patience; tries++)
        {
            if (await FindAsync(matterId, cancellation) is not { } file)
                return new MatterActed.NoSuchMatter();
            var now = clock.GetUtcNow();
            var decision = decide(file, World(file.About), now);
            if (decision is MatterDecision.Refused refused)
                return new MatterActed.Refused(refused, file);
            var accepted = (MatterDecision.Accepted)decision;
            if (accepted.Events.IsEmpty)
                return new MatterActed.Done(file);
            if (await journal.AppendAsync(matterId, file.Current.Version, accepted.Events, accepted.Actor, now, cancellation) is { } appended)
                return new MatterActed.Done(await FileOfAsync([.. file.Entries, .. appended], file.Current.Key, cancellation));
        }
        throw new InvalidOperationException($"{matterId} is being written by others all the time.");
    }

    /// <summary>What decisions go by today.</summary>
    public MatterWorld World(CaseFile? about)
    {
        var catalogue = shelf.InForce;
        var limits = catalogue.SupervisionOn(clock.Today());
        return new MatterWorld(limits, catalogue.Calendar, catalogue.Criteria, about is null ? [] : FileFacts.Of(about.Current, about.Procedure, catalogue.Calendar, limits));
    }

    private async Task<MatterFile> FileOfAsync(ImmutableArray<SupervisionEntry> entries, JournalKey? key, CancellationToken cancellation)
    {
        var current = Matter.Of(entries) with { Key = key };
        return new MatterFile(current, entries, current.Subject.AboutCase is { } caseId ? await cases.FindAsync(caseId, cancellation) : null);
    }
}
