using System.Collections.Immutable;
using System.Globalization;
using OneVisit.Contracts;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Domain.Supervision;
using static OneVisit.Functions.Process.NoticeFacts;

namespace OneVisit.Functions.Process;

/// <summary>
/// Who is told what, as a pure function of the whole journal: the same entries always give the same messages, whenever they are asked for.
/// </summary>
/// <param name="nameOf">Name of a paper by its code, in the language the applicant reads.</param>
/// <param name="itemOf">What has to be corrected, in that language.</param>
internal sealed partial class NoticesOf(Case current, ImmutableArray<Entry> entries, Func<string, string> nameOf, Func<string, string> itemOf)
{
    private static readonly Dictionary<string, string> Nothing = [];

    private static readonly Role[] DecisionSigners = [Role.ChiefRepresentative, Role.DeputyRepresentative];

    private readonly List<DueNotice> notices = [];
    private readonly Dictionary<string, TaskOpened> tasks = new(StringComparer.Ordinal);
    private readonly List<string> done = [];
    private readonly HashSet<string> open = new(StringComparer.Ordinal);
    private readonly HashSet<string> escalated = new(StringComparer.Ordinal);
    private readonly List<string> asked = [];
    private string acceptedFor = "";
    private bool late;
    private Entry entry = entries[0];
    private Case standing = null!;
    private Case before = null!;
    private ErrandDeclined? declined;

    public IReadOnlyList<DueNotice> All()
    {
        foreach (var next in entries)
        {
            before = standing;
            standing = next.Sequence == 1 ? Case.Of([next]) : standing.Following(next);
            entry = next;
            Tell(next.Event);
        }
        return notices;
    }

