using Microsoft.Extensions.Logging;
using OneVisit.Catalogue;
using OneVisit.Contracts;
using OneVisit.Domain.Statistics;
using OneVisit.Functions.Cases;
using OneVisit.Storage;

namespace OneVisit.Functions.Statistics;

/// <summary>Keeps the statistics case by case, and makes them anew from the journals.</summary>
public sealed class StatisticsDesk(StatisticsBook book, StatisticsRecount recount, CaseProjections projections, CaseCabinet cabinet, CatalogueShelf shelf, TimeProvider clock,
    ILogger<StatisticsDesk> logger)
{
    /// <summary>Enters a case as its journal tells it now; entered again it counts once. What happened that no figure knows of costs nothing.</summary>
    /// <param name="published">Entries of the journal that were entered before.</param>
    public async Task EnterAsync(CaseFile file, int published, CancellationToken cancellation)
    {
        var (before, fact) = (published == 0 ? null : FactOf(file, published), FactOf(file));
        // Each step on the way: one that broke off may have entered what was undone since.
        if (before is null || !before.TellsTheSameAs(fact) || Enumerable.Range(published + 1, file.Entries.Length - published - 1).Any(step => !before.TellsTheSameAs(FactOf(file, step))))
            await book.PutAsync(fact, before, cancellation);
    }

    private CaseFact FactOf(CaseFile file) => FactFold.Of(file.Current, file.Entries, file.Procedure, shelf.InForce.Calendar);

    private CaseFact FactOf(CaseFile file, int entries) => FactFold.Of([.. file.Entries.Take(entries)], file.Procedure, shelf.InForce.Calendar);

    /// <summary>A stretch of a rebuild: it begins one when none is under way, and ends it when every case was taken and every point added up. Several may call at once; each case counts once.</summary>
    /// <param name="patience">After so long it answers, however far it is.</param>
    public async Task<RebuildProgress> RebuildAsync(TimeSpan patience, CancellationToken cancellation)
    {
        var state = await recount.ReadAsync(cancellation);
        if (!state.IsUnderWay)
            state = await MoveAsync(state, new(IsUnderWay: true, StartedAt: clock.GetUtcNow()), cancellation);
        var began = clock.GetTimestamp();
        while (state.IsUnderWay && clock.GetElapsedTime(began) < patience)
            state = await MoveAsync(state, await StepAsync(state, cancellation), cancellation);
        return new(state.Done, state.Unreadable, !state.IsUnderWay, state.StartedAt);
    }

    private async Task<StatisticsRebuild> StepAsync(StatisticsRebuild state, CancellationToken cancellation)
    {
        var numbers = await projections.NumbersAsync(state.Cursor, 50, cancellation);
        if (numbers.Count > 0)
        {
            var unreadable = 0;
            foreach (var caseId in numbers)
                unreadable += await TakeAsync(caseId, cancellation) ? 0 : 1;
            return state with { Cursor = numbers[^1], Done = state.Done + numbers.Count, Unreadable = state.Unreadable + unreadable };
        }
        if (shelf.InForce.Places.Townships.Select(place => place.Code).Order(StringComparer.Ordinal).Skip(state.Points).FirstOrDefault() is not { } point)
            return state with { IsUnderWay = false };
        await recount.AddUpAsync(point, cancellation);
        return state with { Points = state.Points + 1 };
    }

    // One case that cannot be read must not keep a million from being counted; it is told, and said how many there are.
    private async Task<bool> TakeAsync(string caseId, CancellationToken cancellation)
    {
        try
        {
            if (await cabinet.FindAsync(caseId, cancellation) is { } file)
                await book.PutAsync(FactOf(file), cancellation);
            return true;
        }
        catch (Exception damaged) when (damaged is JournalDamagedException or CatalogueFaultsException or InvalidDataException or InvalidOperationException)
        {
            logger.LogError(damaged, "Case {CaseId} cannot be counted", caseId);
            return false;
        }
    }

    // Somebody else moved it: theirs counts, and what both took counts once.
    private async Task<StatisticsRebuild> MoveAsync(StatisticsRebuild before, StatisticsRebuild after, CancellationToken cancellation)
    {
        await recount.TryPutAsync(before, after, cancellation);
        return await recount.ReadAsync(cancellation);
    }
}
