using System.Collections.Concurrent;
using OneVisit.Catalogue;
using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Directories;
using OneVisit.Functions.Words;
using OneVisit.Storage;

namespace OneVisit.Functions.Directories;

/// <summary>What an edition has otherwise than another one, and who would leave open work behind by it.</summary>
public sealed class DirectoryComparing(WorkQueue work, CatalogueShelf catalogues, TimeProvider clock)
{
    /// <summary>Desks that are looked at; who reorganises more than these at once knows it.</summary>
    private const int MostDesks = 200;

    private const int MostTasks = 100;

    /// <param name="beforeId">Absent: there was none.</param>
    public async Task<DirectoryDiffView> ViewAsync(
        string? beforeId, DirectoryEdition before, string afterId, DirectoryEdition after, Language language, CancellationToken cancellation)
    {
        var losses = PostLosses.Between(before, after, clock.Today());
        var open = new ConcurrentDictionary<(Domain.Services.Role, string), int>();
        await Parallel.ForEachAsync(
            losses.Select(loss => (loss.Role, loss.Office)).Distinct().Take(MostDesks), new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = cancellation },
            async (desk, stop) => open[desk] = (await work.PageAsync(desk.Office, desk.Role, null, MostTasks, stop)).Count);
        var places = catalogues.InForce.Places;
        return DirectoryWords.Diff(beforeId, afterId, DirectoryDiff.Between(before, after, language), [.. losses.Select(View).OrderByDescending(loss => loss.OpenTasks > 0)], language);

        DirectoryPostLoss View(PostLoss loss) => new(
            loss.Id, loss.Name, Sentences.Of(language, "desk", ActorWords.OfOffice(loss.Office, places, language), ActorWords.Of(loss.Role, language)), loss.LastDay,
            open.TryGetValue((loss.Role, loss.Office), out var tasks) ? tasks : null, loss.Others);
    }
}
