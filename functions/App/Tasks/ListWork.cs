using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using OneVisit.Catalogue;
using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Authority;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Functions.Cases;
using OneVisit.Functions.FrontDoor;
using OneVisit.Functions.Oversight;
using OneVisit.Functions.Words;
using OneVisit.Storage;

namespace OneVisit.Functions.Tasks;

/// <summary>
/// What is open on the caller's desks, the soonest due first, page by page: one range of one partition a desk, however much lies there. A page has at
/// least <see cref="WorkPages.Size"/> tasks unless it is the last.
/// </summary>
public sealed class ListWork(WorkQueue work, CaseCabinet cabinet, TaskWords words, MatterDesk matters, TimeProvider clock)
{
    [Function(nameof(ListWork))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Work)] HttpRequest request, CancellationToken cancellation)
    {
        var staff = request.Staff();
        if (!WorkPages.TryRead(request.Query[WorkPages.After], out var after))
            return Problems.Malformed(request);
        var views = new List<TaskView>();
        while (views.Count < WorkPages.Size && await NextAsync(staff, Place(after), cancellation) is { Count: > 0 } lines)
        {
            var cases = lines.Where(line => IsDeskOf(staff, line)).GroupBy(line => line.CaseId, line => line.TaskId).Select(some => ViewsAsync(some.Key, [.. some], staff, request.Language(), cancellation));
            views.AddRange((await Task.WhenAll(cases)).SelectMany(some => some));
            var last = lines[^1];
            after = (last.DueOn, last.CaseId, last.TaskId);
        }
        return Answers.Json(views.OrderBy(view => view.DueOn)
            .ThenBy(view => view.CaseId, StringComparer.Ordinal).ThenBy(view => view.TaskId, StringComparer.Ordinal).ToArray());
    }

    // The queue may lag behind the journal by a moment; what is done there is not work.
    private async Task<IEnumerable<TaskView>> ViewsAsync(string id, string[] tasks, Caller.Staff staff, Language language, CancellationToken cancellation)
    {
        if (MatterNumber.IsMatter(id))
            return await matters.ListAsync(id, tasks, staff, language, cancellation);
        return await cabinet.FindAsync(id, cancellation) is { } file ? await words.ViewsAsync(file, Theirs(file, tasks, staff), staff, language, cancellation) : [];
    }

    // A desk's list is the whole office's; an agent's own part of it ends with the household's mandate.
    private IEnumerable<CaseTask> Theirs(CaseFile file, IEnumerable<string> lines, Caller.Staff staff) =>
        file.Current.OpenTasks.IntersectBy(lines, task => task.TaskId).Where(task => CaseDecisions.PostFor(file.Current, task, staff.Member, clock.GetUtcNow()) is not null);

    // Of each desk the next page: whatever comes first on all of them together is among these.
    private async Task<IReadOnlyList<WorkItem>> NextAsync(Caller.Staff staff, WorkPlace? after, CancellationToken cancellation)
    {
        var lines = new List<WorkItem>();
        foreach (var post in staff.Member.PostsOn(clock.Today()).DistinctBy(post => (post.Role, post.Office)))
        {
            lines.AddRange(await work.PageAsync(post.Office, post.Role, after, WorkPages.Size, cancellation));
            if (OtherOfPoint(post.Role) is { } other)
                lines.AddRange(await work.PageAsync(post.Office, other, after, WorkPages.Size, cancellation));
        }
        return [.. lines.Distinct().OrderBy(line => line.DueOn).ThenBy(line => line.CaseId, StringComparer.Ordinal).ThenBy(line => line.TaskId, StringComparer.Ordinal).Take(WorkPages.Size)];
    }

    // What the one of a point has to decide may be the other's to take or to sign; nothing else of that desk is.
    private bool IsDeskOf(Caller.Staff staff, WorkItem line) =>
        line.Kind == StageKind.Decide.Code() || staff.Member.PostsOn(clock.Today()).Any(post => post.Is(line.Role, line.Office));

    private static Role? OtherOfPoint(Role role) => role switch
    {
        Role.ChiefRepresentative => Role.DeputyRepresentative,
        Role.DeputyRepresentative => Role.ChiefRepresentative,
        _ => null,
    };

    private static WorkPlace? Place((DateOnly DueOn, string CaseId, string TaskId)? after) => after is { } last ? new(last.DueOn, last.CaseId, last.TaskId) : null;
}

/// <summary>Who the caller is, as the directory knows them today.</summary>
public sealed class ShowMe(CityCatalogue catalogue, TimeProvider clock)
{
    [Function(nameof(ShowMe))]
    public IActionResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Me)] HttpRequest request) => request.Caller() switch
    {
        Caller.Staff staff when staff.Member.PostsOn(clock.Today()).FirstOrDefault() is { } post => Answers.Json(new Me(
            staff.Participant, staff.Member.Name, post.Role.Code(), post.Office, ActorWords.OfOffice(post.Office, catalogue.Places, request.Language())) { May = MayOf(staff.Member) }),
        Caller.Resident resident => Answers.Json(new Me(resident.Participant, "", Role.Resident.Code(), "", "")),
        _ => Problems.NotYours(request),
    };

    private IReadOnlyList<string> MayOf(StaffMember member)
    {
        var posts = Footing.Of(member, clock.Today());
        return [.. ActTable.InForce.All.Where(line => line.Kind == ActKind.Operation && line.MightAllow(posts)).Select(line => line.Act)];
    }
}