    private void Tell(CaseEvent happened)
    {
        switch (happened)
        {
            case Accepted accepted:
                Accepted(accepted);
                break;
            case TaskOpened opened:
                Opened(opened);
                break;
            case TaskReassigned moved:
                Moved(moved);
                break;
            case RegistersAnswered when !before.RegisterAnswers.IsEmpty:
                foreach (var taskId in open.Where(taskId => tasks[taskId].Kind is StageKind.Verify or StageKind.Review or StageKind.Decide))
                    Desk(taskId, NoticeKinds.TaskChanged);
                break;
            case ErrandDeclined said:
                declined = said;
                break;
            // One friendly sentence, whatever else moves with it; why is not the household's to know.
            case WorkHandedOver { Carrier: { } comes } handed:
                Owner(NoticeKinds.AgentChanged, ("who", handed.To?.Name ?? ""), ("role", comes.Role.Code()), ("cause", "handed-over"));
                break;
            // Nothing of the case goes with it: somebody else may hold that telephone now.
            case TakenOver { From: { } from } taken:
                Add(new Addressee.Former(from), NoticeKinds.CaseMoved, null, taken.AsRepresentative == true && before.Holding is null ? [("to", "representative")] : []);
                break;
            // To the household itself, whoever else hears for it.
            case PhoneReplaced replaced:
                Add(new Addressee.Owner(), NoticeKinds.PhoneReplaced, null, standing.IsWithRepresentative == (replaced.OfRepresentative == true) ? [] : [("of", replaced.OfRepresentative == true ? "representative" : "person")]);
                break;
            case RepresentationBegun begun:
                ActingBegun(begun);
                break;
            case RepresentationEnded ended:
                ActingEnded(ended);
                break;
            case RepresentationEndsSoon soon:
                ActingEndsSoon(soon);
                break;
            case RepresentationProlonged prolonged:
                BothOfActing(NoticeKinds.RepresentationProlonged, ("until", Day(prolonged.Until)));
                foreach (var taskId in open)
                    Desk(taskId, NoticeKinds.TaskChanged);
                break;
            case MandateGranted or MandateRevoked:
                MandateEnded();
                break;
            case TaskDone task:
                Desk(task.TaskId, NoticeKinds.TaskClosed, ("action", task.Act.Name));
                Checked(task);
                open.Remove(task.TaskId);
                acceptedFor = task.TaskId;
                if (task.Act is TaskAct.Collected collected)
                    asked.RemoveAll(collected.Materials.Contains);
                if (!BesideTasks.IsSilent(tasks[task.TaskId].StageId) && task.Act is not (TaskAct.NoticePosted or TaskAct.Approved or TaskAct.Refused or TaskAct.Returned or TaskAct.Superseded or TaskAct.ApplicationAccepted or TaskAct.DeemedAccepted or TaskAct.NotAccepted))
                    done.Add(tasks[task.TaskId].Kind.Code());
                break;
            case SurveyStartDue due:
                Desk(due.TaskId, NoticeKinds.TaskNews, ("news", "survey-start-due"), ("due", Day(due.StartBy)));
                break;
            case MeetingConvened called:
                Owner(NoticeKinds.AppraisalCalled, ("on", Day(called.On)), ("place", called.Place ?? ""));
                break;
            case DecisionSigned or SignatureDeclined:
                BothOfPoint(happened is DecisionSigned signed ? signed.TaskId : ((SignatureDeclined)happened).TaskId);
                break;
            case PublicNoticeOpened notice:
                Owner(NoticeKinds.PublicNoticeStarted, ("from", Day(notice.From)), ("until", Day(notice.Until)), ("village", current.Applicant.VillageCode));
                break;
            case PublicNoticeEnded:
                done.Add(StageKind.Notice.Code());
                break;
            case NoticeTakenDown taken when TakeDownCauses.IsOfTheCity(taken.Cause):
                Owner(NoticeKinds.PublicNoticeTakenDown, ("cause", taken.Cause));
                break;
            case ObjectionRaised:
                Owner(NoticeKinds.ObjectionRaised);
                break;
            case ObjectionAnswered answered:
                Owner(NoticeKinds.ObjectionAnswered, ("finding", answered.Finding.Code()), ("again", SendsBack() ? "yes" : "no"));
                break;
            case Reopened:
                done.Clear();
                break;
            case Reminded reminded:
                Desk(reminded.TaskId, NoticeKinds.TaskReminder, ("due", Day(reminded.DueOn)), ("office", tasks[reminded.TaskId].Office));
                break;
            case Escalated escalated:
                Overdue(escalated);
                break;
            case ReturnedForCorrection returned:
                done.Clear();
                Owner(NoticeKinds.CaseReturned, ("items", string.Join('\n', returned.Items.Select(itemOf))));
                break;
            case MaterialRequested requested:
                Ask(requested.Materials);
                Owner(
                    NoticeKinds.MaterialRequested, ("items", Names(requested.Materials)), ("reason", requested.Reason), ("law", requested.Authority ?? ""),
                    ("due", requested.DueOn is { } last ? Day(last) : ""), ("codes", string.Join(',', requested.Materials)));
                break;
            case MissingTold told:
                Ask(told.Materials);
                Owner(NoticeKinds.MaterialMissing, ("items", Names(told.Materials)), ("reason", told.Reason), ("due", Day(told.DueOn)), ("codes", string.Join(',', told.Materials)));
                break;
            case DocumentAdded document:
                asked.Remove(document.Material);
                LetterCame(document);
                break;
            case UnreasonedRefusalStopped stopped:
                Post(Role.CityReviewer, OfficeLevel.City, NoticeKinds.RedCard, null, ("cause", "unreasoned-refusal"), ("by", entry.Actor.Name), ("office", tasks[stopped.TaskId].Office));
                break;
            case ClockPaused paused:
                Paused(paused);
                break;
            case ClockResumed resumed:
                Resumed(resumed);
                break;
            case PauseReminded reminder when asked.Count > 0:
                Owner(NoticeKinds.MaterialReminder, ("items", Names(asked)), ("due", Day(reminder.Until)), ("codes", string.Join(',', asked)));
                break;
            case TimeExtended extended:
                Owner(NoticeKinds.CaseExtended, ("cause", extended.Cause), ("reason", extended.Reason), ("due", Day(DueAfter())));
                break;
            case LimitsRecomputed recomputed:
                Recomputed(recomputed);
                break;
            case PapersDue due:
                Owner(NoticeKinds.MaterialDue, ("items", Names(due.Materials)), ("due", Day(due.DueOn)));
                break;
            case Delivered:
                Decision();
                break;
            case Filed:
                Post(Role.CityReviewer, OfficeLevel.City, NoticeKinds.CaseFiled, null, ("amount", Amount() ?? ""));
                break;
            case Closed:
                Owner(NoticeKinds.CaseClosed);
                break;
        }
    }

