using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using OneVisit.Contracts;
using OneVisit.Functions.Cases;
using OneVisit.Functions.FrontDoor;

namespace OneVisit.Functions.Tasks;

/// <summary>One task, open or done, for those on whose desk it lies and for the city's reviewer.</summary>
public sealed class ShowTask(CaseCabinet cabinet, TaskWords words, TimeProvider clock)
{
    [Function(nameof(ShowTask))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Task)] HttpRequest request,
        string caseId, string taskId, CancellationToken cancellation)
    {
        var caller = request.Caller();
        if (caller is not Caller.Staff)
            return Problems.NotYours(request);
        if (await cabinet.FindAsync(caseId, cancellation) is not { } file || file.Current.Task(taskId) is not { } task)
            return Problems.NotFound(request);
        return caller.MaySee(file.Current, task, clock.GetUtcNow())
            ? Answers.Json(await words.ViewAsync(file, task, caller, request.Language(), cancellation))
            : Problems.NotYours(request);
    }
}
