using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using OneVisit.Contracts;
using OneVisit.Domain.Cases;
using OneVisit.Functions.FrontDoor;
using OneVisit.Functions.Process;

namespace OneVisit.Functions.Cases;

/// <summary>The resident authorises the village's agents for this case.</summary>
public sealed class GrantMandate(ResidentActs acts)
{
    [Function(nameof(GrantMandate))]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", "post", Route = Routes.Mandate)] HttpRequest request,
        string caseId, [DurableClient] DurableTaskClient process, CancellationToken cancellation) => acts.DoAsync(
            request, caseId, process, (file, now) => CaseDecisions.GrantMandate(file.Current, request.Caller().Participant, now), cancellation, forAllLinked: true);
}

/// <summary>The resident takes the mandate back, without a reason.</summary>
public sealed class RevokeMandate(ResidentActs acts)
{
    [Function(nameof(RevokeMandate))]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = Routes.Mandate)] HttpRequest request,
        string caseId, [DurableClient] DurableTaskClient process, CancellationToken cancellation) => acts.DoAsync(
            request, caseId, process, (file, now) => CaseDecisions.RevokeMandate(file.Current, request.Caller().Participant, now), cancellation, forAllLinked: true);
}

/// <summary>The resident rates the service, once (好差评).</summary>
public sealed class RateService(ResidentActs acts)
{
    [Function(nameof(RateService))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", "post", Route = Routes.Rating)] HttpRequest request,
        string caseId, [DurableClient] DurableTaskClient process, CancellationToken cancellation)
    {
        var reading = await JsonRequest.ReadAsync<RateCase>(request, cancellation);
        return reading.Value is { } rating
            ? await acts.DoAsync(
                request, caseId, process,
                (file, now) => CaseDecisions.Rate(file.Current, request.Caller().Participant, rating.Stars, rating.Comment, now), cancellation)
            : reading.Problem!;
    }
}

/// <summary>What residents may do with their own cases: decide, journal, tell the process, show the case.</summary>
public sealed class ResidentActs(CaseCabinet cabinet, LinkedCases linked, CaseWords words, CaseBell bell)
{
    /// <param name="forAllLinked">What is wished for one case of an application is wished for all of it.</param>
    internal async Task<IActionResult> DoAsync(
        HttpRequest request, string caseId, DurableTaskClient process, Func<CaseFile, DateTimeOffset, Decision> decide, CancellationToken cancellation,
        bool forAllLinked = false)
    {
        // The others first: should it break off, the wish is still open here and is made again.
        if (forAllLinked)
            await DoBesideAsync(request.Caller().Participant, caseId, process, decide, cancellation);
        switch (await cabinet.ActAsync(caseId, decide, cancellation))
        {
            case Acted.Done done:
                await bell.ChangedAsync(process, caseId, done.File.Current.Version, cancellation);
                return Answers.Json(words.View(done.File, request.Language()));
            case Acted.Refused { Why.Reason: not RefusalReason.NotYours } refused:
                return RefusalWords.Answer(request, refused.Why, refused.File.Service);
            default:
                // Another's case does not exist for this caller.
                return Problems.NotFound(request);
        }
    }

    private async Task DoBesideAsync(
        string participant, string caseId, DurableTaskClient process, Func<CaseFile, DateTimeOffset, Decision> decide, CancellationToken cancellation)
    {
        if (await cabinet.FindAsync(caseId, cancellation) is not { } file || file.Current.Participant != participant)
            return;
        foreach (var other in await linked.BesideAsync(file.Current, cancellation))
        {
            // One that is decided, or where it is so already, has nothing to change.
            if (await cabinet.ActAsync(other.CaseId, decide, cancellation) is Acted.Done done)
                await bell.ChangedAsync(process, other.CaseId, done.File.Current.Version, cancellation);
        }
    }
}
