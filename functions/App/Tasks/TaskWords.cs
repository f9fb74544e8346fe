using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Law;
using OneVisit.Domain.Places;
using OneVisit.Domain.Services;
using OneVisit.Domain.Supervision;
using OneVisit.Functions.Cases;
using OneVisit.Functions.Filing;
using OneVisit.Functions.FrontDoor;
using OneVisit.Functions.Oversight;
using OneVisit.Functions.Words;

namespace OneVisit.Functions.Tasks;

/// <summary>A task with all its card needs. Names in full and telephone numbers only where the task cannot be done without them.</summary>
public sealed class TaskWords(UnusualThings unusual, PersonalData personal, CheckWords checks, Points points, TimeProvider clock)
{
    public async Task<TaskView> ViewAsync(CaseFile file, CaseTask task, Caller reader, Language language, CancellationToken cancellation) =>
        await checks.WithAsync(
            View(file, task, reader, language, await unusual.AboutAsync(file.Current, task, cancellation), task.IsOpen ? await AuthorityAsync(file, reader, cancellation) : null),
            file, task, reader, language, cancellation);

    /// <summary>Several tasks of one case.</summary>
    public async Task<IReadOnlyList<TaskView>> ViewsAsync(
        CaseFile file, IEnumerable<CaseTask> tasks, Caller reader, Language language, CancellationToken cancellation)
    {
        var (things, authority) = (await unusual.AboutAsync(file.Current, cancellation), await AuthorityAsync(file, reader, cancellation));
        var views = new List<TaskView>();
        foreach (var task in tasks)
            views.Add(await checks.WithAsync(View(file, task, reader, language, things, authority), file, task, reader, language, cancellation));
        return views;
    }

    private async Task<PointAuthority?> AuthorityAsync(CaseFile file, Caller reader, CancellationToken cancellation) =>
        reader is Caller.Staff staff ? await points.OfDeputyAsync(file, staff.Member, cancellation) : null;

    private TaskView View(CaseFile file, CaseTask task, Caller reader, Language language, IReadOnlyList<string> things, PointAuthority? authority)
    {
        var (current, now) = (file.Current, clock.GetUtcNow());
        var isTheirs = reader is Caller.Staff staff && CaseDecisions.PostFor(current, task, staff.Member, now) is not null;
        IReadOnlyList<string> actions =
        [
            .. isTheirs ? CaseDecisions.ActionsFor(current, task, file.Procedure) : [],
            .. reader is Caller.Staff clerk ? CaseDecisions.ClockActionsFor(current, task, file.Procedure, clerk.Member, isTheirs, now, authority) : [],
        ];
        var mayRequest = actions.Contains(ActNames.RequestMaterial);
        var mayTell = actions.Contains(ActNames.TellMissing);
        var person = new PersonOnCard(personal, current, task, isTheirs, language);
        return new(
            current.CaseId, task.TaskId, KindOf(task), task.Round, current.Application.Service, task.Role.Code(), task.Office,
            person.Name, person.Phone, CaseWords.PlaceName(file, language), current.Application.Household.Members,
            BeijingTime.DayOf(task.OpenedAt), task.Due.On, task.StateAt(now).Code(),
            [.. things, .. AboutClocks(current, task)], personal.StoryOf(current)?.In(language),
            Findings(file, language), current.Application.Verdict.Monthly?.Yuan,
            current.Opinion?.Act.AmountNamed?.Yuan, current.Opinion?.Act.ReasonGiven,
            [.. CaseWords.Materials(file, language), .. CaseWords.LetterOf(file, language), .. CaseWords.OfficeMaterials(file, language)], new TimelineWords(file, language).Acts, Laws(file, task, language), actions, ReturnedFor(file, task, language), current.Notice?.Until,
            TaskResults.Of(file, task, language), current.Version, file.Procedure.Grants.Code(),
            mayRequest ? Requestable(file, language) : mayTell ? [.. Requestable(file, language).Where(paper => paper.OnList)] : null,
            mayRequest ? LegalReasons(file, language) : null, Paused: task.IsOpen ? PauseWords.Of(current) : null, CaseDueOn: current.Promise?.Due.On,
            Facts: task is { Kind: StageKind.File, IsOpen: true } ? PackageWords(file, language) : Signatures(task, language),
            Villages: actions.Contains(ActNames.OutsideArea) ? Villages(file, language) : null, Visits: current.Visits.Length, Issued: CaseWords.PapersOf(current, language))
        {
            Masked = person.Masked,
            Representation = person.With(RepresentationWords.Of(file, reader, clock.Today(), language)),
        };
    }

    private static string KindOf(CaseTask task) => task.StageId is BesideTasks.Cosign or BesideTasks.Recheck or BesideTasks.ReadOut ? task.StageId : task.Kind.Code();

    // Limits of a stage and of the case may differ: nobody finds out on the last day.
    private static IEnumerable<string> AboutClocks(Case current, CaseTask task)
    {
        if (current.IsOutlivedBy(task))
            yield return "outlives-case";
        if (task.EscalationLevel > 0 && task.IsOpen)
            yield return "escalated";
    }

    /// <summary>What an agent who does not come is answered: that it is off their desk, and nothing of the household any more.</summary>
    public static TaskView HandedOn(CaseFile file, CaseTask task, ErrandDeclined answer, Actor by, DateTimeOffset at, Language language) =>
        NotTheirs(file, task, answer.Answer, by, at, Sentences.Of(language, "note.comes-now", ComesNow(task, answer, language)), language);

