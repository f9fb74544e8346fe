using OneVisit.Catalogue;
using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Services;
using OneVisit.Functions.Cases;
using OneVisit.Functions.FrontDoor;
using OneVisit.Functions.Words;

namespace OneVisit.Functions.Tasks;

/// <summary>A task with all its card needs. Names in full and telephone numbers only where the task cannot be done without them.</summary>
public sealed class TaskWords(CityCatalogue catalogue, CaseWords cases, UnusualThings unusual, PersonalData personal, TimeProvider clock)
{
    public async Task<TaskView> ViewAsync(CaseFile file, CaseTask task, Caller reader, Language language, CancellationToken cancellation) =>
        View(file, task, reader, language, await unusual.AboutAsync(file.Current, cancellation));

    /// <summary>Several tasks of one case.</summary>
    public async Task<IReadOnlyList<TaskView>> ViewsAsync(
        CaseFile file, IEnumerable<CaseTask> tasks, Caller reader, Language language, CancellationToken cancellation)
    {
        var things = await unusual.AboutAsync(file.Current, cancellation);
        return [.. tasks.Select(task => View(file, task, reader, language, things))];
    }

    private TaskView View(CaseFile file, CaseTask task, Caller reader, Language language, IReadOnlyList<string> things)
    {
        var (current, now) = (file.Current, clock.GetUtcNow());
        var evaluation = Evaluate(file);
        var isTheirs = reader is Caller.Staff staff && CaseDecisions.PostFor(current, task, staff.Member, now) is not null;
        return new(
            current.CaseId, task.TaskId, task.Kind.Code(), task.Round, current.Application.Service, task.Role.Code(), task.Office,
            ApplicantFor(task, current, isTheirs), PhoneFor(task, current, isTheirs), cases.VillageName(current, language), current.Application.Household.Members,
            BeijingTime.DayOf(task.OpenedAt), task.Due.On, task.StateAt(now).Code(),
            things, personal.StoryOf(current.Application),
            [.. evaluation.Explain().Select(finding => VerdictWords.Of(finding, language))], current.Application.Verdict.Monthly?.Yuan,
            current.Opinion?.Act.AmountNamed?.Yuan, current.Opinion?.Act.ReasonGiven,
            CaseWords.Materials(file, language), TimelineWords.OfActs(file.Entries, language), Laws(file, task, language),
            isTheirs ? CaseDecisions.ActionsFor(current, task, file.Procedure) : [], ReturnedFor(current, task, language), current.Notice?.Until,
            TaskResults.Of(file, task, language), current.Version);
    }

    private Evaluation Evaluate(CaseFile file) => file.Service.Eligibility.Evaluate(
        file.Current.Application.Household, catalogue.ParametersOn(BeijingTime.DayOf(file.Current.SubmittedAt)));

    private string ApplicantFor(CaseTask task, Case current, bool isTheirs) =>
        isTheirs && task is { IsOpen: true, Role: Role.VillageAgent or Role.TownshipOfficer } ? personal.NameOf(current.Applicant) : current.Applicant.NameMasked;

    // Who visits the household has to call first.
    private string? PhoneFor(CaseTask task, Case current, bool isTheirs) =>
        isTheirs && task is { IsOpen: true, Kind: StageKind.Collect or StageKind.Survey } ? personal.PhoneOf(current.Applicant) : null;

    private static IReadOnlyList<string> Laws(CaseFile file, CaseTask task, Language language)
    {
        var own = file.Procedure.Find(task.StageId)?.Law;
        return [.. (own is null ? file.Service.Laws : file.Service.Laws.Prepend(own)).Select(law => law.In(language)).Distinct()];
    }

    private static string? ReturnedFor(Case current, CaseTask task, Language language) =>
        current.Correction is { } correction && correction.Round == task.Round
            ? string.Join(Sentences.Of(language, "note.separator"), correction.Items.Append(correction.Reason))
            : null;
}
