using Microsoft.DurableTask.Client;
using OneVisit.Domain.Benefits;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Functions.Cases;
using OneVisit.Functions.Oversight;
using OneVisit.Functions.Process;
using OneVisit.Storage;

namespace OneVisit.Functions.Benefits;

/// <summary>Opens the matters in which benefits are looked at again, and lets a decided change fall on what is drawn.</summary>
public sealed class BenefitDesk(MatterCabinet matters, MatterPublisher publisher, BenefitBook book, CaseCabinet cases, CaseIndex index, CaseBell bell, TimeProvider clock)
{
    /// <summary>A day noted for a case's benefit has come. Asked again, it is the same matter.</summary>
    public async Task LookAgainAsync(string caseId, DateOnly noted, DurableTaskClient process, CancellationToken cancellation)
    {
        if (await cases.FindAsync(caseId, cancellation) is not { } file)
            return;
        // Put off since, which noted another day, or not looked at any more.
        if (file.Current.Benefit is not { ReviewOn: { } on } || on != noted)
        {
            await book.RemoveAsync(caseId, noted, cancellation);
            return;
        }
        var number = MatterNumber.OfBenefit(caseId, on);
        if (BenefitDecisions.OpenDue(number, file.Current, matters.World(file), clock.GetUtcNow()) is { } events)
            await publisher.PublishAsync(await matters.OpenAsync(number, events, Actor.System, cancellation), process, cancellation);
    }

    /// <summary>A change was decided (低保增发、减发、停发): it falls on what the same person's household draws, once.</summary>
    public async Task ApplyAsync(string caseId, DurableTaskClient process, CancellationToken cancellation)
    {
        if (await cases.FindAsync(caseId, cancellation) is { } change)
        {
            foreach (var other in (await index.OfPersonAsync(change.Current.Applicant.IdHash, cancellation)).Own)
                await ApplyAsync(change, other, process, cancellation);
        }
        await book.RemoveChangeAsync(caseId, cancellation);
    }

    private async Task ApplyAsync(CaseFile change, string caseId, DurableTaskClient process, CancellationToken cancellation)
    {
        if (await cases.FindAsync(caseId, cancellation) is not { } drawn || !IsChangedBy(drawn, change)
            || BenefitDecisions.ResultOf(change.Current, drawn.Current.Benefit!) is not { } result)
            return;
        if (await cases.ActAsync(caseId, (found, _) => CaseDecisions.Note(found.Current, result, change.Current.Decision!.By), cancellation) is Acted.Done done)
            await bell.ChangedAsync(process, caseId, done.File.Current.Version, cancellation);
    }

    private bool IsChangedBy(CaseFile drawn, CaseFile change) =>
        drawn.Current.Benefit is { } benefit && benefit.RunsOn(BeijingTime.DayOf(clock.GetUtcNow())) && change.Service.Changes.Contains(drawn.Current.Application.Service);
}

/// <summary>The book of benefits after what a case's journal tells.</summary>
public sealed class BenefitEntries(BenefitBook book)
{
    /// <summary>Enters what was journalled after a version.</summary>
    public async Task EnterAsync(CaseFile file, int after, CancellationToken cancellation)
    {
        var news = file.Entries.Where(entry => entry.Sequence > after).Select(entry => entry.Event).ToArray();
        if (news.Any(happened => happened is BenefitStarted or BenefitKept or BenefitChanged or BenefitTapered or BenefitStopped))
        {
            if (file.Current.Benefit?.ReviewOn is { } on)
                await book.PutAsync(file.CaseId, on, cancellation);
        }
        if (file.Procedure.Grants == Grants.Recomputed && news.Any(happened => happened is Decided))
            await book.NoteChangeAsync(file.CaseId, cancellation);
    }
}
