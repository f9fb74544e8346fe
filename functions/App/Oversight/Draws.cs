using System.Collections.Immutable;
using Microsoft.DurableTask.Client;
using OneVisit.Catalogue;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Supervision;
using OneVisit.Functions.Cases;
using OneVisit.Storage;

namespace OneVisit.Functions.Oversight;

/// <summary>A draw as its journal has it.</summary>
public sealed record Draw(string DrawId, SampleDrawn Sample, DateTimeOffset At);

/// <summary>Draws decided cases for review (抽查) and opens their reviews. A draw is made once; asked for again it is the same.</summary>
public sealed class Draws(
    SupervisionJournal journal, OversightBook book, Register register, CaseCabinet cases, MatterCabinet matters, MatterPublisher publisher, CatalogueShelf shelf,
    IDrawSeeds seeds, TimeProvider clock)
{
    public async Task<Draw?> FindAsync(string drawId, CancellationToken cancellation) =>
        MatterNumber.IsDraw(drawId) && await journal.ReadAsync(drawId, cancellation) is [{ Event: SampleDrawn sample } entry, ..] ? new Draw(drawId, sample, entry.At) : null;

    /// <param name="month">First day of the month.</param>
    /// <param name="through">Last day of it, inclusive, whose cases are drawn from.</param>
    public async Task<Draw> MakeAsync(string drawId, DateOnly month, DateOnly through, Actor by, DurableTaskClient process, CancellationToken cancellation)
    {
        if (await FindAsync(drawId, cancellation) is null)
        {
            var sample = await DrawAsync(seeds.For(drawId), month, through, cancellation);
            await book.PutOpenAsync(new OpenMatter(drawId, 0, null), cancellation);
            // Two at once throw different dice: only one of them is journalled.
            await journal.AppendAsync(drawId, 0, [sample], by, clock.GetUtcNow(), cancellation);
        }
        var draw = await FindAsync(drawId, cancellation) ?? throw new InvalidOperationException($"{drawId} was drawn and is not there.");
        await OpenReviewsAsync(draw, process, cancellation);
        return draw;
    }

    /// <summary>Opens the reviews that are not open yet.</summary>
    public async Task OpenReviewsAsync(Draw draw, DurableTaskClient process, CancellationToken cancellation)
    {
        if (await book.FindOpenAsync(draw.DrawId, cancellation) is null)
            return;
        foreach (var drawn in draw.Sample.Drawn)
        {
            if (await cases.FindAsync(drawn.CaseId, cancellation) is not { } file)
                continue;
            var number = MatterNumber.OfReview(drawn.CaseId, draw.Sample.Month);
            var opened = await matters.OpenAsync(
                number, MatterDecisions.OpenReview(number, file.Current, drawn, draw.DrawId, matters.World(file), clock.GetUtcNow()), Actor.System, cancellation);
            await publisher.PublishAsync(opened, process, cancellation);
            await book.NoteDrawnAsync(draw.Sample.Month, drawn.CaseId, cancellation);
            if (drawn.Reasons.Contains(DrawReason.Complaint))
                await book.TakeComplaintsAsync(drawn.CaseId, cancellation);
        }
        await book.RemoveOpenAsync(draw.DrawId, cancellation);
    }

    private async Task<SampleDrawn> DrawAsync(string seed, DateOnly month, DateOnly through, CancellationToken cancellation)
    {
        var limits = shelf.InForce.SupervisionOn(clock.Today());
        var complained = await book.ComplainedAsync(cancellation);
        var before = await book.DrawnAsync(month, cancellation);
        var decided = (await book.MonthAsync(month, cancellation)).Where(known => known.On <= through && !before.Contains(known.CaseId)).ToList();
        foreach (var caseId in complained.Except(decided.Select(known => known.CaseId)).Except(before))
        {
            // Decided in another month, or not yet: then it waits for the draw after it.
            if (await cases.FindAsync(caseId, cancellation) is { } file && register.Of(file) is { } other)
                decided.Add(other);
        }
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var decider in decided.Select(known => known.Decider).Distinct())
        {
            foreach (var (caseId, i) in (await book.FirstDecisionsAsync(decider, limits.FirstOfRepresentative, cancellation)).Select((caseId, i) => (caseId, i)))
                numbers[caseId] = i + 1;
        }
        var candidates = decided.OrderBy(known => known.CaseId, StringComparer.Ordinal).Select(known => new Candidate(
            known.CaseId, known.Service, known.Point, known.BasePercent, known.DaysUsed, known.DaysCommitted, known.Decider, known.Relatives,
            complained.Contains(known.CaseId), numbers.TryGetValue(known.CaseId, out var number) ? number : null)).ToImmutableArray();
        return new SampleDrawn(
            month, through, Sampling.RuleVersion, seed, limits.FirstOfRepresentative, limits.Extremes, candidates,
            Sampling.Draw(candidates, seed, limits.FirstOfRepresentative, limits.Extremes));
    }
}
