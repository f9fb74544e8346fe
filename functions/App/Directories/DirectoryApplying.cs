using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using OneVisit.Domain.Directories;
using OneVisit.Domain.Versions;
using OneVisit.Storage;

namespace OneVisit.Functions.Directories;

/// <summary>
/// Writes people with posts of the editions that were put in force to the table of staff, activation by activation in the order of the book. A post carries its
/// days, so it is written when it is known, however far ahead its first day lies. Whatever breaks off is done again from its beginning, which changes nothing that is done.
/// </summary>
public sealed class DirectoryApplying(DirectoryStore store, DirectoryShelf shelf, DirectoryMark mark, StaffDirectory staff, ILogger<DirectoryApplying> logger)
{
    /// <summary>Between two words about how far it is.</summary>
    private const int PeopleAtOnce = 200;

    private readonly SemaphoreSlim one = new(1, 1);

    // As far as this process knows; -1: it has not looked yet.
    private volatile int written = -1;

    /// <summary>Something in the book may not be written yet. Costs nothing.</summary>
    public bool IsDue => written < 0 || shelf.Activations > written;

    /// <summary>Writes everything that is not written yet.</summary>
    /// <exception cref="InvalidDataException">The book, or the edition that was put in force last, cannot be read; what was written before stays.</exception>
    public async Task ApplyAsync(CancellationToken cancellation)
    {
        await one.WaitAsync(cancellation);
        try
        {
            var ledger = await store.LedgerAsync(cancellation);
            for (var step = await mark.AppliedAsync(cancellation) + 1; step <= ledger.Activations.Length; step++)
            {
                await ApplyAsync(ledger, step, cancellation);
                await mark.AdvanceAsync(step - 1, cancellation);
            }
            written = ledger.Activations.Length;
        }
        finally
        {
            one.Release();
        }
    }

    /// <returns><c>null</c>: everything is written.</returns>
    public async Task<ApplyProgress?> ProgressAsync(VersionLedger ledger, CancellationToken cancellation)
    {
        var applied = await mark.AppliedAsync(cancellation);
        if (applied >= ledger.Activations.Length)
            return null;
        return await mark.ProgressAsync(cancellation) is { } progress && progress.Step == applied + 1 ? progress : new ApplyProgress(applied + 1, 0, 0);
    }

    private async Task ApplyAsync(VersionLedger ledger, int step, CancellationToken cancellation)
    {
        var activation = ledger.Activations[step - 1];
        if (await shelf.FindAsync(activation.Id, cancellation) is not { } edition)
        {
            // Somebody went on without it; it was never in force and has written nothing.
            if (step < ledger.Activations.Length)
                return;
            throw new InvalidDataException($"Edition {activation.Id} of the directory cannot be read.");
        }
        var people = await PeopleAsync(ledger, step, edition, cancellation);
        var done = 0;
        foreach (var some in people.Chunk(PeopleAtOnce))
        {
            await mark.TellAsync(new(step, done, people.Count), cancellation);
            await staff.ApplyAsync(some, activation.From, step, null, cancellation);
            done += some.Length;
        }
        await mark.TellAsync(new(step, done, people.Count), cancellation);
        logger.LogInformation("Activation {Step} of the directory ({Version} from {From} on) is written: {People} people", step, activation.Id, activation.From, people.Count);
    }

    /// <summary>
    /// Everybody with a post in the edition, and everybody whose posts it ends: those of the editions that would be in force on its first day or later without
    /// it. Before that day nothing changes, and who was in none of them has no post there that the directory gave.
    /// </summary>
    private async Task<IReadOnlyDictionary<string, PersonRecord?>> PeopleAsync(VersionLedger ledger, int step, DirectoryEdition edition, CancellationToken cancellation)
    {
        var activation = ledger.Activations[step - 1];
        var before = ledger with { Activations = [.. ledger.Activations.Take(step - 1)] };
        var people = new Dictionary<string, PersonRecord?>(StringComparer.Ordinal);
        foreach (var id in before.On(activation.From).Take(1).Concat(before.After(activation.From)).Select(replaced => replaced.Id).Distinct())
        {
            foreach (var person in (await shelf.FindAsync(id, cancellation))?.People ?? ImmutableArray<PersonRecord>.Empty)
            {
                if (!person.Posts.IsEmpty) people[person.Id] = null;
            }
        }
        var succession = new Succession(edition);
        foreach (var person in edition.People)
        {
            if (!person.Posts.IsEmpty || people.ContainsKey(person.Id)) people[person.Id] = succession.With(person);
        }
        return people;
    }
}
