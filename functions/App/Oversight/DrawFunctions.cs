using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using OneVisit.Contracts;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Domain.Supervision;
using OneVisit.Functions.FrontDoor;

namespace OneVisit.Functions.Oversight;

/// <summary>Every night at ten past one in Beijing (17:10 UTC): the month before is drawn, unless it was. A night that was missed is made up for by the next.</summary>
public sealed class DrawLastMonth(Draws draws, TimeProvider clock, ILogger<DrawLastMonth> logger)
{
    [Function(nameof(DrawLastMonth))]
    public async Task Run([TimerTrigger("0 10 17 * * *")] TimerInfo timer, [DurableClient] DurableTaskClient process, CancellationToken cancellation)
    {
        var today = clock.Today();
        var month = Months.FirstOf(today).AddMonths(-1);
        var draw = await draws.MakeAsync(MatterNumber.OfDraw(month), month, month.AddMonths(1).AddDays(-1), Actor.System, process, cancellation);
        logger.LogInformation("{Draw}: {Drawn} of {Candidates} cases are reviewed", draw.DrawId, draw.Sample.Drawn.Length, draw.Sample.Candidates.Length);
    }
}

/// <summary>The city's reviewer draws: a month that is over, or this month so far.</summary>
public sealed class DrawNow(Draws draws, TimeProvider clock)
{
    [Function(nameof(DrawNow))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Draws)] HttpRequest request, [DurableClient] DurableTaskClient process, CancellationToken cancellation)
    {
        var reading = await JsonRequest.ReadAsync<DrawCases>(request, cancellation);
        if (reading.Value is not { } wish)
            return reading.Problem!;
        var today = clock.Today();
        var (month, reviewer) = (Months.FirstOf(today), Reviewer(request.Staff().Member, today));
        if (wish.Month is null)
            return Answers.Json(DrawWords.View(await draws.MakeAsync(MatterNumber.OfDrawOn(today), month, today, reviewer, process, cancellation)));
        if (Months.Parse(wish.Month) is not { } over || over >= month)
        {
            var errors = new FieldErrors(request.Language());
            errors.Add("month", "field.month");
            return Problems.Invalid(request, errors.Fields);
        }
        return Answers.Json(DrawWords.View(await draws.MakeAsync(MatterNumber.OfDraw(over), over, over.AddMonths(1).AddDays(-1), reviewer, process, cancellation)));
    }

    private static Actor Reviewer(StaffMember member, DateOnly today) => member.In(member.PostsOn(today).First(post => post.Role == Role.CityReviewer));
}

/// <summary>A draw with its seed, its rule and its candidates: whoever reads it can draw again.</summary>
public sealed class ShowDraw(Draws draws)
{
    [Function(nameof(ShowDraw))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Draw)] HttpRequest request, string drawId, CancellationToken cancellation) =>
        await draws.FindAsync(drawId, cancellation) is { } draw ? Answers.Json(DrawWords.View(draw)) : Problems.NotFound(request);
}

internal static class DrawWords
{
    public static DrawView View(Draw draw)
    {
        var sample = draw.Sample;
        return new DrawView(
            draw.DrawId, sample.Month, sample.Through, draw.At, sample.RuleVersion, sample.Seed, sample.FirstOfRepresentative, sample.Extremes,
            [.. sample.Candidates.Select(known => new CandidateView(
                known.CaseId, known.Service, known.Point, known.BasePercent, known.DaysUsed, known.DaysCommitted, known.Decider, known.NumberOfDecider, known.Relatives, known.Complained))],
            [.. sample.Drawn.Select(drawn => new DrawnView(
                drawn.CaseId, drawn.Point, [.. drawn.Reasons.Select(reason => reason.Code())], MatterNumber.OfReview(drawn.CaseId, sample.Month)))],
            sample.RuleVersion == Sampling.RuleVersion ? Same(sample) : null);
    }

    private static bool Same(SampleDrawn sample)
    {
        var again = Sampling.Draw(sample.Candidates, sample.Seed, sample.FirstOfRepresentative, sample.Extremes);
        return again.Length == sample.Drawn.Length && again.Zip(sample.Drawn).All(pair => pair.First.CaseId == pair.Second.CaseId && pair.First.Reasons.SequenceEqual(pair.Second.Reasons));
    }
}
