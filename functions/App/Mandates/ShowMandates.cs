using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using OneVisit.Contracts;
using OneVisit.Functions.Cases;
using OneVisit.Functions.FrontDoor;

namespace OneVisit.Functions.Mandates;

/// <summary>The mandates of a case with how each was signed and how it ended, for who may see the case.</summary>
public sealed class ShowMandates(CaseCabinet cabinet, CaseWords words, TimeProvider clock)
{
    [Function(nameof(ShowMandates))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Mandate)] HttpRequest request, string caseId, CancellationToken cancellation) =>
        await cabinet.FindAsync(caseId, cancellation) is { } file && request.Caller().MaySee(file.Current, clock.GetUtcNow())
            ? Answers.Json(words.Mandates(file, request.Language()))
            : Problems.NotFound(request);
}
