using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using OneVisit.Contracts;
using OneVisit.Functions.Cases;
using OneVisit.Functions.FrontDoor;
using OneVisit.Functions.Oversight;

namespace OneVisit.Functions.Tasks;

/// <summary>One task, open or done, for those on whose desk it lies and for the city's reviewer.</summary>
public sealed class ShowTask(TaskWords words, MatterDesk matters)
{
    [Function(nameof(ShowTask))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Task)] HttpRequest request,
        string caseId, string taskId, CancellationToken cancellation)
    {
        if (MatterNumber.IsMatter(caseId))
            return await matters.ShowAsync(request, caseId, taskId, request.Staff(), cancellation);
        var file = request.Case();
        return Answers.Json(await words.ViewAsync(file, file.Current.Task(taskId)!, request.Caller(), request.Language(), cancellation));
    }
}
