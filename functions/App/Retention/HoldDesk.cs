using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Retention;
using OneVisit.Domain.Supervision;
using OneVisit.Functions.Oversight;
using OneVisit.Storage;

namespace OneVisit.Functions.Retention;

/// <summary>Keeps the holds: each has a journal of its own, chained and audited as the others. The same order given twice on a day is one.</summary>
public sealed class HoldDesk(SupervisionJournal journal, RetentionBook book, TimeProvider clock)
{
    public async Task<Hold> PlaceAsync(string? number, string? personHash, string? personMasked, string orderedBy, string reason, Actor by, CancellationToken cancellation)
    {
        var (now, today) = (clock.GetUtcNow(), clock.Today());
        var holdId = "";
        // One that was lifted stays lifted: ordered anew it is another.
        for (var again = 0; holdId.Length == 0 || await FindAsync(holdId, cancellation) is { Stands: false }; again++)
            holdId = MatterNumber.OfHold(today, $"{number}\n{personHash}\n{orderedBy}\n{reason}\n{again}");
        // First: nothing is erased while the journal is being written.
        await book.NoteHoldAsync(new(holdId, number, personHash), cancellation);
        await journal.AppendAsync(holdId, 0, [new HoldPlaced(holdId, orderedBy, reason, number, personHash, personMasked)], by, now, cancellation);
        return await FindAsync(holdId, cancellation) ?? throw new InvalidOperationException($"{holdId} was placed and is not there.");
    }

    /// <returns><c>null</c>: there is none of that number.</returns>
    public async Task<Hold?> LiftAsync(string holdId, string reason, Actor by, CancellationToken cancellation)
    {
        if (await FindAsync(holdId, cancellation) is not { } hold)
            return null;
        if (hold.Stands)
            await journal.AppendAsync(holdId, await journal.VersionAsync(holdId, cancellation), [new HoldLifted(reason)], by, clock.GetUtcNow(), cancellation);
        // Last: until the journal says so, it stands.
        var lifted = await FindAsync(holdId, cancellation);
        if (lifted is { Stands: false })
            await book.RemoveHoldAsync(holdId, cancellation);
        return lifted;
    }

    /// <summary>It is being erased: a hold on it came too late.</summary>
    public Task<bool> IsDecidedAsync(string number, CancellationToken cancellation) => book.IsDecidedAsync(number, cancellation);

    public async Task<IReadOnlyList<Hold>> ListAsync(CancellationToken cancellation)
    {
        var holds = new List<Hold>();
        foreach (var holdId in await book.HoldNumbersAsync(cancellation))
        {
            if (await FindAsync(holdId, cancellation) is { } hold)
                holds.Add(hold);
        }
        return holds;
    }

    private async Task<Hold?> FindAsync(string holdId, CancellationToken cancellation) =>
        MatterNumber.IsHold(holdId) ? Hold.Of(await journal.ReadAsync(holdId, cancellation)) : null;
}
