using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using OneVisit.Catalogue;
using OneVisit.Contracts;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Services;
using OneVisit.Functions.FrontDoor;
using OneVisit.Functions.Mandates;
using OneVisit.Functions.Process;

namespace OneVisit.Functions.Cases;

/// <summary>
/// Takes an application. The same submission twice gives the same case; whatever broke off the first time is finished the second.
/// </summary>
public sealed class TakeApplication(ApplicationDesk desk, ApplicationIntake intake, AgentApplying applying, ProofWords proofs, ILogger<TakeApplication> logger)
{
    [Function(nameof(TakeApplication))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Cases)] HttpRequest request,
        [DurableClient] DurableTaskClient process,
        CancellationToken cancellation)
    {
        var (application, problem) = await desk.ReadAsync<SubmitCase>(request, (reading, form) => reading.Of(form), cancellation);
        if (application is not var (submission, owner, form, catalogue))
            return problem!;
        var taken = await intake.TakeAloneAsync(submission, owner, form, cancellation);
        if (taken is not { } intoCase)
            return Problems.Plain(request, StatusCodes.Status409Conflict, ProblemCodes.SameSubmissionOtherContent);
        using var scope = logger.BeginScope(new Dictionary<string, object> { ["CaseId"] = intoCase.File.CaseId });
        logger.LogInformation("Application taken; there before: {AlreadyThere}", intoCase.AlreadyThere);
        await process.EnsureRunningAsync(intoCase.File.CaseId, cancellation, intoCase.Published);
        // They have just typed name, number and telephone: this application is theirs, and no other.
        if (request.Caller() is Caller.Resident resident)
            proofs.Give(request, resident.Participant, Proven.OfApplication(intoCase.File.Current));
        return Answers.Json(Receipt(intoCase, catalogue.Calendar) with { ClaimCode = submission.By is null ? null : applying.ClaimCode(intoCase.File.CaseId) }, intoCase.AlreadyThere ? StatusCodes.Status200OK : StatusCodes.Status201Created);
    }

    internal static CaseReceipt Receipt(TakenCase taken, WorkingDayCalendar calendar)
    {
        var (current, procedure) = (taken.File.Current, taken.File.Procedure);
        if (CaseWords.DueOf(taken.File, calendar) is var due && current.Promise is not { } promise)
            return new(
                current.CaseId, current.Application.Service, BeijingTime.DayOf(current.SubmittedAt), due.On, due.IsProvisional, taken.AlreadyThere,
                [.. procedure.Steps[0].Stages.Select(stage => stage.Kind.Code())], AwaitsAcceptance: true);
        return new(
            current.CaseId, current.Application.Service, promise.AcceptedOn, promise.Due.On, promise.Due.IsProvisional, taken.AlreadyThere,
            CourseWords.After(StageKind.Accept, procedure));
    }
}
