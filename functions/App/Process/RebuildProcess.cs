using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using OneVisit.Contracts;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Services;
using OneVisit.Functions.Board;
using OneVisit.Functions.Cases;
using OneVisit.Functions.FrontDoor;

namespace OneVisit.Functions.Process;

/// <summary>Throws a case's process away and starts it again from the journal. For the city's reviewer; it changes nothing about the case.</summary>
public sealed class RebuildProcess(NoticePoster notices, ILogger<RebuildProcess> logger)
{
    [Function(nameof(RebuildProcess))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Rebuild)] HttpRequest request,
        string caseId, [DurableClient] DurableTaskClient process, CancellationToken cancellation)
    {
        await notices.FollowAsync(request.Case(), 0, cancellation);
        if (await process.IsUnderWayAsync(caseId, cancellation))
        {
            await process.TerminateInstanceAsync(caseId, output: (object)"rebuild", cancellation);
            await process.WaitForInstanceCompletionAsync(caseId, cancellation);
        }
        await process.PurgeInstanceAsync(caseId, cancellation);
        await process.EnsureRunningAsync(caseId, cancellation);
        logger.LogInformation("The process of {CaseId} was started again from its journal", caseId);
        return new AcceptedResult();
    }
}