    /// <summary>What whoever has just said to be kin is answered, however often they say it: who does it now.</summary>
    /// <param name="others">Names of who could, of the desk where it lies.</param>
    public static TaskView Recused(CaseFile file, CaseTask task, StaffMember kin, IReadOnlyCollection<string> others, Gazetteer places, Language language)
    {
        var said = file.Current.Relatives.First(relative => relative.Staff == kin.Participant);
        var desk = Sentences.Of(language, "desk", ActorWords.OfOffice(task.Office, places, language), ActorWords.Of(task.Role, language));
        var now = others.Count == 0 ? desk : Sentences.Of(language, "desk.named", desk, string.Join(Sentences.Of(language, "list.separator"), others));
        return NotTheirs(file, task, ActNames.DeclareRelative, said.By, said.At, Sentences.Of(language, "note.comes-now", now), language);
    }

    private static TaskView NotTheirs(CaseFile file, CaseTask task, string action, Actor by, DateTimeOffset at, string now, Language language) => new(
        file.CaseId, task.TaskId, KindOf(task), task.Round, file.Current.Application.Service, task.Role.Code(), task.Office,
        file.Current.Applicant.NameMasked, null, CaseWords.PlaceName(file, language), null, BeijingTime.DayOf(task.OpenedAt), task.Due.On, task.StateAt(at).Code(),
        [], null, [], null, null, null, [], [], [], [], null, null,
        new TaskResult(action, ActorWords.Of(by, language) ?? "", at, null, now, []), file.Current.Version);

    /// <summary>Who comes in the place of an agent who does not.</summary>
    internal static string ComesNow(CaseTask task, ErrandDeclined answer, Language language) => answer.Next is { } next
        ? Sentences.Of(language, "actor", next.Name, ActorWords.Of(task.Role, language))
        : ActorWords.Of(task.Role, language);

    private static IReadOnlyList<PlaceChoice> Villages(CaseFile file, Language language) =>
    [
        .. file.Catalogue.Places.Villages.Where(village => village is { Active: true, Into: null } && village.Township == file.Current.Applicant.TownshipCode && village.Code != file.Current.Applicant.VillageCode)
            .Select(village => new PlaceChoice(village.Code, village.Name.In(language))),
    ];

    // What is missing is said before they file, not after.
    private static string[] PackageWords(CaseFile file, Language language) => file.Current.Package is not { } package
        ? [Sentences.Of(language, "package.not-yet")]
        :
        [
            Sentences.Of(language, "package.ready", package.Items, package.Hash[..16]),
            .. package.Missing.IsEmpty ? [] : (string[])[Sentences.Of(language, "package.lacks", string.Join(Sentences.Of(language, "list.separator"), package.Missing.Select(piece => FilePapers.NameOf(piece, file, language))))],
        ];

    private static IReadOnlyList<Finding> Findings(CaseFile file, Language language) =>
    [
        .. file.Service.Eligibility.Evaluate(file.Current.Application.Household, file.Catalogue.ParametersOn(BeijingTime.DayOf(file.Current.SubmittedAt)))
            .Explain().Select(finding => VerdictWords.Of(finding, language)),
    ];

    // Who has signed of two, or did not sign and why.
    private static IReadOnlyList<string>? Signatures(CaseTask task, Language language) => task switch
    {
        { IsOpen: false } => null,
        { FirstSignature: { } first } => [Sentences.Of(
            language, first.Act is TaskAct.Approved { Amount: not null } ? "signature.first-amount" : first.Act is TaskAct.Approved ? "signature.first-approved" : "signature.first-refused",
            ActorWords.Of(first.By, language), Sentences.Day(language, BeijingTime.DayOf(first.At)), first.Act.AmountNamed is { } amount ? Sentences.Yuan(language, amount.Yuan) : first.Act.ReasonGiven)],
        { Declined: { } declined } => [Sentences.Of(language, "signature.declined", ActorWords.Of(declined.By, language), Sentences.Day(language, BeijingTime.DayOf(declined.At)), declined.Reason)],
        _ => null,
    };

    // The list first; beyond it, what a reason of the law may reach.
    private static IReadOnlyList<RequestablePaper> Requestable(CaseFile file, Language language)
    {
        var onList = file.Current.Materials.Select(listed => listed.Code).Where(code => CaseDecisions.MayAskFor(file.Current, file.Procedure, code)).ToArray();
        return
        [
            .. onList.Select(code => new RequestablePaper(code, CaseWords.PaperName(file, code, language), OnList: true)),
            .. file.Catalogue.Papers.Keys.Except(onList).Order(StringComparer.Ordinal)
                .Select(code => new RequestablePaper(code, CaseWords.PaperName(file, code, language), OnList: false)),
        ];
    }

    private static IReadOnlyList<LegalReasonView> LegalReasons(CaseFile file, Language language) =>
        [.. file.Catalogue.LegalReasons.Select(reason => new LegalReasonView(reason.Id, reason.Name.In(language), reason.Law.In(language), reason.Law.Status.Code()))];

    private static IReadOnlyList<string> Laws(CaseFile file, CaseTask task, Language language)
    {
        var own = file.Procedure.Find(task.StageId)?.Law;
        return [.. (own is null ? file.Service.Laws : file.Service.Laws.Prepend(own)).Select(law => law.In(language)).Distinct()];
    }

    private static string? ReturnedFor(CaseFile file, CaseTask task, Language language) =>
        file.Current.Correction is { } correction && correction.Round == task.Round
            ? string.Join(Sentences.Of(language, "note.separator"), correction.Items.Select(item => CaseWords.ReturnItem(file, item, language)).Append(correction.Reason))
            : null;
}
