using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using OneVisit.Catalogue;
using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Services;
using OneVisit.Functions.FrontDoor;
using OneVisit.Functions.Words;
using OneVisit.Storage;

namespace OneVisit.Functions.Board;

/// <summary>What hangs in a village now, for everybody. It is read anew each time and never shows what has ended.</summary>
public sealed class ShowVillageNotices(NoticeBoard board, CityCatalogue catalogue, TimeProvider clock)
{
    [Function(nameof(ShowVillageNotices))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.VillageNotices)] HttpRequest request, string village, CancellationToken cancellation)
    {
        var language = request.Language();
        if (catalogue.Places.Village(village) is not { } found || catalogue.Places.Township(found.Township) is not { } township)
            return Problems.NotFound(request);
        var hanging = await board.InVillageAsync(found.Code, clock.GetUtcNow(), cancellation);
        return Answers.Json(new VillageNotices(
            found.Code, found.Name.In(language), township.Code, township.Name.In(language),
            ActorWords.OfOffice(Offices.Id(OfficeLevel.Township, township.Code), catalogue.Places, language), [.. hanging.Select(posted => View(posted, language))])
        {
            TakenDown = await board.TakenDownAsync(found.Code, clock.Today(), cancellation),
        });
    }

    private PublicNoticeView View(PostedNotice posted, Language language)
    {
        var sheet = posted.Sheet;
        var service = catalogue.Find(sheet.Service)?.Name.In(language) ?? sheet.Service;
        return new(posted.Number, sheet.Name.ToString(), sheet.Members, sheet.Amount?.Yuan, sheet.Grants.Code(), service, sheet.From, sheet.Until);
    }
}

/// <summary>The villages of a township and how many notices hang in each.</summary>
public sealed class ShowTownshipNotices(NoticeBoard board, CityCatalogue catalogue, TimeProvider clock)
{
    [Function(nameof(ShowTownshipNotices))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.TownshipNotices)] HttpRequest request, string township, CancellationToken cancellation)
    {
        var language = request.Language();
        if (catalogue.Places.Township(township) is not { } found)
            return Problems.NotFound(request);
        var hanging = (await board.InTownshipAsync(found.Code, clock.GetUtcNow(), cancellation)).CountBy(posted => posted.Village).ToDictionary();
        return Answers.Json(new TownshipNotices(
            found.Code, found.Name.In(language),
            [
                .. catalogue.Places.Villages.Where(village => village.Township == found.Code)
                    .Select(village => new VillageCount(village.Code, village.Name.In(language), hanging.GetValueOrDefault(village.Code))),
            ]));
    }
}

/// <summary>The townships that have a board.</summary>
public sealed class ListNoticePlaces(CityCatalogue catalogue)
{
    [Function(nameof(ListNoticePlaces))]
    public IActionResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.NoticePlaces)] HttpRequest request) => Answers.Json(
        catalogue.Places.Townships.Where(township => township.Active).Select(township => new NoticePlace(township.Code, township.Name.In(request.Language()))).ToArray());
}
