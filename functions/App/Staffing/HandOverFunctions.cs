using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using OneVisit.Contracts;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Functions.FrontDoor;
using OneVisit.Storage;

namespace OneVisit.Functions.Staffing;

/// <summary>The head or chief representative of a township, or the city, hands all open work of somebody to another, in one act.</summary>
public sealed class StartHandOver(HandOverDesk desk, HandOverBook book, StaffDirectory directory, TimeProvider clock)
{
    [Function(nameof(StartHandOver))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.HandOver)] HttpRequest request, string staffId, [DurableClient] DurableTaskClient process, CancellationToken cancellation)
    {
        var staff = request.Staff();
        var reading = await JsonRequest.ReadAsync<HandOverWork>(request, cancellation);
        if (reading.Value is not { } posted)
            return reading.Problem!;
        if (await directory.FindAsync(staffId, cancellation) is not { } leaving)
            return Problems.NotFound(request);
        var today = clock.Today();
        if (Superiors.PostOver(leaving, staff.Member, today) is not { } post)
            return StaffProblems.SuperiorsOnly(request);
        var (to, reason) = (posted.To is { Length: > 0 } id ? await directory.FindAsync(id, cancellation) : null, PlainText.Of(posted.Reason));
        var errors = new FieldErrors(request.Language());
        if (reason.Length is < Limits.ReasonShortest or > Limits.ReasonLongest)
            errors.Add("reason", "field.words", Limits.ReasonShortest, Limits.ReasonLongest);
        if (posted.To is { Length: > 0 } && (to is null || to.Id == leaving.Id || !to.PostsOn(today).Any()))
            errors.Add("to", "field.hand-over-to");
        else if (to is not null && to.IsAwayOn(today))
            errors.Add("to", "field.hand-over-away", to.Name);
        if (errors.Any)
            return Problems.Invalid(request, errors.Fields);
        var record = await desk.RunAsync(
            new($"{leaving.Id}-{today:yyyyMMdd}-{to?.Id ?? "any"}", leaving.Id, leaving.Name, reason, staff.Member.In(post), clock.GetUtcNow(), to?.Id, to?.Name), process, cancellation);
        return Answers.Json(
            StaffWords.View(record, await book.LinesAsync(record.Id, cancellation), request.Language()), record.FinishedAt is null ? StatusCodes.Status202Accepted : StatusCodes.Status200OK);
    }
}

/// <summary>The hand-overs of somebody's work, the latest first, with what is left.</summary>
public sealed class ListHandOvers(HandOverBook book, StaffDirectory directory, TimeProvider clock)
{
    [Function(nameof(ListHandOvers))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.HandOver)] HttpRequest request, string staffId, CancellationToken cancellation)
    {
        var staff = request.Staff();
        if (await directory.FindAsync(staffId, cancellation) is not { } member)
            return Problems.NotFound(request);
        if (Superiors.PostOver(member, staff.Member, clock.Today()) is null)
            return StaffProblems.SuperiorsOnly(request);
        var views = new List<HandOverView>();
        foreach (var record in (await book.ListAsync(staffId, cancellation)).OrderByDescending(record => record.StartedAt))
            views.Add(StaffWords.View(record, await book.LinesAsync(record.Id, cancellation), request.Language()));
        return Answers.Json(views);
    }
}

/// <summary>Every minute: goes on with hand-overs that broke off.</summary>
public sealed class TendHandOvers(HandOverDesk desk, HandOverBook book, ILogger<TendHandOvers> logger)
{
    [Function(nameof(TendHandOvers))]
    public async Task Run([TimerTrigger("40 * * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient process, CancellationToken cancellation)
    {
        foreach (var record in (await book.ListAsync(cancellation: cancellation)).Where(record => record.FinishedAt is null))
        {
            try
            {
                await desk.RunAsync(record, process, cancellation);
            }
            catch (Exception trouble) when (!cancellation.IsCancellationRequested)
            {
                logger.LogError(trouble, "The hand-over {Id} could not go on", record.Id);
            }
        }
    }
}
