using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using OneVisit.Contracts;
using OneVisit.Domain.Cases;
using OneVisit.Functions.FrontDoor;
using OneVisit.Functions.Process;

namespace OneVisit.Functions.Cases;

/// <summary>The person lets somebody go on for them from now on, for this case and those that came with it. Sent twice it is one.</summary>
public sealed class NameRepresentative(RepresentationNaming naming)
{
    [Function(nameof(NameRepresentative))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Routes.Representation)] HttpRequest request,
        string caseId, [DurableClient] DurableTaskClient process, CancellationToken cancellation)
    {
        var (participant, reading) = (request.Caller().Participant, await JsonRequest.ReadAsync<Contracts.NameRepresentative>(request, cancellation));
        return reading.Value is not { } posted ? reading.Problem! : await naming.DoAsync(
            request, process, posted.Representative, (file, wish, now) => CaseDecisions.NameRepresentative(file.Current, wish with { DocumentId = LetterIn(file, posted.Letter, request.Case()) }, participant, now), cancellation);
    }

    // It is shared with those that came with the case, as far as they take it.
    private static string? LetterIn(CaseFile file, string? letter, CaseFile asked) =>
        file.CaseId == asked.CaseId || file.Current.Documents.Any(document => document.DocumentId == letter) ? letter : null;
}

/// <summary>An officer who saw on what notes that somebody acts from now on, for this case and those that came with it. Sent twice it is one.</summary>
public sealed class NoteRepresentation(RepresentationNaming naming)
{
    [Function(nameof(NoteRepresentation))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Routes.RepresentationNamed)] HttpRequest request,
        string caseId, [DurableClient] DurableTaskClient process, CancellationToken cancellation)
    {
        var (staff, reading) = (request.Staff(), await JsonRequest.ReadAsync<Contracts.NoteRepresentation>(request, cancellation));
        return reading.Value is not { } posted ? reading.Problem! : await naming.DoAsync(
            request, process, posted.Representative,
            (file, wish, now) => CaseDecisions.NoteRepresentation(file.Current, wish with { EvidenceSeen = posted.EvidenceSeen, Reason = posted.Reason }, staff.Member, now), cancellation);
    }
}

/// <summary>The person takes back what they entrusted to who acted for them, without a reason: for this case and those that came with it.</summary>
public sealed class RevokeRepresentation(ResidentActs acts)
{
    [Function(nameof(RevokeRepresentation))]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = Routes.Representation)] HttpRequest request,
        string caseId, [DurableClient] DurableTaskClient process, CancellationToken cancellation) => acts.DoAsync(
            request, caseId, process, (file, now) => CaseDecisions.RevokeRepresentation(file.Current, request.Caller().Participant, now), cancellation, forAllLinked: true);
}

/// <summary>Who was entrusted gives it up, for this case and those that came with it. From then on nothing of it opens to them, so the answer shows nothing either; asked again, the door says that it has ended.</summary>
public sealed class RenounceRepresentation(ResidentActs acts)
{
    [Function(nameof(RenounceRepresentation))]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = Routes.RepresentationActing)] HttpRequest request,
        string caseId, [DurableClient] DurableTaskClient process, CancellationToken cancellation) => acts.DoAsync(
            request, caseId, process, (file, now) => CaseDecisions.RenounceRepresentation(file.Current, request.Caller().Participant, now), cancellation, forAllLinked: true, answer: _ => new NoContentResult());
}

/// <summary>An officer notes that nobody acts for the applicant any more, for this case and those that came with it. Sent twice it has ended once.</summary>
public sealed class EndRepresentation(RepresentationDesk desk)
{
    [Function(nameof(EndRepresentation))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Routes.RepresentationEnd)] HttpRequest request,
        string caseId, [DurableClient] DurableTaskClient process, CancellationToken cancellation)
    {
        var (staff, reading) = (request.Staff(), await JsonRequest.ReadAsync<Contracts.EndRepresentation>(request, cancellation));
        return reading.Value is not { } posted ? reading.Problem! : await desk.DoAsync(
            request, process, (file, now) => CaseDecisions.EndRepresentation(file.Current, posted.PersonSeen, posted.Reason, staff.Member, now), cancellation);
    }
}

/// <summary>An officer has seen a later letter, for this case and those that came with it. Sent twice it is one.</summary>
public sealed class ProlongRepresentation(RepresentationDesk desk)
{
    [Function(nameof(ProlongRepresentation))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Routes.RepresentationUntil)] HttpRequest request,
        string caseId, [DurableClient] DurableTaskClient process, CancellationToken cancellation)
    {
        var (staff, reading) = (request.Staff(), await JsonRequest.ReadAsync<Contracts.ProlongRepresentation>(request, cancellation));
        return reading.Value is not { } posted ? reading.Problem! : await desk.DoAsync(
            request, process, (file, now) => CaseDecisions.ProlongRepresentation(file.Current, posted.Until, posted.LetterSeen, staff.Member, now), cancellation);
    }
}

/// <summary>What the offices note of who acts for an applicant: of all cases of an application alike.</summary>
public sealed class RepresentationDesk(CaseCabinet cabinet, LinkedCases linked, CaseWords words, CaseBell bell, ILogger<RepresentationDesk> logger)
{
    internal async Task<IActionResult> DoAsync(HttpRequest request, DurableTaskClient process, Func<CaseFile, DateTimeOffset, Decision> decide, CancellationToken cancellation)
    {
        var file = request.Case();
        await linked.ActBesideAsync(file, process, decide, cancellation);
        switch (await cabinet.ActAsync(file, decide, cancellation))
        {
            case Acted.Done done:
                await bell.ChangedAsync(process, file.CaseId, done.File.Current.Version, cancellation);
                logger.LogInformation("{CaseId}: who acts for the applicant was changed by {Participant}", file.CaseId, request.Caller().Participant);
                return Answers.Json(words.View(done.File, request.Caller(), request.Language()));
            case Acted.Refused refused:
                return RefusalWords.Answer(request, refused.Why, file);
            default:
                return Problems.NotFound(request);
        }
    }
}
