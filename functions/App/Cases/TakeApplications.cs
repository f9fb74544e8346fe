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
/// Takes one application for several services (一次申请): a linked case each. The same submission twice gives the same cases; whatever broke
/// off the first time is finished the second.
/// </summary>
public sealed class TakeApplications(ApplicationDesk desk, ApplicationIntake intake, AgentApplying applying, ProofWords proofs, ILogger<TakeApplications> logger)
{
    [Function(nameof(TakeApplications))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Applications)] HttpRequest request,
        [DurableClient] DurableTaskClient process,
        CancellationToken cancellation)
    {
        var (application, problem) = await desk.ReadAsync<SubmitApplication>(request, (reading, form) => reading.Of(form), cancellation);
        if (application is not var (submission, owner, form, catalogue))
            return problem!;
        if (await intake.TakeAsync(submission, owner, form, cancellation) is not { } taken)
            return Problems.Plain(request, StatusCodes.Status409Conflict, ProblemCodes.SameSubmissionOtherContent);
        foreach (var one in taken.Cases)
        {
            logger.LogInformation("{CaseId} of {ApplicationId} taken; there before: {AlreadyThere}", one.File.CaseId, taken.ApplicationId, one.AlreadyThere);
            await process.EnsureRunningAsync(one.File.CaseId, cancellation, one.Published);
        }
        // They have just typed name, number and telephone: this application is theirs, and no other.
        if (request.Caller() is Caller.Resident resident)
            proofs.Give(request, resident.Participant, Proven.OfApplication(taken.Cases[0].File.Current));
        var receipt = new ApplicationReceipt(taken.ApplicationId, taken.AlreadyThere, [.. taken.Cases.Select(one => TakeApplication.Receipt(one, catalogue.Calendar)).Select(one => submission.By is null ? one : one with { ClaimCode = applying.ClaimCode(taken.ApplicationId) })]);
        return Answers.Json(receipt, taken.AlreadyThere ? StatusCodes.Status200OK : StatusCodes.Status201Created);
    }
}

/// <summary>One application with its cases, for its owner. To anybody else it does not exist.</summary>
public sealed class ShowApplication(LinkedCases linked, CaseWords words, TimeProvider clock)
{
    [Function(nameof(ShowApplication))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Application)] HttpRequest request, string applicationId, CancellationToken cancellation)
    {
        if (!ApplicationNumber.IsOne(applicationId))
            return Problems.NotFound(request);
        var files = await linked.OfAsync(applicationId, request.Caller().Participant, cancellation);
        return !files.Any(file => request.Caller().Owns(file.Current, clock.Today())) ? Problems.NotFound(request) : Answers.Json(View(applicationId, files, request));
    }

    private ApplicationView View(string applicationId, IReadOnlyList<CaseFile> files, HttpRequest request) => new(
        applicationId, BeijingTime.DayOf(files[0].Current.SubmittedAt), files[0].Current.Application.Together!.Services, [.. files.Select(words.Summary)],
        [
            .. files.SelectMany(file => CaseWords.Materials(file, request.Language()), (file, paper) => (file.CaseId, Paper: paper))
                .GroupBy(one => one.Paper.Code)
                .Select(same => new ApplicationPaper(same.First().Paper, [.. same.Select(one => one.CaseId)])),
        ],
        files.Any(file => file.Current.IsMandatedOn(clock.Today())));
}
