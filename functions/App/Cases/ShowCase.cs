using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using OneVisit.Contracts;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Functions.FrontDoor;
using OneVisit.Functions.Oversight;
using OneVisit.Storage;

namespace OneVisit.Functions.Cases;

/// <summary>One case, for its owner and for the staff it passes. To anybody else it does not exist.</summary>
public sealed class ShowCase(CaseWords words, Points points, TimeProvider clock)
{
    [Function(nameof(ShowCase))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Case)] HttpRequest request, string caseId, CancellationToken cancellation)
    {
        var file = request.Case();
        var view = words.View(file, request.Caller(), request.Language());
        return Answers.Json(request.Caller() is Caller.Staff staff
            ? view with { Review = CaseWords.ReviewOf(file.Current), Relatives = CheckViews.Relatives(file.Current), ExtendTask = await ExtendTaskAsync(file, staff, cancellation) }
            : view);
    }

    // Whether somebody decides in the point's place is looked up only for who could extend.
    private async Task<string?> ExtendTaskAsync(CaseFile file, Caller.Staff staff, CancellationToken cancellation)
    {
        if (file.Procedure.ExtendedWorkingDays is null || file.Current.Extension is not null
            || file.Current.OpenTasks.FirstOrDefault() is not { } task
            || !staff.Member.PostsOn(clock.Today()).Any(post => post.Role is Role.ChiefRepresentative or Role.DeputyRepresentative or Role.BureauOfficer))
            return null;
        return CaseDecisions.MayExtend(file.Current, staff.Member, file.Procedure, clock.GetUtcNow(), await points.OfAsync(file, cancellation)) ? task.TaskId : null;
    }
}

/// <summary>The caller's own cases as far as they have proven them, newest first (我的办件).</summary>
public sealed class ListMyCases(CaseCabinet cabinet, CaseIndex index, CaseWords words, TimeProvider clock)
{
    [Function(nameof(ListMyCases))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.MyCases)] HttpRequest request, CancellationToken cancellation)
    {
        if (request.Caller() is not Caller.Resident resident)
            return Answers.Json(Array.Empty<CaseSummary>());
        var (mine, closed) = (new List<CaseFile>(), false);
        foreach (var caseId in await index.ListAsync(IndexKind.Participant, resident.Participant, cancellation))
        {
            if (await cabinet.FindAsync(caseId, cancellation) is not { } file || !resident.Holds(file.Current, clock.Today()))
                continue;
            if (resident.Proven.Opens(file.Current))
                mine.Add(file);
            else
                closed = true;
        }
        // Of several people at one telephone each sees their own.
        if (mine.Count == 0 && closed)
            return Problems.ProofNeeded(request);
        return Answers.Json(mine.OrderByDescending(file => file.Current.SubmittedAt).Select(words.Summary).ToArray());
    }
}
