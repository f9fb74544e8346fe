using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Functions.Cases;
using OneVisit.Functions.FrontDoor;
using OneVisit.Functions.Oversight;
using OneVisit.Functions.Process;
using OneVisit.Functions.Retention;
using OneVisit.Contracts;

namespace OneVisit.Functions.Board;

/// <summary>The city takes a public notice down at once, with a reason. The board follows before the answer is given: whoever hears "done" may rely on it.</summary>
public sealed class TakeNoticeDown(CaseCabinet cabinet, NoticePoster poster, CaseBell bell, TimeProvider clock, ILogger<TakeNoticeDown> logger)
{
    [Function(nameof(TakeNoticeDown))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.NoticeTakeDown)] HttpRequest request, string caseId, [DurableClient] DurableTaskClient process, CancellationToken cancellation)
    {
        if (HoldStaff.Of(request, clock, Role.CityReviewer, Role.BureauOfficer) is not { } by)
            return OversightProblems.CityOnly(request);
        var reading = await JsonRequest.ReadAsync<Contracts.TakeNoticeDown>(request, cancellation);
        if (reading.Value is not { } wish)
            return reading.Problem!;
        switch (await cabinet.ActAsync(request.Case(), (file, _) => CaseDecisions.TakeNoticeDown(file.Current, wish.Cause, wish.Reason, by, file.Procedure), cancellation))
        {
            case Acted.Done done:
                await poster.FollowAsync(done.File, 0, cancellation);
                await bell.ChangedAsync(process, caseId, done.File.Current.Version, cancellation);
                logger.LogWarning("The notice of {CaseId} was taken down by {Participant}: {Cause}", caseId, by.Participant, wish.Cause);
                return new NoContentResult();
            case Acted.Refused refused:
                return RefusalWords.Answer(request, refused.Why, refused.File.Service);
            default:
                return Problems.NotFound(request);
        }
    }
}
