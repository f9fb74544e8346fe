using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Functions.Cases;
using OneVisit.Functions.FrontDoor;
using OneVisit.Functions.Words;
using OneVisit.Storage;

namespace OneVisit.Functions.Mandates;

/// <summary>The households that the calling agent acts for today, the soonest due first. A mandate that ended leaves the list at once.</summary>
public sealed class ListClients(CaseIndex index, CaseCabinet cabinet, PersonalData personal, TimeProvider clock)
{
    [Function(nameof(ListClients))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Clients)] HttpRequest request, CancellationToken cancellation)
    {
        var today = BeijingTime.DayOf(clock.GetUtcNow());
        var staff = request.Staff();
        var clients = new List<ClientView>();
        foreach (var caseId in await CasesAsync(staff, today, cancellation))
        {
            // The index only says where to look; the journal says whose agent they are.
            if (await cabinet.FindAsync(caseId, cancellation) is { } file && View(file, staff, today, request.Language()) is { } client)
                clients.Add(client);
        }
        return Answers.Json(clients.OrderBy(client => client.Status == "closed").ThenBy(client => client.DueOn).ThenBy(client => client.CaseId, StringComparer.Ordinal).ToArray());
    }

    private async Task<IReadOnlyCollection<string>> CasesAsync(Caller.Staff staff, DateOnly today, CancellationToken cancellation)
    {
        var cases = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var post in staff.Member.PostsOn(today).Where(post => post.Role.IsAgent()))
            cases.UnionWith(await index.ListAsync(IndexKind.Agents, post.Office, cancellation));
        return cases;
    }

    private ClientView? View(CaseFile file, Caller.Staff staff, DateOnly today, Language language)
    {
        var (current, now) = (file.Current, clock.GetUtcNow());
        var waits = current.Mandate is { AwaitsSignature: true, Signature: null, RevokedAt: null } && current.AppliedBy == staff.Participant;
        if (!current.IsCarriedBy(staff.Member, today) && !waits)
            return null;
        var actor = current.IsRepresentedOn(today) ? current.Representation.Who : null;
        var task = current.OpenTasks.FirstOrDefault(task => CaseDecisions.PostFor(current, task, staff.Member, now) is { Role: var role } && role.IsAgent());
        return new(
            current.CaseId, file.Service.Name.In(language), task is null ? current.Applicant.NameMasked : personal.NameOf(current).In(language),
            task is null ? null : (actor is null ? personal.PhoneOf(current) : personal.PhoneOf(current, actor))?.In(language), CaseWords.PlaceName(file, language), current.Status.Code(),
            [.. current.CurrentStages.Select(kind => kind.Code())], task?.TaskId, task?.Due.On ?? current.Promise?.Due.On ?? BeijingTime.DayOf(current.SubmittedAt),
            (task?.StateAt(now) ?? current.StateAt(now)).Code(), current.Mandate!.Acts, current.Mandate.ExpiresOn,
            waits ? [] : [.. current.NotThere(today).Select(listed => new ClientPaper(listed.Code, CaseWords.PaperName(file, listed.Code, language)))],
            waits)
        {
            Contact = task is null || actor is null ? null : new(personal.NameOf(current, actor).In(language), Sentences.Of(language, "relation." + actor.Relation.Code())),
        };
    }
}
