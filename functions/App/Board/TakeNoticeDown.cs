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
using OneVisit.Storage;

namespace OneVisit.Functions.Board;

/// <summary>Which case a public notice is of, by the number that stands on it: for the city alone.</summary>
public sealed class ShowNoticeCase(NoticeBoard board)
{
    [Function(nameof(ShowNoticeCase))]
    public async Task<IActionResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.NoticeCase)] HttpRequest request, string number, CancellationToken cancellation) =>
        NoticeNumber.Read(number) is { } read && await board.FindAsync(read, cancellation) is { } owner ? Answers.Json(new NoticeCase(read, owner.CaseId)) : Problems.NotFound(request);
}

/// <summary>The city takes a public notice down at once, with a reason. The board follows before the answer is given: whoever hears "done" may rely on it.</summary>
public sealed class TakeNoticeDown(CaseCabinet cabinet, NoticePoster poster, CaseBell bell, TimeProvider clock, ILogger<TakeNoticeDown> logger)
{
    [Function(nameof(TakeNoticeDown))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.NoticeTakeDown)] HttpRequest request, string caseId, [DurableClient] DurableTaskClient process, CancellationToken cancellation)
    {
        var by = HoldStaff.Of(request, nameof(TakeNoticeDown), clock);
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
                return RefusalWords.Answer(request, refused.Why, refused.File);
            default:
                return Problems.NotFound(request);
        }
    }
}
