using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using OneVisit.Catalogue;
using OneVisit.Contracts;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Domain.Supervision;
using OneVisit.Functions.Cases;
using OneVisit.Functions.FrontDoor;
using OneVisit.Functions.Oversight;
using OneVisit.Functions.Process;

namespace OneVisit.Functions.Tasks;

/// <summary>Somebody did a task. The domain decides whether they may, whatever is posted; the journal has it before the process hears of it.</summary>
public sealed class CompleteTask(CaseCabinet cabinet, CityCatalogue catalogue, TaskWords words, CaseBell bell, MatterDesk matters, Points points, ILogger<CompleteTask> logger)
{
    [Function(nameof(CompleteTask))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.TaskOutcome)] HttpRequest request,
        string caseId, string taskId, [DurableClient] DurableTaskClient process, CancellationToken cancellation)
    {
        if (request.Caller() is not Caller.Staff staff)
            return Problems.NotYours(request);
        var reading = await JsonRequest.ReadAsync<TaskOutcome>(request, cancellation);
        if (reading.Value is not { } outcome)
            return reading.Problem!;
        if (MatterNumber.IsMatter(caseId))
            return await matters.CompleteAsync(request, caseId, taskId, outcome, staff, process, cancellation);
        var form = FormOf(outcome);
        var acted = await cabinet.ActAsync(
            caseId, async (file, now) => CaseDecisions.CompleteTask(
                file.Current, taskId, form, staff.Member, file.Procedure, catalogue.Calendar, now, await AuthorityAsync(file, taskId, cancellation)),
            cancellation);
        switch (acted)
        {
            case Acted.Done done:
                logger.LogInformation("{TaskId}: {Action} by {Participant}", taskId, done.File.Current.Task(taskId)!.Done!.Act.Name, staff.Participant);
                await bell.TaskDoneAsync(process, caseId, taskId, done.File.Current.Version, cancellation);
                return Answers.Json(await words.ViewAsync(done.File, done.File.Current.Task(taskId)!, staff, request.Language(), cancellation));
            case Acted.Refused refused:
                logger.LogInformation("An act was refused: {Reason}", refused.Why.Reason);
                return RefusalWords.Answer(request, refused.Why, refused.File.Service, catalogue.Places);
            default:
                return Problems.NotFound(request);
        }
    }

    // Only decisions need the point's authority; all other tasks save the look.
    private async Task<PointAuthority?> AuthorityAsync(CaseFile file, string taskId, CancellationToken cancellation) =>
        file.Current.Task(taskId) is { Kind: StageKind.Decide, IsOpen: true } ? await points.OfAsync(file, cancellation) : null;

    private static OutcomeForm FormOf(TaskOutcome outcome) => new(outcome.Action)
    {
        Investigators = outcome.Investigators,
        MonthlyIncomeFound = outcome.MonthlyIncomeFound,
        MembersFound = outcome.MembersFound,
        Findings = outcome.Findings,
        Verification = outcome.Verification,
        Amount = outcome.Amount,
        Reason = outcome.Reason,
        Items = outcome.Items,
        Materials = outcome.Materials,
        RegisterNumber = outcome.RegisterNumber,
    };
}
