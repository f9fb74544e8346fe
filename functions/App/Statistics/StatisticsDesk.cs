using OneVisit.Catalogue;
using OneVisit.Contracts;
using OneVisit.Domain.Statistics;
using OneVisit.Functions.Cases;
using OneVisit.Storage;

namespace OneVisit.Functions.Statistics;

/// <summary>Keeps the statistics case by case, and makes them anew from the journals.</summary>
public sealed class StatisticsDesk(StatisticsBook book, StatisticsHeads heads, CaseProjections projections, CaseCabinet cabinet, CatalogueShelf shelf, TimeProvider clock)
{
    /// <summary>Enters a case as its journal tells it now; entered again it counts once.</summary>
    public async Task EnterAsync(CaseFile file, CancellationToken cancellation) =>
        // After the journal was written: a rebuild that begins behind this look reads that journal itself.
        await book.PutAsync(FactOf(file), await heads.ReadAsync(cancellation), cancellation);

    public CaseFact FactOf(CaseFile file) => FactFold.Of(file.Current, file.Entries, file.Procedure, shelf.InForce.Calendar);

    /// <summary>A stretch of a rebuild: it begins one when none is under way, and ends it when every case was taken. Several may call at once; each case counts once.</summary>
    /// <param name="patience">After so long it answers, however far it is.</param>
    public async Task<RebuildProgress> RebuildAsync(TimeSpan patience, CancellationToken cancellation)
    {
        var head = await heads.ReadAsync(cancellation);
        if (head.Building is null)
            head = await MoveAsync(head, head with { Building = head.Generation + 1, Cursor = null, Done = 0, StartedAt = clock.GetUtcNow() }, cancellation);
        var began = clock.GetTimestamp();
        while (head.Building is { } building && clock.GetElapsedTime(began) < patience)
        {
            var numbers = await projections.NumbersAsync(head.Cursor, 50, cancellation);
            if (numbers.Count == 0)
                return await FinishAsync(head, building, cancellation);
            foreach (var caseId in numbers)
            {
                if (await cabinet.FindAsync(caseId, cancellation) is { } file)
                    await book.PutAsync(FactOf(file), building, cancellation);
            }
            head = await MoveAsync(head, head with { Cursor = numbers[^1], Done = head.Done + numbers.Count }, cancellation);
        }
        return new(head.Done, head.Building is null, head.StartedAt);
    }

    private async Task<RebuildProgress> FinishAsync(StatisticsHead head, int building, CancellationToken cancellation)
    {
        var after = await MoveAsync(head, new(building) { Done = head.Done, StartedAt = head.StartedAt }, cancellation);
        if (after.Generation == building)
            await heads.ClearAsync(head.Generation, shelf.InForce.Places.Townships.Select(place => place.Code), cancellation);
        return new(after.Done, after.Building is null, after.StartedAt);
    }

    // Somebody else moved it: theirs counts, and what both took counts once.
    private async Task<StatisticsHead> MoveAsync(StatisticsHead before, StatisticsHead after, CancellationToken cancellation)
    {
        await heads.TryPutAsync(before, after, cancellation);
        return await heads.ReadAsync(cancellation);
    }
}