    // A step opens with one or several tasks side by side: the resident is told once.
    private void Opened(TaskOpened opened)
    {
        tasks[opened.TaskId] = opened;
        open.Add(opened.TaskId);
        Desk(opened.TaskId, NoticeKinds.TaskOpened, ("kind", opened.Kind.Code()), ("due", Day(opened.DueOn)));
        if (opened.Kind == StageKind.Accept)
        {
            done.Clear();
            Owner(NoticeKinds.CaseReceived, ("due", Day(opened.DueOn)));
        }
        if (opened.StageId == BesideTasks.CityVisit)
            Owner(NoticeKinds.CityVisitComing, ("due", Day(opened.DueOn)));
        if (done.Count == 0 || BesideTasks.IsSilent(opened.StageId))
            return;
        // All tasks of the step are journalled by the same act, side by side.
        var beside = entries.Skip(entry.Sequence).TakeWhile(next => next.Event is TaskOpened && next.At == entry.At).Select(next => (TaskOpened)next.Event)
            .Where(next => !BesideTasks.IsSilent(next.StageId)).Select(next => next.Kind);
        Owner(NoticeKinds.CaseProgress, ("done", string.Join(',', done.Distinct())), ("next", string.Join(',', beside.Prepend(opened.Kind).Distinct().Select(kind => kind.Code()))));
        done.Clear();
    }

    // Journalled by the same act, right behind the answer.
    private bool SendsBack() => entries.Skip(entry.Sequence).TakeWhile(next => next.At == entry.At).Any(next => next.Event is Reopened);

    // What the checks found is told at once: to the household what differs, to the first investigator that the second did not sign.
    private void Checked(TaskDone task)
    {
        switch (task.Act)
        {
            case TaskAct.Disputed disputed when tasks.Values.LastOrDefault(opened => opened is { Kind: StageKind.Survey, StageId: not BesideTasks.Cosign }) is { } survey:
                Desk(survey.TaskId, NoticeKinds.TaskNews, ("news", "survey-disputed"), ("reason", disputed.Reason));
                break;
            case TaskAct.Verified { Differences: { IsDefaultOrEmpty: false } differences } verified:
                Owner(NoticeKinds.DifferencesFound, ("found", string.Join('\n', differences.Select(Line))), ("until", verified.ObjectBy is { } until ? Day(until) : ""));
                break;
            case TaskAct.Surveyed surveyed:
                SurveyDiffers(surveyed);
                break;
        }
    }

    private void SurveyDiffers(TaskAct.Surveyed surveyed)
    {
        var told = current.Application.Household;
        var facts = new List<(string, string)>();
        if (surveyed.MonthlyIncomeFound is { } income && told.MonthlyIncome is { } said && income.ToFen() != said.ToFen())
            facts.AddRange([("income-told", said.ToString()), ("income-found", income.ToString())]);
        if (surveyed.MembersFound is { } members && told.Members is { } counted && members != counted)
            facts.AddRange([("members-told", $"{counted}"), ("members-found", $"{members}")]);
        if (facts.Count > 0)
            Owner(NoticeKinds.SurveyDiffers, [.. facts]);
    }

    // Tabs and line feeds part what was typed, so neither may stand in it.
    private static string Line(DataDifference difference) =>
        string.Join('\t', new[] { difference.Field, difference.Told, difference.Found, difference.Register, Day(difference.AsOf) }.Select(part => part.Replace('\t', ' ').Replace('\n', ' ')));

