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

/// <summary>The person takes back what they entrusted to who acted for them, without a reason: for this case and those that came with it.</summary>
public sealed class RevokeRepresentation(ResidentActs acts)
{
    [Function(nameof(RevokeRepresentation))]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = Routes.Representation)] HttpRequest request,
        string caseId, [DurableClient] DurableTaskClient process, CancellationToken cancellation) => acts.DoAsync(
            request, caseId, process, (file, now) => CaseDecisions.RevokeRepresentation(file.Current, request.Caller().Participant, now), cancellation, forAllLinked: true);
}

/// <summary>An officer notes that nobody acts for the applicant any more, for this case and those that came with it. Sent twice it has ended once.</summary>
public sealed class EndRepresentation(CaseCabinet cabinet, LinkedCases linked, CaseWords words, CaseBell bell, ILogger<EndRepresentation> logger)
{
    [Function(nameof(EndRepresentation))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Routes.RepresentationEnd)] HttpRequest request,
        string caseId, [DurableClient] DurableTaskClient process, CancellationToken cancellation)
    {
        var (staff, file) = (request.Staff(), request.Case());
        var reading = await JsonRequest.ReadAsync<Contracts.EndRepresentation>(request, cancellation);
        if (reading.Value is not { } posted)
            return reading.Problem!;
        await linked.ActBesideAsync(file, process, Ended, cancellation);
        switch (await cabinet.ActAsync(file, Ended, cancellation))
        {
            case Acted.Done done:
                await bell.ChangedAsync(process, caseId, done.File.Current.Version, cancellation);
                logger.LogInformation("{CaseId}: acting for the applicant was ended by {Participant}", caseId, staff.Participant);
                return Answers.Json(words.View(done.File, request.Caller(), request.Language()));
            case Acted.Refused refused:
                return RefusalWords.Answer(request, refused.Why, file);
            default:
                return Problems.NotFound(request);
        }

        Decision Ended(CaseFile found, DateTimeOffset now) => CaseDecisions.EndRepresentation(found.Current, posted.PersonSeen, posted.Reason, staff.Member, now);
    }
}
