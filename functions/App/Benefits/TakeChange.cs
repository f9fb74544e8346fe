using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using OneVisit.Catalogue;
using OneVisit.Contracts;
using OneVisit.Domain.Benefits;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Domain.Supervision;
using OneVisit.Functions.Cases;
using OneVisit.Functions.FrontDoor;
using OneVisit.Functions.Oversight;
using OneVisit.Functions.Process;
using OneVisit.Storage;

namespace OneVisit.Functions.Benefits;

/// <summary>
/// The household, its agent or the township tells that something changed: people, income, work, a death. It ends nothing by itself: the township looks,
/// and the representative confirms. Told twice, it is one.
/// </summary>
public sealed class TakeChange(
    MatterCabinet matters, MatterPublisher publisher, SubmissionRegister submissions, PersonalData personal, CityCatalogue catalogue, TimeProvider clock,
    ILogger<TakeChange> logger)
{
    [Function(nameof(TakeChange))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Changes)] HttpRequest request, string caseId, [DurableClient] DurableTaskClient process, CancellationToken cancellation)
    {
        var caller = request.Caller();
        var reading = await JsonRequest.ReadAsync<ReportChange>(request, cancellation);
        if (reading.Value is not { } posted)
            return reading.Problem!;
        var file = request.Case();
        if (ActorOf(caller, file.Current) is not { } by)
            return Problems.NotFound(request);
        var errors = new FieldErrors(request.Language());
        var (cause, words) = (BenefitCauses.Parse(posted.Cause), PlainText.Of(posted.Words));
        if (!SubmissionReading.IsSubmissionId(posted.SubmissionId))
            errors.Add("submissionId", "field.submission-id");
        if (cause is null or BenefitCause.Due)
            errors.Add("cause", "field.benefit-cause");
        if (words.Length is < Limits.ReasonShortest or > Limits.ReasonLongest)
            errors.Add("words", "field.words", Limits.ReasonShortest, Limits.ReasonLongest);
        return errors.Any ? Problems.Invalid(request, errors.Fields) : await TakeAsync(request, posted, file, cause!.Value, words, by, process, cancellation);
    }

    private async Task<IActionResult> TakeAsync(
        HttpRequest request, ReportChange posted, CaseFile file, BenefitCause cause, string words, Actor by, DurableTaskClient process, CancellationToken cancellation)
    {
        var number = await matters.KnownAsync(
            personal.ComplaintSecrets($"{file.CaseId}\n{by.Participant}\n{posted.SubmissionId}").Select(secret => MatterNumber.OfBenefit(file.CaseId, secret)), cancellation);
        var there = await matters.FindAsync(number, cancellation);
        var key = personal.NewKey(number);
        var opening = BenefitDecisions.OpenReported(number, file.Current, cause, personal.SealChange(key, words), posted.On, by, matters.World(file), clock.GetUtcNow());
        if (there is null && opening is MatterDecision.Refused refused)
            return OversightProblems.Of(request, refused, catalogue);
        var content = string.Join('\n', cause.Code(), posted.On?.ToString("O", CultureInfo.InvariantCulture), words);
        var claim = await submissions.ClaimAsync(personal, by.Participant, "change-" + posted.SubmissionId, content, number, cancellation);
        if (claim is SubmissionClaim.OtherContent)
            return Problems.Plain(request, StatusCodes.Status409Conflict, ProblemCodes.SameSubmissionOtherContent);
        var opened = there ?? await matters.OpenAsync(key, ((MatterDecision.Accepted)opening).Events, by, cancellation);
        await publisher.PublishAsync(opened, process, cancellation);
        logger.LogInformation("{Matter}: a change was reported by {Participant}", number, by.Participant);
        var due = opened.Current.Steps[0].Due;
        return Answers.Json(new ChangeReceipt(number, due.On, due.IsProvisional), claim is SubmissionClaim.New ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    // In which post: the agent's, the township's or the city's in charge.
    private Actor? ActorOf(Caller caller, Case current) => caller switch
    {
        Caller.Resident => current.Speaker,
        Caller.Staff staff => staff.Member.PostsOn(clock.Today())
            .Where(post => !post.Role.IsAgent() || current.IsCarriedBy(staff.Member, clock.Today()))
            .Where(post => post.Office == MatterDecisions.PointOf(current) || post.Role.IsAgent() || post.Office == Offices.InChargeOf(current.Applicant.VillageCode, OfficeLevel.City))
            .Select(staff.Member.In).FirstOrDefault(),
        _ => null,
    };
}