    // Both hear of it: the one to sign, the other to know that it waits or has come back.
    private void BothOfPoint(string taskId)
    {
        var task = tasks[taskId];
        Desk(taskId, NoticeKinds.TaskOpened, ("kind", task.Kind.Code()), ("due", Day(task.DueOn)));
        var other = task.Role == Role.ChiefRepresentative ? Role.DeputyRepresentative : Role.ChiefRepresentative;
        if (DecisionSigners.Contains(task.Role) && task.Also != other)
            Add(new Addressee.Post(other, task.Office), NoticeKinds.TaskOpened, taskId, [("kind", task.Kind.Code()), ("due", Day(task.DueOn))]);
    }

    private void Moved(TaskReassigned moved)
    {
        // Only who else may take it has changed: the desk itself knows already.
        if ((tasks[moved.TaskId].Role, tasks[moved.TaskId].Office, tasks[moved.TaskId].Person) == (moved.Role, moved.Office, moved.Person))
        {
            tasks[moved.TaskId] = tasks[moved.TaskId] with { Also = moved.Also };
            if (moved.Also is { } added)
                Add(new Addressee.Post(added, moved.Office), NoticeKinds.TaskOpened, moved.TaskId, [("kind", tasks[moved.TaskId].Kind.Code()), ("due", Day(tasks[moved.TaskId].DueOn))]);
            return;
        }
        Desk(moved.TaskId, NoticeKinds.TaskClosed, ("action", "moved"));
        if (EscalatesAnew(tasks[moved.TaskId].Office, moved.Office))
            escalated.Remove(moved.TaskId);
        tasks[moved.TaskId] = tasks[moved.TaskId] with { Role = moved.Role, Office = moved.Office, Also = moved.Also, Person = moved.Person };
        Desk(moved.TaskId, NoticeKinds.TaskOpened, ("kind", tasks[moved.TaskId].Kind.Code()), ("due", Day(tasks[moved.TaskId].DueOn)));
        SomebodyElseComes(moved);
    }

    // One friendly sentence about who comes now, however many errands moved.
    private void SomebodyElseComes(TaskReassigned moved)
    {
        if (moved.Cause != MoveCauses.AgentDeclined || declined is not { } said)
            return;
        declined = null;
        Owner(NoticeKinds.AgentChanged, ("who", said.Next?.Name ?? ""), ("role", moved.Role.Code()), ("cause", said.Cause ?? said.Answer));
    }

    // Whose agents they were is told, unless they still are.
    private void MandateEnded()
    {
        if (entry.Sequence == 1 || before.Carrier is not { } carrier || !carrier.Role.IsAgent() || !before.IsMandatedOn(BeijingTime.DayOf(entry.At)) || (standing.IsMandatedOn(BeijingTime.DayOf(entry.At)) && standing.Carrier == carrier))
            return;
        Add(new Addressee.Post(carrier.Role, carrier.Office, carrier.Person), NoticeKinds.MandateEnded, null, []);
    }

    private void Overdue(Escalated escalated)
    {
        var task = tasks[escalated.TaskId];
        (string, string)[] facts =
        [
            ("due", Day(escalated.DueOn)), ("office", escalated.Office), ("kind", task.Kind.Code()), ("level", (escalated.Level ?? 0).ToString(CultureInfo.InvariantCulture)),
            ("vacant", string.Join(',', (escalated.Vacant ?? []).Select(role => role.Code()))),
        ];
        // The desk and the representative, who alone may extend the time, hear of it with the first level.
        if (this.escalated.Add(escalated.TaskId))
        {
            Desk(escalated.TaskId, NoticeKinds.TaskEscalated, facts);
            if (task.Role != Role.ChiefRepresentative && !task.Office.StartsWith(OfficeLevel.City.Code(), StringComparison.Ordinal))
                Post(Role.ChiefRepresentative, OfficeLevel.Township, NoticeKinds.TaskEscalated, escalated.TaskId, facts);
        }
        // Journals from when there were no levels told the city at once.
        var to = escalated.To ?? Role.CityReviewer;
        if (to != task.Role)
            Post(to, to == Role.CityReviewer ? OfficeLevel.City : OfficeLevel.Township, NoticeKinds.TaskEscalated, escalated.TaskId, facts);
        // As it was promised then: more time that is given afterwards does not undo what was told.
        if (late || standing.Promise is not { } promise || entry.At < promise.RedAt)
            return;
        late = true;
        Owner(NoticeKinds.CaseLate, ("due", Day(promise.Due.On)));
    }

