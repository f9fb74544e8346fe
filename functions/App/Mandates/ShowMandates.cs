using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using OneVisit.Contracts;
using OneVisit.Functions.Cases;
using OneVisit.Functions.FrontDoor;

namespace OneVisit.Functions.Mandates;

/// <summary>The mandates of a case with how each was signed and how it ended, for who may see the case.</summary>
public sealed class ShowMandates(CaseWords words)
{
    [Function(nameof(ShowMandates))]
    public IActionResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Mandate)] HttpRequest request, string caseId) =>
        Answers.Json(words.Mandates(request.Case(), request.Language()));
}
