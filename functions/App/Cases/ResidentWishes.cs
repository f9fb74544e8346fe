using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using OneVisit.Catalogue;
using OneVisit.Contracts;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Functions.FrontDoor;
using OneVisit.Functions.Mandates;
using OneVisit.Functions.Oversight;
using OneVisit.Functions.Process;

namespace OneVisit.Functions.Cases;

/// <summary>The resident authorises an agent for this case and those that came with it; without a body, the village's own for the usual errands.</summary>
public sealed class GrantMandate(ResidentActs acts, MandateDesk mandates)
{
    [Function(nameof(GrantMandate))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", "post", Route = Routes.Mandate)] HttpRequest request,
        string caseId, [DurableClient] DurableTaskClient process, CancellationToken cancellation)
    {
        var wish = MandateWish.Usual;
        if (request.HasJsonContentType())
        {
            var reading = await JsonRequest.ReadAsync<MandateOffer>(request, cancellation);
            if (reading.Value is not { } offer)
                return reading.Problem!;
            var (read, problem) = await mandates.OfAsync(request, offer, request.Case().Current, cancellation);
            if (read is null)
                return problem!;
            wish = read;
        }
        return await acts.DoAsync(
            request, caseId, process, (file, now) => CaseDecisions.GrantMandate(file.Current, request.Caller().Participant, now, wish), cancellation, forAllLinked: true);
    }
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
public sealed class RateService(ResidentActs acts, Remedies remedies, CityCatalogue catalogue, TimeProvider clock)
{
    [Function(nameof(RateService))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", "post", Route = Routes.Rating)] HttpRequest request,
        string caseId, [DurableClient] DurableTaskClient process, CancellationToken cancellation)
    {
        var reading = await JsonRequest.ReadAsync<RateCase>(request, cancellation);
        if (reading.Value is not { } rating)
            return reading.Problem!;
        var form = new RatingForm(rating.Stars, rating.Comment, rating.Tags);
        var limits = catalogue.SupervisionOn(clock.Today());
        return await acts.DoAsync(
            request, caseId, process, (file, now) => CaseDecisions.Rate(file.Current, request.Caller().Participant, form, catalogue.Grades, limits, catalogue.Calendar, now), cancellation,
            // Before the answer: whoever hears "taken" may rely on being called.
            andThen: file => remedies.FollowAsync(file, process, cancellation));
    }
}

/// <summary>What residents may do with their own cases: decide, journal, tell the process, show the case.</summary>
public sealed class ResidentActs(CaseCabinet cabinet, LinkedCases linked, CaseWords words, CaseBell bell)
{
    /// <param name="forAllLinked">What is wished for one case of an application is wished for all of it.</param>
    /// <param name="answer"><c>null</c>: the case as it stands then.</param>
    internal async Task<IActionResult> DoAsync(
        HttpRequest request, string caseId, DurableTaskClient process, Func<CaseFile, DateTimeOffset, Decision> decide, CancellationToken cancellation,
        bool forAllLinked = false, Func<CaseFile, Task>? andThen = null, Func<CaseFile, IActionResult>? answer = null)
    {
        if (forAllLinked && request.Case().OutOfTime is null)
            await linked.ActBesideAsync(request.Case(), process, decide, cancellation);
        switch (await cabinet.ActAsync(request.Case(), decide, cancellation))
        {
            case Acted.Done done:
                if (andThen is not null)
                    await andThen(done.File);
                await bell.ChangedAsync(process, caseId, done.File.Current.Version, cancellation);
                return answer?.Invoke(done.File) ?? Answers.Json(words.View(done.File, request.Caller(), request.Language()));
            case Acted.Refused { Why.Reason: not RefusalReason.NotYours } refused:
                return RefusalWords.Answer(request, refused.Why, refused.File);
            default:
                // Another's case does not exist for this caller.
                return Problems.NotFound(request);
        }
    }
}
