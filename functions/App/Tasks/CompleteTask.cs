using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using OneVisit.Catalogue;
using OneVisit.Contracts;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Functions.Cases;
using OneVisit.Functions.FrontDoor;
using OneVisit.Functions.Process;

namespace OneVisit.Functions.Tasks;

/// <summary>Somebody did a task. The domain decides whether they may, whatever is posted; the journal has it before the process hears of it.</summary>
public sealed class CompleteTask(CaseCabinet cabinet, CityCatalogue catalogue, TaskWords words, CaseBell bell, ILogger<CompleteTask> logger)
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
        var reason = catalogue.LegalReasons.FirstOrDefault(known => known.Id == outcome.LegalReason);
        if (outcome.LegalReason is { Length: > 0 } && reason is null)
            return UnknownReason(request);
        var form = FormOf(outcome, reason);
        var acted = await cabinet.ActAsync(
            caseId, (file, now) => CaseDecisions.CompleteTask(file.Current, taskId, form, staff.Member, file.Procedure, catalogue.Calendar, now), cancellation);
        switch (acted)
        {
            case Acted.Done done:
                // Asking for papers and noting a visit leave the task open.
                if (done.File.Current.Task(taskId) is { Done: { } completion })
                {
                    logger.LogInformation("{TaskId}: {Action} by {Participant}", taskId, completion.Act.Name, staff.Participant);
                    await bell.TaskDoneAsync(process, caseId, taskId, done.File.Current.Version, cancellation);
                }
                else
                {
                    await bell.ChangedAsync(process, caseId, done.File.Current.Version, cancellation);
                }
                return Answers.Json(await words.ViewAsync(done.File, done.File.Current.Task(taskId)!, staff, request.Language(), cancellation));
            case Acted.Refused refused:
                logger.LogInformation("An act was refused: {Reason}", refused.Why.Reason);
                if (!refused.Why.Noted.IsEmpty)
                    await bell.ChangedAsync(process, caseId, refused.File.Current.Version, cancellation);
                return RefusalWords.Answer(request, refused.Why, refused.File.Service);
            default:
                return Problems.NotFound(request);
        }
    }

    private static IActionResult UnknownReason(HttpRequest request)
    {
        var errors = new FieldErrors(request.Language());
        errors.Add("legalReason", "field.legal-reason");
        return Problems.Invalid(request, errors.Fields);
    }

    private static OutcomeForm FormOf(TaskOutcome outcome, LegalReason? reason) => new(outcome.Action)
    {
        LegalReason = reason,
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
