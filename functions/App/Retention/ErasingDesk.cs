using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using OneVisit.Catalogue;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Retention;
using OneVisit.Domain.Supervision;
using OneVisit.Functions.Cases;
using OneVisit.Storage;

namespace OneVisit.Functions.Retention;

/// <summary>
/// Erases what is over, night by night: cases, matters, drafts, codes, look-ups; a bounded number a night. It remembers how far it is, so that whatever broke off goes on,
/// and the next night begins where this one ended. Whatever is held is left.
/// </summary>
public sealed class ErasingDesk(
    RetentionBook book, ErasingAgain again, CaseErasure cases, LostCases lost, MatterErasure matters, Leftovers leftovers, CaseCabinet cabinet, CaseProjections projections, SupervisionJournal journal, CatalogueShelf shelf,
    TimeProvider clock, ILogger<ErasingDesk> logger)
{
    /// <summary>Most cases and matters that are erased in a night: a mistake in the rules is noticed before it has emptied the shelves.</summary>
    public const int MostANight = 200;

    private const int AtOnce = 50;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    // Longer than a step beyond the patience, shorter than until the clock comes again.
    private static readonly TimeSpan Taken = TimeSpan.FromMinutes(9);

    /// <summary>Goes on with this night's work until it is done, or for some minutes; done, it does nothing.</summary>
    public async Task GoOnAsync(DurableTaskClient process, CancellationToken cancellation)
    {
        var (today, plan) = (clock.Today(), shelf.InForce.Retention);
        if (plan.Rules.IsEmpty)
            return;
        // From one instant on, or it is taken for longer than anybody works on it.
        var (before, now, began) = (await book.RoundAsync(cancellation), clock.GetUtcNow(), clock.GetTimestamp());
        if (before?.Day == today && (before.IsDone || before.TakenUntil > now))
            return;
        // Taken first: of two who come at once, one goes on.
        var begun = before?.Day == today ? before : new ErasingRound(today, MostANight, ErasingRound.GoingOn(before?.Cases), ErasingRound.GoingOn(before?.Matters));
        var round = await book.TryPutRoundAsync(before, begun with { TakenUntil = now + Taken }, cancellation);
        if (round is { IsDone: false })
            await again.EveryNightAsync(() => clock.GetElapsedTime(began) < Patience, process, cancellation);
        while (round is { IsDone: false } && clock.GetElapsedTime(began) < Patience)
            round = await book.TryPutRoundAsync(round, await StepAsync(round, plan, await Holds.ReadAsync(book, cabinet, cancellation), process, cancellation), cancellation);
    }

    /// <summary>Erases a case whose time is over.</summary>
    /// <returns><c>false</c>: it is held, or somebody wrote into it just now.</returns>
    public async Task<bool> EraseNowAsync(CaseFile file, Keeping.Over over, DurableTaskClient process, CancellationToken cancellation) =>
        await cases.EraseUnlessHeldAsync(file.Current, over.Rule.Id, await Holds.ReadAsync(book, cabinet, cancellation), process, cancellation);

    // Cases first; where all were looked at, matters; then what nobody has to be asked about.
    private async Task<ErasingRound> StepAsync(ErasingRound round, RetentionPlan plan, Holds holds, DurableTaskClient process, CancellationToken cancellation)
    {
        if (round.Left <= 0)
            return round with { IsDone = true };
        if (round.Cases != ErasingRound.All)
            return await OfCasesAsync(round, plan, holds, process, cancellation);
        if (round.Matters != ErasingRound.All)
            return await OfMattersAsync(round, plan, holds, cancellation);
        await ForgetDecisionsAsync(holds, cancellation);
        await leftovers.EraseAsync(plan, cancellation);
        return round with { Cases = null, Matters = null, IsDone = true };
    }

    private async Task<ErasingRound> OfCasesAsync(ErasingRound round, RetentionPlan plan, Holds holds, DurableTaskClient process, CancellationToken cancellation)
    {
        var numbers = await projections.NumbersAsync(round.Cases, AtOnce, cancellation);
        var (left, last) = (round.Left, round.Cases);
        foreach (var caseId in numbers)
        {
            // Numbers begin with their day: behind the first that is too young, all are.
            if (left <= 0 || CaseNumber.CameOn(caseId) is { } day && !plan.MayBeOver(day, round.Day))
                return left <= 0 ? round with { Cases = last, Left = 0 } : round with { Cases = ErasingRound.All, Left = left };
            left -= await TryAsync(caseId, () => EraseIfOverAsync(caseId, plan, holds, process, cancellation), cancellation) ? 1 : 0;
            last = caseId;
        }
        return round with { Cases = numbers.Count < AtOnce ? ErasingRound.All : last, Left = left };
    }

    private async Task<ErasingRound> OfMattersAsync(ErasingRound round, RetentionPlan plan, Holds holds, CancellationToken cancellation)
    {
        var numbers = await journal.NumbersAsync(round.Matters, AtOnce, cancellation);
        var (left, last) = (round.Left, round.Matters);
        foreach (var matterId in numbers)
        {
            if (left <= 0)
                return round with { Matters = last, Left = 0 };
            left -= await TryAsync(matterId, () => matters.EraseIfOverAsync(matterId, plan, holds, cancellation), cancellation) ? 1 : 0;
            last = matterId;
        }
        return round with { Matters = numbers.Count < AtOnce ? ErasingRound.All : last, Left = left };
    }

    private async Task<bool> EraseIfOverAsync(string caseId, RetentionPlan plan, Holds holds, DurableTaskClient process, CancellationToken cancellation)
    {
        if (await lost.FindAsync(caseId, cancellation) is not { } file)
            return await cases.GoOnAsync(caseId, process, cancellation);
        if (plan.KeepingOf(file.Current, clock.GetUtcNow()) is Keeping.Over over)
        {
            // A step takes long: whoever ordered a hold meanwhile was told that it stands.
            return (!holds.Hold(file.Current) || holds.IsDecided(caseId)) && await cases.EraseUnlessHeldAsync(file.Current, over.Rule.Id, holds, process, cancellation);
        }
        // It was decided on one of the nights before, and its time is not over any more.
        if (holds.IsDecided(caseId))
            await holds.WithdrawAsync(caseId, cancellation);
        return false;
    }

    // Of two who erase the same at the same moment, one may decide when the other is done, and break off: nobody comes by it again.
    private async Task ForgetDecisionsAsync(Holds holds, CancellationToken cancellation)
    {
        foreach (var number in holds.Decided)
        {
            if (CaseNumber.IsOne(number) ? await cabinet.FindAsync(number, cancellation) is null : await journal.ReadAsync(number, cancellation) is [] or [.., { Event: MatterErased }])
                await holds.WithdrawAsync(number, cancellation);
        }
    }

    private async Task<bool> TryAsync(string id, Func<Task<bool>> erase, CancellationToken cancellation)
    {
        try
        {
            return await erase();
        }
        catch (Exception trouble) when (!cancellation.IsCancellationRequested)
        {
            // The others do not wait for this one; another night tries it again.
            logger.LogError(trouble, "{Id} could not be erased", id);
            return false;
        }
    }
}
