using Microsoft.Extensions.Logging;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Retention;
using OneVisit.Domain.Supervision;
using OneVisit.Functions.Oversight;
using OneVisit.Storage;

namespace OneVisit.Functions.Retention;

/// <summary>Erases what was written in complaints, objections, reviews, remedies and looks at benefits, when their time is over.</summary>
public sealed class MatterErasure(SupervisionJournal journal, JournalKeys keys, RetentionBook book, TimeProvider clock, ILogger<MatterErasure> logger)
{
    /// <returns>It was erased now.</returns>
    public async Task<bool> EraseIfOverAsync(string matterId, RetentionPlan plan, Holds holds, CancellationToken cancellation)
    {
        if (!MatterNumber.IsMatter(matterId))
            return false;
        if (await journal.ReadAsync(matterId, cancellation) is not [.., var last] entries)
            return await journal.BrokenOffAsync(matterId, cancellation) is { } half && await FinishAsync(matterId, half, cancellation);
        if (last.Event is MatterErased begun)
            return await FinishAsync(matterId, begun, cancellation);
        var (matter, today) = (Matter.Of(entries), clock.Today());
        if (matter.ClosedAt is not { } closed || plan.Of(ClassOf(matter), today) is not { Then: RetentionEnd.Erase } rule || rule.OverOn(BeijingTime.DayOf(closed)) is not { } over || today < over)
            return false;
        // Once more just before: a hold may have been ordered since they were read.
        if (await IsHeldAsync(holds, matter, cancellation) || await IsHeldAsync(await holds.AnewAsync(cancellation), matter, cancellation))
            return false;
        var erased = new MatterErased(rule.Id, matter.Version);
        return await journal.AppendAsync(matterId, matter.Version, [erased], Actor.System, clock.GetUtcNow(), cancellation) is not null && await FinishAsync(matterId, erased, cancellation);
    }

    private static async Task<bool> IsHeldAsync(Holds holds, Matter matter, CancellationToken cancellation) =>
        holds.Hold(matter.MatterId) || matter.Subject.AboutCase is { } caseId && await holds.HoldCaseAsync(caseId, cancellation);

    private async Task<bool> FinishAsync(string matterId, MatterErased erased, CancellationToken cancellation)
    {
        // Before: by the journal that can still be read, an erasure that broke off is found again.
        await book.NoteErasedAsync(new(matterId, erased.Rule, clock.Today()), cancellation);
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
