using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using OneVisit.Catalogue;
using OneVisit.Contracts;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Functions.Cases;
using OneVisit.Functions.FrontDoor;
using OneVisit.Functions.Oversight;
using OneVisit.Functions.Words;
using OneVisit.Storage;

namespace OneVisit.Functions.Tasks;

/// <summary>Everything open on the caller's desks, the soonest due first.</summary>
public sealed class ListWork(WorkQueue work, CaseCabinet cabinet, TaskWords words, MatterDesk matters, TimeProvider clock)
{
    [Function(nameof(ListWork))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Work)] HttpRequest request, CancellationToken cancellation)
    {
        if (request.Caller() is not Caller.Staff staff)
            return Problems.NotYours(request);
        var views = new List<TaskView>();
        foreach (var lines in (await LinesAsync(staff, cancellation)).GroupBy(line => line.CaseId, line => line.TaskId))
        {
            // The queue may lag behind the journal by a moment; what is done there is not work.
            if (MatterNumber.IsMatter(lines.Key))
                views.AddRange(await matters.ListAsync(lines.Key, lines, staff, request.Language(), cancellation));
            else if (await cabinet.FindAsync(lines.Key, cancellation) is { } file)
                views.AddRange(await words.ViewsAsync(file, Theirs(file, lines, staff), staff, request.Language(), cancellation));
        }
        return Answers.Json(views.OrderBy(view => view.DueOn)
            .ThenBy(view => view.CaseId, StringComparer.Ordinal).ThenBy(view => view.TaskId, StringComparer.Ordinal).ToArray());
    }

    // A desk's list is the whole office's; an agent's own part of it ends with the household's mandate.
    private IEnumerable<CaseTask> Theirs(CaseFile file, IEnumerable<string> lines, Caller.Staff staff) =>
        file.Current.OpenTasks.IntersectBy(lines, task => task.TaskId).Where(task => CaseDecisions.PostFor(file.Current, task, staff.Member, clock.GetUtcNow()) is not null);

    private async Task<IReadOnlyList<WorkItem>> LinesAsync(Caller.Staff staff, CancellationToken cancellation)
    {
        var lines = new List<WorkItem>();
        foreach (var post in staff.Member.PostsOn(clock.Today()).DistinctBy(post => (post.Role, post.Office)))
        {
            await foreach (var line in work.ListAsync(post.Office, post.Role, cancellation))
                lines.Add(line);
        }
        return lines;
    }
}

/// <summary>Who the caller is, as the directory knows them today.</summary>
public sealed class ShowMe(CityCatalogue catalogue, TimeProvider clock)
{
    [Function(nameof(ShowMe))]
    public IActionResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Me)] HttpRequest request) => request.Caller() switch
    {
        Caller.Staff staff when staff.Member.PostsOn(clock.Today()).FirstOrDefault() is { } post => Answers.Json(new Me(
            staff.Participant, staff.Member.Name, post.Role.Code(), post.Office, ActorWords.OfOffice(post.Office, catalogue.Places, request.Language()))),
        Caller.Resident resident => Answers.Json(new Me(resident.Participant, "", Role.Resident.Code(), "", "")),
        _ => Problems.NotYours(request),
    };
}
