using Microsoft.Extensions.Logging;
using OneVisit.Catalogue;
using OneVisit.Contracts;
using OneVisit.Domain.Statistics;
using OneVisit.Functions.Cases;
using OneVisit.Storage;

namespace OneVisit.Functions.Statistics;

/// <summary>Keeps the statistics case by case, and makes them anew from the journals.</summary>
public sealed class StatisticsDesk(StatisticsBook book, StatisticsHeads heads, CaseProjections projections, CaseCabinet cabinet, CatalogueShelf shelf, TimeProvider clock,
    ILogger<StatisticsDesk> logger)
{
    /// <summary>Enters a case as its journal tells it now; entered again it counts once. What happened that no figure knows of costs nothing.</summary>
    /// <param name="published">Entries of the journal that were entered before.</param>
    public async Task EnterAsync(CaseFile file, int published, CancellationToken cancellation)
    {
        var fact = FactOf(file);
        if (published > 0 && FactFold.Of([.. file.Entries.Take(published)], file.Procedure, shelf.InForce.Calendar).TellsTheSameAs(fact))
            return;
        // After the journal was written: a rebuild that begins behind this look reads that journal itself.
        await book.PutAsync(fact, await heads.ReadAsync(cancellation), cancellation);
    }

    private CaseFact FactOf(CaseFile file) => FactFold.Of(file.Current, file.Entries, file.Procedure, shelf.InForce.Calendar);

    /// <summary>A stretch of a rebuild: it begins one when none is under way, and ends it when every case was taken. Several may call at once; each case counts once.</summary>
    /// <param name="patience">After so long it answers, however far it is.</param>
    public async Task<RebuildProgress> RebuildAsync(TimeSpan patience, CancellationToken cancellation)
    {
        var head = await heads.ReadAsync(cancellation);
        if (head.Building is null)
            head = await MoveAsync(head, head with { Building = head.Generation + 1, Cursor = null, Done = 0, Unreadable = 0, StartedAt = clock.GetUtcNow() }, cancellation);
        var began = clock.GetTimestamp();
        while (head.Building is { } building && clock.GetElapsedTime(began) < patience)
        {
            var numbers = await projections.NumbersAsync(head.Cursor, 50, cancellation);
            if (numbers.Count == 0)
                return await FinishAsync(head, building, cancellation);
            var unreadable = 0;
            foreach (var caseId in numbers)
                unreadable += await TakeAsync(caseId, building, cancellation) ? 0 : 1;
            head = await MoveAsync(head, head with { Cursor = numbers[^1], Done = head.Done + numbers.Count, Unreadable = head.Unreadable + unreadable }, cancellation);
        }
        return ProgressOf(head);
    }

    // One case that cannot be read must not keep a million from being counted; it is told, and said how many there are.
    private async Task<bool> TakeAsync(string caseId, int building, CancellationToken cancellation)
    {
        try
        {
            if (await cabinet.FindAsync(caseId, cancellation) is { } file)
                await book.PutAsync(FactOf(file), building, cancellation);
            return true;
        }
        catch (Exception damaged) when (damaged is JournalDamagedException or CatalogueFaultsException or InvalidDataException or InvalidOperationException)
        {
            logger.LogError(damaged, "Case {CaseId} cannot be counted", caseId);
            return false;
        }
    }

    private async Task<RebuildProgress> FinishAsync(StatisticsHead head, int building, CancellationToken cancellation)
    {
        var after = await MoveAsync(head, new(building) { Done = head.Done, Unreadable = head.Unreadable, StartedAt = head.StartedAt }, cancellation);
        if (after.Generation == building)
            await heads.ClearAsync(head.Generation, shelf.InForce.Places.Townships.Select(place => place.Code), cancellation);
        return ProgressOf(after);
    }

    private static RebuildProgress ProgressOf(StatisticsHead head) => new(head.Done, head.Unreadable, head.Building is null, head.StartedAt);

    // Somebody else moved it: theirs counts, and what both took counts once.
    private async Task<StatisticsHead> MoveAsync(StatisticsHead before, StatisticsHead after, CancellationToken cancellation)
    {
        await heads.TryPutAsync(before, after, cancellation);
        return await heads.ReadAsync(cancellation);
    }
}
