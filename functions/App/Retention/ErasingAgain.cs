using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using OneVisit.Domain.Calendars;
using OneVisit.Functions.Cases;
using OneVisit.Functions.Oversight;
using OneVisit.Storage;

namespace OneVisit.Functions.Retention;

/// <summary>
/// Erases again what tables brought back that were filled from a copy. The ledger, which no copy overwrites, says what was erased; the tables say what they know of it; the
/// difference came back. A hold that was ordered since keeps it.
/// </summary>
public sealed class ErasingAgain(
    ErasureLedger ledger, RetentionBook book, CaseErasure cases, MatterErasure matters, CaseCabinet cabinet, TimeProvider clock, ILogger<ErasingAgain> logger)
{
    /// <summary>Months that are looked at every night: longer than any copy is kept.</summary>
    private const int Months = 2;

    /// <summary>
    /// Looks at the months in which a copy may have brought something back. Whatever the tables know and the ledger does not goes into it: what was erased before there was one, and
    /// what a line that cannot be read hides.
    /// </summary>
    /// <returns>What was erased again.</returns>
    public async Task<ErasedAgainCount> EveryNightAsync(Func<bool> goesOn, DurableTaskClient process, CancellationToken cancellation)
    {
        var today = clock.Today();
        var recent = Enumerable.Range(0, Months + 1).Select(back => new DateOnly(today.Year, today.Month, 1).AddMonths(-back)).ToArray();
        return await EraseAsync(recent[^1], recent, goesOn, process, cancellation);
    }

    /// <param name="since">Any day of the first month; <c>null</c>: all there is.</param>
    /// <param name="goesOn">Asked before each; <c>false</c>: the rest is for another time.</param>
    public Task<ErasedAgainCount> EraseAsync(DateOnly? since, Func<bool> goesOn, DurableTaskClient process, CancellationToken cancellation) => EraseAsync(since, [], goesOn, process, cancellation);

    /// <param name="filled">Months of which the ledger is filled from the tables.</param>
    private async Task<ErasedAgainCount> EraseAsync(DateOnly? since, IReadOnlyCollection<DateOnly> filled, Func<bool> goesOn, DurableTaskClient process, CancellationToken cancellation)
    {
        var (erased, left) = (0, 0);
        Holds? holds = null;
        foreach (var month in (await ledger.MonthsAsync(since, cancellation)).Union(filled).Order())
        {
            var (known, noted) = (await book.ErasedAsync(month, cancellation), await ledger.ListAsync(month, cancellation));
            if (noted.Unreadable > 0)
                logger.LogError("{Lines} lines of what was erased in {Month} cannot be read; whatever they name is not erased again", noted.Unreadable, month);
            if (filled.Contains(month))
            {
                foreach (var thing in known.ExceptBy(noted.Things.Select(thing => thing.Id), thing => thing.Id))
                    await ledger.AppendAsync(thing, cancellation);
            }
            foreach (var thing in noted.Things.ExceptBy(known.Select(thing => thing.Id), thing => thing.Id))
            {
                holds ??= await Holds.ReadAsync(book, cabinet, cancellation);
                if (goesOn() && await TryAsync(thing, holds, process, cancellation))
                    erased++;
                else
                    left++;
            }
        }
        if (erased + left > 0)
            logger.LogWarning("{Erased} things that had been erased came back and were erased again; {Left} are left", erased, left);
        return new(erased, left);
    }

    private async Task<bool> TryAsync(ErasedThing thing, Holds holds, DurableTaskClient process, CancellationToken cancellation)
    {
        try
        {
            if (!await (MatterNumber.IsMatter(thing.Id) ? matters.EraseAgainAsync(thing, holds, cancellation) : cases.EraseAgainAsync(thing, holds, process, cancellation)))
                return false;
            // Of the day it was erased first: by that it is known from now on.
            await book.NoteErasedAsync(thing, cancellation);
            return true;
        }
        catch (Exception trouble) when (!cancellation.IsCancellationRequested)
        {
            // The others do not wait for this one.
            logger.LogError(trouble, "{Id} could not be erased again", thing.Id);
            return false;
        }
    }
}

/// <summary>How much was erased again.</summary>
/// <param name="Left">Held, or for another time.</param>
public readonly record struct ErasedAgainCount(int Erased, int Left);
