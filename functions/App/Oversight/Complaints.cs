using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using OneVisit.Catalogue;
using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Domain.Supervision;
using OneVisit.Functions.Cases;
using OneVisit.Functions.FrontDoor;
using OneVisit.Functions.Words;
using OneVisit.Storage;

namespace OneVisit.Functions.Oversight;

/// <summary>
/// Anybody complains or appeals, without saying who they are. It goes to the city, whoever it is about. Filed twice it is one, and the same code opens it.
/// </summary>
public sealed class TakeComplaint(
    MatterCabinet matters, MatterPublisher publisher, CaseCabinet cases, SubmissionRegister submissions, PersonalData personal, CityCatalogue catalogue, TimeProvider clock,
    ILogger<TakeComplaint> logger)
{
    private const int ContactLongest = 100;

    [Function(nameof(TakeComplaint))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Complaints)] HttpRequest request, [DurableClient] DurableTaskClient process, CancellationToken cancellation)
    {
        var reading = await JsonRequest.ReadAsync<FileComplaint>(request, cancellation);
        if (reading.Value is not { } posted)
            return reading.Problem!;
        var errors = new FieldErrors(request.Language());
        var (kind, words, contact) = (ComplaintKinds.Parse(posted.Kind), PlainText.Of(posted.Words), PlainText.OrNull(posted.Contact));
        if (!SubmissionReading.IsSubmissionId(posted.SubmissionId))
            errors.Add("submissionId", "field.submission-id");
        if (kind is null)
            errors.Add("kind", "field.complaint-kind");
        if (words.Length is < Limits.ReasonShortest or > Limits.TextLongest)
            errors.Add("words", "field.words", Limits.ReasonShortest, Limits.TextLongest);
        if (contact?.Length > ContactLongest)
            errors.Add("contact", "field.contact", ContactLongest);
        var about = string.IsNullOrWhiteSpace(posted.CaseId) ? null : await cases.FindAsync(posted.CaseId.Trim().ToUpperInvariant(), cancellation);
        if (about is null && !string.IsNullOrWhiteSpace(posted.CaseId))
            errors.Add("caseId", "field.no-such-case");
        if (errors.Any)
            return Problems.Invalid(request, errors.Fields);
        return await TakeAsync(request, posted.SubmissionId!, kind!.Value, words, contact, about, process, cancellation);
    }

    private async Task<IActionResult> TakeAsync(
        HttpRequest request, string submissionId, ComplaintKind kind, string words, string? contact, CaseFile? about, DurableTaskClient process, CancellationToken cancellation)
    {
        var (secrets, content) = (personal.ComplaintSecrets(submissionId), string.Join('\n', kind.Code(), about?.CaseId, contact, words));
        var claim = await submissions.ClaimAsync(personal, "complaint", submissionId, content, MatterNumber.OfComplaint(clock.Today(), secrets[0]), cancellation);
        if (claim is SubmissionClaim.OtherContent)
            return Problems.Plain(request, StatusCodes.Status409Conflict, ProblemCodes.SameSubmissionOtherContent);
        var (code, key) = (MatterNumber.PickupCode(MatterNumber.SecretOf(claim.CaseId, secrets)), personal.NewKey(claim.CaseId));
        var subject = new MatterSubject.OfComplaint(
            kind, personal.SealComplaint(key, words), personal.PickupHash(claim.CaseId, code), about?.CaseId, about is null ? null : MatterDecisions.PointOf(about.Current),
            contact is null ? null : personal.SealContact(key, contact));
        var file = await matters.OpenAsync(
            key, MatterDecisions.OpenComplaint(claim.CaseId, subject, about?.Current, Offices.Id(OfficeLevel.City, catalogue.Places.Townships.First().Code[..6]), matters.World(about), clock.GetUtcNow()),
            new Actor("anonymous", "", Role.Resident, ""), cancellation);
        await publisher.PublishAsync(file, process, cancellation);
        logger.LogInformation("{Complaint} was taken", claim.CaseId);
        var due = file.Current.Steps.First(step => step.Kind == StepKind.AnswerComplaint).Due;
        return Answers.Json(
            new ComplaintReceipt(claim.CaseId, code, due.On, due.IsProvisional, ComplaintWords.Guidance(kind, request.Language())),
            claim is SubmissionClaim.New ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }
}

/// <summary>The answer to a complaint, for who has its code. Without it, it does not exist.</summary>
public sealed class ShowComplaint(PickedUp pickedUp, TimeProvider clock)
{
    [Function(nameof(ShowComplaint))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Complaint)] HttpRequest request, string complaintId, CancellationToken cancellation) =>
        await pickedUp.FindAsync(request, complaintId, cancellation) is { Current.Subject: MatterSubject.OfComplaint complaint } file
            ? Answers.Json(ComplaintWords.View(file.Current, complaint, clock.GetUtcNow(), request.Language()))
            : Problems.NotFound(request);
}

internal static class ComplaintWords
{
    /// <summary>Whoever appeals is told at once what else the law gives them.</summary>
    public static string? Guidance(ComplaintKind kind, Language language) => kind == ComplaintKind.Appeal ? Sentences.Of(language, "complaint.guidance") : null;

    public static ComplaintView View(Matter current, MatterSubject.OfComplaint complaint, DateTimeOffset now, Language language)
    {
        var step = current.Steps.First(known => known.Kind == StepKind.AnswerComplaint);
        var answer = step.Done?.Act as MatterAct.Answered;
        return new ComplaintView(
            current.MatterId, complaint.Kind.Code(), answer is null ? "open" : "answered", BeijingTime.DayOf(current.OpenedAt), step.Due.On, step.StateAt(now).Code(),
            answer?.Finding.Code(), answer?.Words, step.Done is { } done ? BeijingTime.DayOf(done.At) : null, Guidance(complaint.Kind, language));
    }
}
