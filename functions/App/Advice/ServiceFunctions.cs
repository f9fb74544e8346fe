using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using OneVisit.Catalogue;
using OneVisit.Contracts;
using OneVisit.Domain.Calendars;
using OneVisit.Functions.FrontDoor;

namespace OneVisit.Functions.Advice;

/// <summary>The catalogue of services, for everybody.</summary>
public sealed class ListServices(CityCatalogue catalogue, TimeProvider clock)
{
    [Function(nameof(ListServices))]
    public IActionResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Services)] HttpRequest request) =>
        Answers.Json(catalogue.Services.Where(service => service.ExistsOn(clock.Today()))
            .Select(service => ServiceWords.View(service, clock.Today(), request.Language())).ToArray());
}

/// <summary>One service: its complete material list and every stage with its limit.</summary>
public sealed class ShowService(CityCatalogue catalogue, TimeProvider clock)
{
    [Function(nameof(ShowService))]
    public IActionResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Service)] HttpRequest request, string code) =>
        catalogue.Find(code) is { } service && service.ExistsOn(clock.Today()) ? Answers.Json(ServiceWords.View(service, clock.Today(), request.Language())) : Problems.NotFound(request);
}
