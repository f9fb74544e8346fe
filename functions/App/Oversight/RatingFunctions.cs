using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using OneVisit.Catalogue;
using OneVisit.Contracts;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Domain.Supervision;
using OneVisit.Functions.Cases;
using OneVisit.Functions.FrontDoor;
using OneVisit.Functions.Process;

namespace OneVisit.Functions.Oversight;

/// <summary>The five grades of the rating and what may be ticked beside each.</summary>
public sealed class ListRatingGrades(CityCatalogue catalogue)
{
    [Function(nameof(ListRatingGrades))]
    public IActionResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.RatingGrades)] HttpRequest request) => Answers.Json(
        catalogue.Grades.All.Select(grade => new RatingGradeView(
            grade.Stars, grade.Name.In(request.Language()), [.. grade.Tags.Select(tag => new RatingTagView(tag.Id, tag.Name.In(request.Language())))])).ToArray());
}

/// <summary>The city's reviewer leaves a mistaken or malicious rating out of the rates and ends what was opened about it. Who rated loses nothing by it.</summary>
public sealed class ExcludeFromRates(CaseCabinet cabinet, MatterCabinet matters, MatterPublisher publisher, CaseBell bell, CaseWords words, CityCatalogue catalogue)
{
    [Function(nameof(ExcludeFromRates))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", "post", Route = Routes.RatingExclusion)] HttpRequest request,
        string caseId, [DurableClient] DurableTaskClient process, CancellationToken cancellation)
    {
        var (staff, file) = (request.Staff(), request.Case());
        var reading = await JsonRequest.ReadAsync<ExcludeRating>(request, cancellation);
        if (reading.Value is not { } wish)
            return reading.Problem!;
        if (await matters.FindAsync(MatterNumber.OfRemedy(caseId), cancellation) is { Current.IsClosed: false } remedy)
            return await EndAsync(request, remedy, wish.Reason, staff.Member, process, cancellation);
        switch (await cabinet.ActAsync(file, (found, now) => CaseDecisions.ExcludeRating(found.Current, wish.Reason, staff.Member, now), cancellation))
        {
            case Acted.Done done:
                await bell.ChangedAsync(process, caseId, done.File.Current.Version, cancellation);
                return Answers.Json(words.View(done.File, request.Caller(), request.Language()));
            case Acted.Refused refused:
                return RefusalWords.Answer(request, refused.Why, file);
            default:
                return Problems.NotFound(request);
        }
    }

    private async Task<IActionResult> EndAsync(
        HttpRequest request, MatterFile remedy, string? reason, StaffMember reviewer, DurableTaskClient process, CancellationToken cancellation)
    {
        var acted = await matters.ActAsync(remedy.Current.MatterId, (found, _, now) => MatterDecisions.Exclude(found.Current, reason, reviewer, now), cancellation);
        if (acted is MatterActed.Refused refused)
            return OversightProblems.Of(request, refused.Why, catalogue);
        await publisher.PublishAsync(((MatterActed.Done)acted).File, process, cancellation);
        return Answers.Json(words.View((await cabinet.FindAsync(remedy.Current.Subject.AboutCase!, cancellation))!, request.Caller(), request.Language()));
    }
}
