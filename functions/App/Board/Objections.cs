using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Domain.Supervision;
using OneVisit.Functions.Cases;
using OneVisit.Functions.FrontDoor;
using OneVisit.Functions.Oversight;
using OneVisit.Functions.Words;
using OneVisit.Storage;

namespace OneVisit.Functions.Board;

/// <summary>
/// Anybody objects to a notice while it hangs, without saying who they are. It goes to an officer who did not survey, else to the city. Sent twice it is
/// one, and the same code opens it; sent again after the end it is still the same.
/// </summary>
public sealed class TakeObjection(
    NoticeBoard board, CaseCabinet cases, MatterCabinet matters, MatterPublisher publisher, SubmissionRegister submissions, StaffDirectory staff, PersonalData personal,
    TimeProvider clock, ILogger<TakeObjection> logger)
{
    private const int ContactLongest = 50;

    [Function(nameof(TakeObjection))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Objections)] HttpRequest request, [DurableClient] DurableTaskClient process, CancellationToken cancellation)
    {
        var reading = await JsonRequest.ReadAsync<RaiseObjection>(request, cancellation);
        if (reading.Value is not { } posted)
            return reading.Problem!;
        var errors = new FieldErrors(request.Language());
        var (words, name, phone) = (PlainText.Of(posted.Words), PlainText.OrNull(posted.Name), PlainText.OrNull(posted.Phone));
        if (!SubmissionReading.IsSubmissionId(posted.SubmissionId))
            errors.Add("submissionId", "field.submission-id");
        if (words.Length is < Limits.ReasonShortest or > Limits.TextLongest)
            errors.Add("words", "field.words", Limits.ReasonShortest, Limits.TextLongest);
        if (name?.Length > ContactLongest)
            errors.Add("name", "field.contact", ContactLongest);
        if (phone?.Length > ContactLongest)
            errors.Add("phone", "field.contact", ContactLongest);
        var number = NoticeNumber.Read(posted.Notice);
        var owner = number is null ? null : await board.FindAsync(number, cancellation);
        if (owner is null)
            errors.Add("notice", "field.no-such-notice");
        if (errors.Any)
            return Problems.Invalid(request, errors.Fields);
        var contact = string.Join('\n', new[] { name, phone }.OfType<string>());
        return await TakeAsync(request, posted.SubmissionId!, number!, owner!, words, contact.Length == 0 ? null : contact, process, cancellation);
    }

    private async Task<IActionResult> TakeAsync(
        HttpRequest request, string submissionId, string notice, NoticeOwner owner, string words, string? contact, DurableTaskClient process, CancellationToken cancellation)
    {
        if (await cases.FindAsync(owner.CaseId, cancellation) is not { } file)
            return Problems.NotFound(request);
        var secrets = personal.ObjectionSecrets(submissionId);
        var wished = await matters.KnownAsync(secrets.Select(secret => MatterNumber.OfObjection(notice, secret)), cancellation);
        var hangs = file.Current.Notice?.Round == owner.Round && CaseDecisions.CanObject(file.Current, clock.GetUtcNow());
        // Asked before anything is kept: an objection that came too late leaves nothing behind. One that is there already may be sent again.
        if (!hangs && await matters.FindAsync(wished, cancellation) is null)
            return Problems.Plain(request, StatusCodes.Status409Conflict, ProblemCodes.NoticeOver);
        var content = string.Join('\n', notice, contact, words);
        var claim = await submissions.ClaimAsync(personal, "objection", submissionId, content, wished, cancellation);
        if (claim is SubmissionClaim.OtherContent)
            return Problems.Plain(request, StatusCodes.Status409Conflict, ProblemCodes.SameSubmissionOtherContent);
        var secret = MatterNumber.SecretOf(claim.CaseId, secrets);
        var opened = await OpenAsync(claim.CaseId, secret, notice, file, words, contact, cancellation);
        await publisher.PublishAsync(opened, process, cancellation);
        logger.LogInformation("{Objection} was taken", claim.CaseId);
        var due = opened.Current.Steps[0].Due;
        return Answers.Json(
            new ObjectionReceipt(claim.CaseId, MatterNumber.PickupCode(secret), due.On, due.IsProvisional), claim is SubmissionClaim.New ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    private async Task<MatterFile> OpenAsync(string number, string secret, string notice, CaseFile about, string words, string? contact, CancellationToken cancellation)
    {
        var (point, key) = (MatterDecisions.PointOf(about.Current), personal.NewKey(number));
        var subject = new MatterSubject.OfObjection(
            about.CaseId, point, notice, personal.SealObjection(key, words), personal.PickupHash(number, MatterNumber.PickupCode(secret)), contact is null ? null : personal.SealContact(key, contact));
        var officers = await staff.HoldersAsync(Role.TownshipOfficer, point, clock.Today(), cancellation);
        return await matters.OpenAsync(
            key, MatterDecisions.OpenObjection(number, subject, about.Current, officers, matters.World(about), clock.GetUtcNow()), new Actor("anonymous", "", Role.Resident, ""), cancellation);
    }

}

/// <summary>The answer to an objection, for who has its code. Without it, it does not exist.</summary>
public sealed class ShowObjection(PickedUp pickedUp, TimeProvider clock)
{
    [Function(nameof(ShowObjection))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Objection)] HttpRequest request, string objectionId, CancellationToken cancellation) =>
        await pickedUp.FindAsync(request, objectionId, cancellation) is { Current.Subject: MatterSubject.OfObjection objection } file
            ? Answers.Json(View(file.Current, objection, clock.GetUtcNow()))
            : Problems.NotFound(request);

    private static ObjectionView View(Matter current, MatterSubject.OfObjection objection, DateTimeOffset now)
    {
        var step = current.Steps[0];
        var answer = step.Done?.Act as MatterAct.Answered;
        return new ObjectionView(
            current.MatterId, objection.Notice, answer is null ? "open" : "answered", BeijingTime.DayOf(current.OpenedAt), step.Due.On, step.StateAt(now).Code(),
            answer?.Finding.Code(), answer?.Words, step.Done is { } done ? BeijingTime.DayOf(done.At) : null);
    }
}
