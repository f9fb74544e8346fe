using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using OneVisit.Catalogue;
using OneVisit.Contracts;
using OneVisit.Domain.Cases;
using OneVisit.Functions.FrontDoor;

namespace OneVisit.Functions.Cases;

/// <summary>The resident answers what the data check found; an objection has it checked once more.</summary>
public sealed class AnswerDataCheck(ResidentActs acts, CityCatalogue catalogue)
{
    [Function(nameof(AnswerDataCheck))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", "post", Route = Routes.Differences)] HttpRequest request,
        string caseId, [DurableClient] DurableTaskClient process, CancellationToken cancellation)
    {
        var reading = await JsonRequest.ReadAsync<AnswerDifferences>(request, cancellation);
        return reading.Value is not { } answer
            ? reading.Problem!
            : await acts.DoAsync(
                request, caseId, process, (file, now) => CaseDecisions.AnswerDifferences(
                    file.Current, request.Caller().Participant, answer.Agrees, answer.Reason, file.Procedure, catalogue.Calendar, now), cancellation);
    }
}

/// <summary>The resident objects to what the survey found; the village's representatives are asked before the review.</summary>
public sealed class ObjectToFindings(ResidentActs acts)
{
    [Function(nameof(ObjectToFindings))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", "post", Route = Routes.SurveyObjection)] HttpRequest request,
        string caseId, [DurableClient] DurableTaskClient process, CancellationToken cancellation)
    {
        var reading = await JsonRequest.ReadAsync<ObjectToSurvey>(request, cancellation);
        return reading.Value is not { } objection
            ? reading.Problem!
            : await acts.DoAsync(
                request, caseId, process, (file, _) => CaseDecisions.ObjectToSurvey(file.Current, request.Caller().Participant, objection.Reason, file.Procedure), cancellation);
    }
}
