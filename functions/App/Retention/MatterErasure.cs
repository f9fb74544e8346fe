using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Retention;
using OneVisit.Domain.Supervision;
using OneVisit.Functions.Oversight;
using OneVisit.Storage;

namespace OneVisit.Functions.Retention;

/// <summary>Erases what was written in complaints, objections, reviews, remedies and looks at benefits, when their time is over.</summary>
public sealed class MatterErasure(SupervisionJournal journal, JournalKeys keys, ErasureLedger ledger, RetentionBook book, TimeProvider clock, ILogger<MatterErasure> logger)
{
    /// <returns>It was erased now.</returns>
    public async Task<bool> EraseIfOverAsync(string matterId, RetentionPlan plan, Holds holds, CancellationToken cancellation)
    {
        if (!MatterNumber.IsMatter(matterId))
            return false;
        if (await ReadAsync(matterId, cancellation) is not [.., var last] entries)
            return await journal.BrokenOffAsync(matterId, cancellation) is { } half && await FinishAsync(matterId, half.Erased, half.At, cancellation);
        if (last.Event is MatterErased begun)
            return await FinishAsync(matterId, begun, last.At, cancellation);
        var (matter, today) = (Matter.Of(entries), clock.Today());
        if (matter.ClosedAt is not { } closed || plan.Of(ClassOf(matter), today) is not { Then: RetentionEnd.Erase } rule || rule.OverOn(BeijingTime.DayOf(closed)) is not { } over || today < over)
        {
            // It was decided on one of the nights before, and its time is not over any more.
            if (holds.IsDecided(matterId))
                await holds.WithdrawAsync(matterId, cancellation);
            return false;
        }
        return await EraseAsync(matter, rule.Id, holds, cancellation);
    }

    /// <summary>It came back with tables that were filled from a copy.</summary>
    /// <returns><c>false</c>: it is held by now, or somebody wrote into it.</returns>
    public async Task<bool> EraseAgainAsync(ErasedThing erased, Holds holds, CancellationToken cancellation)
    {
        var entries = await ReadAsync(erased.Id, cancellation);
        if (entries is [.., { Event: MatterErased begun, At: var at }])
            return await FinishAsync(erased.Id, begun, at, cancellation);
        if (!entries.IsEmpty)
            return await EraseAsync(Matter.Of(entries), erased.Rule, holds, cancellation);
        // Otherwise the copy is older than the matter, or knows that it was erased.
        return await journal.BrokenOffAsync(erased.Id, cancellation) is not { } half || await FinishAsync(erased.Id, half.Erased, half.At, cancellation);
    }

    // Where the data key was lost, what is never sealed still tells when its time is over.
    private async Task<ImmutableArray<SupervisionEntry>> ReadAsync(string matterId, CancellationToken cancellation)
    {
        try
        {
            return await journal.ReadAsync(matterId, cancellation);
        }
        catch (JournalDamagedException)
        {
            if (await journal.ReadClosedAsync(matterId, cancellation) is { } closed)
                return closed;
            throw;
        }
    }

    private async Task<bool> EraseAsync(Matter matter, string rule, Holds holds, CancellationToken cancellation)
    {
        var matterId = matter.MatterId;
        // Once more just before: a hold may have been ordered since they were read.
        if (await IsHeldAsync(holds, matter, cancellation) && !holds.IsDecided(matterId) || !await holds.TryDecideAsync(matterId, now => IsHeldAsync(now, matter, cancellation), cancellation))
            return false;
        var (erased, now) = (new MatterErased(rule, matter.Version), clock.GetUtcNow());
        if (await journal.AppendAsync(matterId, matter.Version, [erased], Actor.System, now, cancellation) is not null)
            return await FinishAsync(matterId, erased, now, cancellation);
        // Somebody wrote into it.
        await holds.WithdrawAsync(matterId, cancellation);
        return false;
    }

    private static async Task<bool> IsHeldAsync(Holds holds, Matter matter, CancellationToken cancellation) =>
        holds.Hold(matter.MatterId) || matter.Subject.AboutCase is { } caseId && await holds.HoldCaseAsync(caseId, cancellation);

    private async Task<bool> FinishAsync(string matterId, MatterErased erased, DateTimeOffset at, CancellationToken cancellation)
    {
        await book.ForgetDecisionAsync(matterId, cancellation);
        // Before: by the journal that can still be read, an erasure that broke off is found again.
        var thing = new ErasedThing(matterId, erased.Rule, BeijingTime.DayOf(at));
        await ledger.AppendAsync(thing, cancellation);
        await book.NoteErasedAsync(thing, cancellation);
        await keys.DestroyAsync(matterId, cancellation);
        await journal.EraseAsync(matterId, erased.Through, cancellation);
        logger.LogInformation("{Matter} was erased by {Rule}", matterId, erased.Rule);
        return true;
    }

    private static DataClass ClassOf(Matter matter) => matter.Subject.MatterKind switch
    {
        MatterKind.Complaint => DataClass.Complaint,
        MatterKind.Objection => DataClass.Objection,
        _ => DataClass.Supervision,
    };
}
