using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using OneVisit.Contracts;
using OneVisit.Functions.FrontDoor;
using OneVisit.Storage;

namespace OneVisit.Functions.Cases;

/// <summary>One case, for its owner and for the staff it passes. To anybody else it does not exist.</summary>
public sealed class ShowCase(CaseCabinet cabinet, CaseWords words, TimeProvider clock)
{
    [Function(nameof(ShowCase))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Case)] HttpRequest request, string caseId, CancellationToken cancellation)
    {
        var file = await cabinet.FindAsync(caseId, cancellation);
        return file is not null && request.Caller().MaySee(file.Current, clock.GetUtcNow())
            ? Answers.Json(words.View(file, request.Language()) with
            {
                Review = request.Caller() is Caller.Staff ? CaseWords.ReviewOf(file.Current) : null,
                Relatives = request.Caller() is Caller.Staff ? CheckViews.Relatives(file.Current) : null,
            })
            : Problems.NotFound(request);
    }
}

/// <summary>The caller's own cases, newest first (我的办件).</summary>
public sealed class ListMyCases(CaseCabinet cabinet, CaseIndex index, CaseWords words)
{
    [Function(nameof(ListMyCases))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.MyCases)] HttpRequest request, CancellationToken cancellation)
    {
        var mine = new List<CaseFile>();
        foreach (var caseId in await index.ListAsync(IndexKind.Participant, request.Caller().Participant, cancellation))
        {
            if (await cabinet.FindAsync(caseId, cancellation) is { } file && file.Current.Participant == request.Caller().Participant)
                mine.Add(file);
        }
        return Answers.Json(mine.OrderByDescending(file => file.Current.SubmittedAt).Select(words.Summary).ToArray());
    }
}
