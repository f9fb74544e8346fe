using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using OneVisit.Catalogue;
using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Domain.Supervision;
using OneVisit.Functions.Board;
using OneVisit.Functions.Cases;
using OneVisit.Functions.Filing;
using OneVisit.Functions.FrontDoor;
using OneVisit.Functions.Mandates;
using OneVisit.Functions.Oversight;
using OneVisit.Functions.Process;
using OneVisit.Storage;

namespace OneVisit.Functions.Tasks;

/// <summary>Somebody did a task. The domain decides whether they may, whatever is posted; the journal has it before the process hears of it.</summary>
public sealed class CompleteTask(CaseCabinet cabinet, CityCatalogue catalogue, TaskWords words, CaseBell bell, MatterDesk matters, Points points, AgentDirectory agents,
    StaffDirectory directory, Kinship kinship, RegisterDesk register, CaseCourse course, MemberReading members, NoticePoster notices, ILogger<CompleteTask> logger)
{
    [Function(nameof(CompleteTask))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.TaskOutcome)] HttpRequest request,
        string caseId, string taskId, [DurableClient] DurableTaskClient process, CancellationToken cancellation)
    {
        var staff = request.Staff();
        var reading = await JsonRequest.ReadAsync<TaskOutcome>(request, cancellation);
        if (reading.Value is not { } outcome)
            return reading.Problem!;
        if (MatterNumber.IsMatter(caseId))
            return await matters.CompleteAsync(request, caseId, taskId, outcome, staff, process, cancellation);
        var reason = catalogue.LegalReasons.FirstOrDefault(known => known.Id == outcome.LegalReason);
        if (outcome.LegalReason is { Length: > 0 } && reason is null)
            return UnknownReason(request);
        if (await cabinet.FindAsync(caseId, cancellation) is not { } about)
            return Problems.NotFound(request);
        var (member, unread) = outcome.Action == ActNames.NameMember ? await members.ReadAsync(outcome, about, request.Language(), cancellation) : default;
        if (unread is not null)
            return Problems.Invalid(request, unread.Fields);
        var form = FormOf(outcome, reason) with
        {
            Member = member,
            Second = outcome.Second is { Length: > 0 and <= 100 } second ? await directory.FindAsync(second, cancellation) : null,
            Relative = outcome.Action == ActNames.DeclareRelative ? await RelativeAsync(outcome, staff, about, cancellation) : null,
        };
        var acted = await cabinet.ActAsync(
            about, async (file, now) =>
            {
                var (authority, candidates) = (await AuthorityAsync(file, taskId, form, cancellation), await AgentsAsync(file, form, cancellation));
                var rules = file.Catalogue.CaseRulesOn(BeijingTime.DayOf(now)) with { Trainings = catalogue.Trainings };
                var decision = notices.Numbered(file.Current, CaseDecisions.CompleteTask(file.Current, taskId, form, staff.Member, file.Procedure, catalogue.Calendar, now, authority, candidates, rules));
                // A number is taken only for who may file; whoever tries again gets the same.
                return decision is Decision.Accepted && form is { Action: ActNames.Filed, RegisterNumber: null or "" }
                    ? CaseDecisions.CompleteTask(
                        file.Current, taskId, form with { RegisterNumber = await register.NumberForAsync(file, cancellation) }, staff.Member, file.Procedure, catalogue.Calendar, now, authority, candidates, rules)
                    : decision;
            },
            cancellation, course.AtOnce);
        switch (acted)
        {
            case Acted.Done done:
                // Asking for papers, noting a visit and whatever is about the clock leave the task open.
                if (done.File.Current.Task(taskId) is { Done: { } completion })
                {
                    logger.LogInformation("{TaskId}: {Action} by {Participant}", taskId, completion.Act.Name, staff.Participant);
                    await bell.TaskDoneAsync(process, caseId, taskId, done.File.Current.Version, cancellation);
                }
                else
                {
                    await bell.ChangedAsync(process, caseId, done.File.Current.Version, cancellation);
                }
                if (form.Action is ActNames.OutsideArea or ActNames.Cannot)
                    return Answers.Json(HandedOn(done.File, taskId, request.Language()));
                return Answers.Json(await AfterAsync(done.File, done.File.Current.Task(taskId)!, staff, request.Language(), cancellation));
            case Acted.Refused refused:
                logger.LogInformation("An act was refused: {Reason}", refused.Why.Reason);
                // Who may decide has changed since it came here: the process takes it to who may.
                if (!refused.Why.Noted.IsEmpty || refused.Why.Reason == RefusalReason.TrainingRequired)
                    await bell.ChangedAsync(process, caseId, refused.File.Current.Version, cancellation);
                var why = refused.Why.Could is { } post && refused.Why.Others.IsEmpty
                    ? refused.Why with { Others = [.. (await kinship.OthersAsync(refused.File.Current, post, cancellation)).Where(name => name != staff.Member.Name)] }
                    : refused.Why;
                return RefusalWords.Answer(request, why, refused.File);
            default:
                return Problems.NotFound(request);
        }
    }

    // Whoever has just said to be kin, or says it again, has no business with the card any more.
    private async Task<TaskView> AfterAsync(CaseFile file, CaseTask task, Caller.Staff staff, Language language, CancellationToken cancellation) =>
        !task.IsErrand && file.Current.IsRelated(staff.Participant)
            ? TaskWords.Recused(file, task, staff.Member, await kinship.OthersAsync(file.Current, new Post(task.Role, task.Office, default), cancellation), catalogue.Places, language)
            : await words.ViewAsync(file, task, staff, language, cancellation);

    // Only what the decider does needs the point's authority; all other tasks save the look.
    private async Task<PointAuthority?> AuthorityAsync(CaseFile file, string taskId, OutcomeForm form, CancellationToken cancellation) =>
        form.Action == ActNames.ExtendTime || file.Current.Task(taskId) is { Kind: StageKind.Decide, IsOpen: true } ? await points.OfAsync(file, cancellation) : null;

    private async Task<AgentsToAsk?> AgentsAsync(CaseFile file, OutcomeForm form, CancellationToken cancellation) =>
        form.Action is ActNames.OutsideArea or ActNames.Cannot ? await agents.WhoCouldComeAsync(file.Current.Applicant.VillageCode, form.Village, cancellation) : null;

    private static TaskView HandedOn(CaseFile file, string taskId, Language language)
    {
        var said = file.Entries.Last(entry => entry.Event is ErrandDeclined declined && declined.TaskId == taskId);
        return TaskWords.HandedOn(file, file.Current.Task(taskId)!, (ErrandDeclined)said.Event, said.Actor, said.At, language);
    }

    private async Task<RelativeForm?> RelativeAsync(TaskOutcome outcome, Caller.Staff staff, CaseFile about, CancellationToken cancellation) => outcome.Relative switch
    {
        "self" => new RelativeForm(staff.Member.Name, outcome.Relation, staff.Member),
        { Length: > 0 } name => await kinship.ReadAsync(name, outcome.Relation, about.Current.Applicant.VillageCode, cancellation),
        _ => null,
    };

    private static IActionResult UnknownReason(HttpRequest request)
    {
        var errors = new FieldErrors(request.Language());
        errors.Add("legalReason", "field.legal-reason");
        return Problems.Invalid(request, errors.Fields);
    }

    private static OutcomeForm FormOf(TaskOutcome outcome, LegalReason? reason) => new(outcome.Action)
    {
        LegalReason = reason,
        Investigators = outcome.Investigators,
        MonthlyIncomeFound = outcome.MonthlyIncomeFound,
        MembersFound = outcome.MembersFound,
        Findings = outcome.Findings,
        Verification = outcome.Verification,
        Amount = outcome.Amount,
        Reason = outcome.Reason ?? (outcome.Action == ActNames.Visited ? outcome.Words : null),
        Items = outcome.Items,
        Materials = outcome.Materials,
        RegisterNumber = outcome.RegisterNumber,
        Cause = outcome.Cause,
        InPerson = outcome.InPerson,
        Village = outcome.Village,
        Until = outcome.Until,
        On = outcome.On,
        Differences = outcome.Differences is null ? null : [.. outcome.Differences.Where(found => found is not null).Select(DifferenceOf)],
        Representatives = outcome.Representatives,
        Place = outcome.Place,
        Present = outcome.Present,
        Recused = outcome.Recused,
        Order = outcome.Order,
        VotesFor = outcome.VotesFor,
        VotesAgainst = outcome.VotesAgainst,
        VotesAbstained = outcome.VotesAbstained,
    };

    private static DataDifference DifferenceOf(DifferenceFound found) => new(found.Field ?? "", found.Told ?? "", found.Found ?? "", found.Register ?? "", found.AsOf ?? default);
}
