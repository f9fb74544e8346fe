using OneVisit.Catalogue;
using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Law;
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
        var isTheirs = reader is Caller.Staff staff && CaseDecisions.PostFor(current, task, staff.Member, now) is not null;
        IReadOnlyList<string> actions = isTheirs ? CaseDecisions.ActionsFor(current, task, file.Procedure) : [];
        var mayRequest = actions.Contains(ActNames.RequestMaterial);
        return new(
            current.CaseId, task.TaskId, task.Kind.Code(), task.Round, current.Application.Service, task.Role.Code(), task.Office,
            ApplicantFor(task, current, isTheirs), PhoneFor(task, current, isTheirs), cases.VillageName(current, language), current.Application.Household.Members,
            BeijingTime.DayOf(task.OpenedAt), task.Due.On, task.StateAt(now).Code(),
            things, personal.StoryOf(current.Application),
            Findings(current, language), current.Application.Verdict.Monthly?.Yuan,
            current.Opinion?.Act.AmountNamed?.Yuan, current.Opinion?.Act.ReasonGiven,
            cases.Materials(file, language), new TimelineWords(file, catalogue.Papers, language).Acts, Laws(file, task, language), actions, ReturnedFor(current, task, language), current.Notice?.Until,
            TaskResults.Of(file, task, language), current.Version, file.Procedure.Grants.Code(),
            mayRequest ? Requestable(current, language) : null, mayRequest ? LegalReasons(language) : null);
    }

    private IReadOnlyList<Finding> Findings(Case current, Language language) =>
    [
        .. catalogue.Find(current.Application.Service)?.Eligibility.Evaluate(current.Application.Household, catalogue.ParametersOn(BeijingTime.DayOf(current.SubmittedAt)))
            .Explain().Select(finding => VerdictWords.Of(finding, language)) ?? [],
    ];

    // The list first; beyond it, what a reason of the law may reach.
    private IReadOnlyList<RequestablePaper> Requestable(Case current, Language language)
    {
        var onList = current.Materials.Where(listed => listed.MayBeAskedFor).Select(listed => listed.Code).ToArray();
        return
        [
            .. onList.Select(code => new RequestablePaper(code, cases.PaperName(code, language), OnList: true)),
            .. catalogue.Papers.Keys.Except(onList).Order(StringComparer.Ordinal).Select(code => new RequestablePaper(code, cases.PaperName(code, language), OnList: false)),
        ];
    }

    private IReadOnlyList<LegalReasonView> LegalReasons(Language language) =>
        [.. catalogue.LegalReasons.Select(reason => new LegalReasonView(reason.Id, reason.Name.In(language), reason.Law.In(language), reason.Law.Status.Code()))];

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