    private void Decision()
    {
        if (current.Decision?.Outcome is CaseOutcome.Approved approved)
            Approved(approved);
        else if (current.Decision?.Outcome is CaseOutcome.Refused refused)
            Owner(NoticeKinds.CaseRefused, [("reason", refused.Reason), .. Brought()]);
        else if (current.Decision?.Outcome is CaseOutcome.NotAccepted turnedAway)
            Owner(NoticeKinds.CaseNotAccepted, [("reason", turnedAway.Reason), .. Brought()]);
    }

    // Journalled by the same act, right behind: somebody comes with the result, too.
    private (string, string)[] Brought() => entries.Skip(entry.Sequence).TakeWhile(next => next.At == entry.At).Select(next => next.Event).OfType<TaskOpened>()
        .FirstOrDefault(opened => opened.StageId == BesideTasks.ReadOut) is { } errand ? [("brought-by", errand.Role.Code()), ("brought-until", Day(errand.DueOn))] : [];

    private void Accepted(Accepted accepted)
    {
        (string, string)[] facts = [("due", Day(accepted.DueOn)), ("provisional", accepted.DueIsProvisional ? "true" : "false")];
        Owner(NoticeKinds.CaseAccepted, facts);
        if (accepted.Deemed != true)
            return;
        (string, string)[] silence = [("received", Day(accepted.On)), ("due", Day(accepted.DueOn)), ("office", tasks[acceptedFor].Office)];
        Desk(acceptedFor, NoticeKinds.DeemedAccepted, silence);
        Post(Role.CityReviewer, OfficeLevel.City, NoticeKinds.DeemedAccepted, acceptedFor, silence);
    }

    // Whom papers or an answer are asked of is told so by the request itself.
    private void Paused(ClockPaused paused)
    {
        if (paused.Cause is not (PauseCauses.WaitingForResident or PauseCauses.WaitingForAnswer))
            Owner(NoticeKinds.CasePaused, ("cause", paused.Cause), ("until", paused.Until is { } until ? Day(until) : ""), ("reason", paused.Reason ?? ""));
        foreach (var taskId in open)
            Desk(taskId, NoticeKinds.TaskChanged);
    }

    private void Resumed(ClockResumed resumed)
    {
        Owner(NoticeKinds.CaseResumed, ("cause", resumed.Cause), ("why", resumed.Why ?? ""), ("due", current.Promise is null ? "" : Day(DueAfter())));
        foreach (var taskId in open)
            Desk(taskId, NoticeKinds.TaskResumed, ("cause", resumed.Cause), ("why", resumed.Why ?? ""), ("due", Day(DueAfter(taskId))));
    }

    private void Recomputed(LimitsRecomputed recomputed)
    {
        // After a pause and with an extension the day is told with what moved it.
        if (recomputed.Cause == RecomputeCauses.Calendar && recomputed.Limits.FirstOrDefault(change => change.TaskId is null && change.DueOn != change.Before) is { } moved)
            Owner(NoticeKinds.CaseDueChanged, ("before", Day(moved.Before)), ("due", Day(moved.DueOn)));
        foreach (var papers in (recomputed.Papers ?? []).Where(paper => paper.LaterBy != paper.Before).GroupBy(paper => paper.LaterBy))
            Owner(NoticeKinds.MaterialDayChanged, ("items", Names(papers.Select(paper => paper.Code))), ("due", Day(papers.Key)));
        foreach (var change in recomputed.Limits.Where(change => change.TaskId is not null && tasks.ContainsKey(change.TaskId)))
        {
            tasks[change.TaskId!] = tasks[change.TaskId!] with { DueOn = change.DueOn };
            Desk(change.TaskId!, NoticeKinds.TaskChanged);
        }
    }

