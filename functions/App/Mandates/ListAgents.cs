using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using OneVisit.Catalogue;
using OneVisit.Contracts;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Services;
using OneVisit.Functions.Cases;
using OneVisit.Functions.FrontDoor;
using OneVisit.Functions.Words;

namespace OneVisit.Functions.Mandates;

/// <summary>Who may be authorised by a household of a village: the agents at the three levels who are there today. An office without any is left out.</summary>
public sealed class ListAgents(AgentDirectory agents, CaseCabinet cabinet, CityCatalogue catalogue, TimeProvider clock)
{
    [Function(nameof(ListAgents))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Agents)] HttpRequest request, CancellationToken cancellation)
    {
        if (await VillageAsync(request, cancellation) is not { } code || catalogue.Places.Village(code) is not { } village)
            return Problems.NotFound(request);
        var offices = new List<AgentOfficeView>();
        foreach (var level in Enum.GetValues<OfficeLevel>())
        {
            var there = (await agents.AtAsync(level, village.Code, cancellation)).Where(agent => !agent.IsAwayOn(clock.Today())).ToArray();
            var office = Offices.InChargeOf(village.Code, level);
            if (there.Length > 0)
                offices.Add(new(level.Code(), office, ActorWords.OfOffice(office, catalogue.Places, request.Language()), [.. there.Select(agent => new AgentView(agent.Id, agent.Name))]));
        }
        return Answers.Json(offices);
    }

    // Where a household lives is told to who knows its case anyway, or names the village themselves.
    private async Task<string?> VillageAsync(HttpRequest request, CancellationToken cancellation) => request.Query["case"].ToString() is not { Length: > 0 } caseId
        ? catalogue.Places.Today(request.Query["village"].ToString())?.Code
        : await cabinet.FindAsync(caseId, cancellation) is { } file && request.Caller().Owns(file.Current, clock.Today()) ? file.Current.Applicant.VillageCode : null;
}
