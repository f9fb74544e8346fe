using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using OneVisit.Contracts;
using OneVisit.Functions.Cases;
using OneVisit.Functions.FrontDoor;
using OneVisit.Functions.Oversight;

namespace OneVisit.Functions.Tasks;

/// <summary>One task, open or done, for those on whose desk it lies and for the city's reviewer.</summary>
public sealed class ShowTask(CaseCabinet cabinet, TaskWords words, MatterDesk matters, TimeProvider clock)
{
    [Function(nameof(ShowTask))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Task)] HttpRequest request,
        string caseId, string taskId, CancellationToken cancellation)
    {
        var caller = request.Caller();
        if (caller is not Caller.Staff staff)
            return Problems.NotYours(request);
        if (MatterNumber.IsMatter(caseId))
            return await matters.ShowAsync(request, caseId, taskId, staff, cancellation);
        if (await cabinet.FindAsync(caseId, cancellation) is not { } file || file.Current.Task(taskId) is not { } task)
            return Problems.NotFound(request);
        return caller.MaySee(file.Current, task, clock.GetUtcNow())
            ? Answers.Json(await words.ViewAsync(file, task, caller, request.Language(), cancellation))
            : Problems.NotYours(request);
    }
}