    /// <summary>The day by which the case, or a task of it, is due once what just happened is settled, in the same act or right after it.</summary>
    private DateOnly DueAfter(string? taskId = null)
    {
        var settled = entries.Skip(entry.Sequence).TakeWhile(next => next.Event is not (ClockPaused or TimeExtended)).Select(next => next.Event).OfType<LimitsRecomputed>().FirstOrDefault();
        return settled?.Limits.FirstOrDefault(change => change.TaskId == taskId)?.DueOn ?? (taskId is null ? PromisedBefore() : tasks[taskId].DueOn);
    }

    private DateOnly PromisedBefore() => entries.Take(entry.Sequence).Reverse().Select(before => before.Event switch
    {
        Accepted accepted => accepted.DueOn,
        LimitsRecomputed recomputed => recomputed.Limits.FirstOrDefault(change => change.TaskId is null)?.DueOn,
        _ => null,
    }).FirstOrDefault(day => day is not null) ?? current.Promise!.Due.On;

    private void Ask(IEnumerable<string> materials) => asked.AddRange(materials.Except(asked));

    private static bool EscalatesAnew(string before, string after) =>
        before.StartsWith(OfficeLevel.City.Code(), StringComparison.Ordinal) != after.StartsWith(OfficeLevel.City.Code(), StringComparison.Ordinal);

    private void Approved(CaseOutcome.Approved approved)
    {
        if (approved is { Monthly: { } monthly, PaidFrom: { } from })
            Owner(NoticeKinds.CaseApproved, [("amount", monthly.ToString()), ("paid-from", Day(from)), .. Brought()]);
        else if (approved.Once is { } once)
            Owner(NoticeKinds.CaseApproved, [("once", once.ToString()), .. Brought()]);
        else
            Owner(NoticeKinds.CaseApproved, Brought());
    }

    private string Names(IEnumerable<string> codes) => string.Join('\n', codes.Select(nameOf));

    private string? Amount() => current.Decision?.Outcome is CaseOutcome.Approved approved ? (approved.Monthly ?? approved.Once)?.ToString() : null;

    private void Desk(string taskId, string kind, params ReadOnlySpan<(string Name, string Value)> data)
    {
        Add(new Addressee.Post(tasks[taskId].Role, tasks[taskId].Office, tasks[taskId].Person), kind, taskId, data);
        if (tasks[taskId].Also is { } also)
            Add(new Addressee.Post(also, tasks[taskId].Office), kind, taskId, data);
    }

    private void Post(Role role, OfficeLevel level, string kind, string? taskId, params ReadOnlySpan<(string Name, string Value)> data) =>
        Add(new Addressee.Post(role, Offices.InChargeOf(current.Applicant.VillageCode, level)), kind, taskId, data);

    private void Owner(string kind, params ReadOnlySpan<(string Name, string Value)> data)
    {
        var day = BeijingTime.DayOf(entry.At);
        if (ClientNotices.For(standing, kind, day) is not { Instead: true })
            Add(new Addressee.Owner(), kind, null, data);
        if (ClientNotices.WhoGoes(standing, kind, day) is { } goes)
            Add(goes, NoticeKinds.ClientNotice, null, ClientNotices.Copy(kind, data));
    }

    private void Add(Addressee to, string kind, string? taskId, ReadOnlySpan<(string Name, string Value)> data)
    {
        // Who acted for the household and does no longer hears nothing: somebody goes to the household instead.
        if (to is Addressee.Owner && standing.IsCutOffOn(BeijingTime.DayOf(entry.At)))
            return;
        var facts = data.IsEmpty ? Nothing : [];
        foreach (var (name, value) in data)
            facts[name] = value;
        notices.Add(new(entry.Sequence, entry.At, to, kind, taskId, facts) { Standing = standing });
    }
}
