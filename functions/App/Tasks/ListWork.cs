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
using OneVisit.Functions.Words;
using OneVisit.Storage;

namespace OneVisit.Functions.Tasks;

/// <summary>Everything open on the caller's desks, the soonest due first.</summary>
public sealed class ListWork(WorkQueue work, CaseCabinet cabinet, TaskWords words, TimeProvider clock)
{
    [Function(nameof(ListWork))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Work)] HttpRequest request, CancellationToken cancellation)
    {
        if (request.Caller() is not Caller.Staff staff)
            return Problems.NotYours(request);
        var views = new List<TaskView>();
        foreach (var post in staff.Member.PostsOn(clock.Today()).DistinctBy(post => (post.Role, post.Office)))
        {
            await foreach (var item in work.ListAsync(post.Office, post.Role, cancellation))
            {
                // The queue may lag behind the journal by a moment; what is done there is not work.
                if (await cabinet.FindAsync(item.CaseId, cancellation) is { } file && file.Current.Task(item.TaskId) is { IsOpen: true } task)
                    views.Add(await words.ViewAsync(file, task, staff, request.Language(), cancellation));
            }
        }
        return Answers.Json(views.OrderBy(view => view.DueOn).ThenBy(view => view.CaseId, StringComparer.Ordinal).ToArray());
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
