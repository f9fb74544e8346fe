using System.Collections.Immutable;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Services;
using OneVisit.Domain.Supervision;

namespace OneVisit.Domain.Cases;

/// <summary>Acceptance (受理) where the procedure has an officer look first; elsewhere an application is accepted as it comes.</summary>
public static partial class CaseDecisions
{
    /// <summary>Until when the applicant knows whether the application is accepted; <c>null</c> once it is, or is not.</summary>
    public static DueDate? AcceptanceDueOn(Case current, Procedure procedure, WorkingDayCalendar calendar)
    {
        if (!current.AwaitsAcceptance)
            return null;
        return current.OpenTasks.FirstOrDefault(task => task.Kind == StageKind.Accept)?.Due
            ?? calendar.After(BeijingTime.DayOf(current.SubmittedAt), Acceptance.DaysUntil(procedure));
    }

    /// <summary>An office may ask for that paper without a reason of the law: it is on the list, and where everything missing had to be told at once, it was told or is to follow.</summary>
    public static bool MayAskFor(Case current, Procedure procedure, string code) => current.Materials.FirstOrDefault(listed => listed.Code == code) is { MayBeAskedFor: true } listed
        && (Acceptance.StageOf(procedure) is null || current.AwaitsAcceptance || listed.LaterBy is not null || current.Told?.Materials.Contains(code) == true);

    /// <summary>Everything that is missing, at once and once. The limit of the office stands still until it is there.</summary>
    public static Decision TellMissing(
        Case current, string taskId, OutcomeForm form, StaffMember caller, Procedure procedure, WorkingDayCalendar calendar, DateTimeOffset now, PointAuthority? authority = null)
    {
        var today = BeijingTime.DayOf(now);
        var desk = TaskDesk.At(current, taskId, ActNames.TellMissing, caller, procedure, today, authority);
        if (desk.Refused is { } notHere)
            return notHere;
        if (desk.Task!.Kind != StageKind.Accept)
            return Refuse(RefusalReason.UnknownAction) with { Field = "action" };
        if (current.Told is { } before)
            return Refuse(RefusalReason.ToldOnce) with { By = before.By, At = before.At };
        if (Papers(form, out var codes, out var reason) is { } unclear)
            return unclear;
        var beyond = codes.Where(code => !MayAskFor(current, procedure, code)).ToImmutableArray();
        if (beyond.Length > 0)
            return BeyondTheList(current, taskId, beyond, desk.Actor!);
        var wait = WaitForResident(taskId, today, calendar);
        return Accept(desk.Actor!, [new MissingTold(taskId, codes, reason, wait.Until!.Value), wait]);
    }

    // Turned away without a reason: refused, and the attempt is a red card, once a person.
    private static Decision.Refused Unreasoned(Decision.Refused refused, Case current, string taskId, OutcomeForm form, Actor by)
    {
        if (form.Action != ActNames.NotAccepted || refused.Reason != RefusalReason.ReasonRequired)
            return refused;
        var isNoted = current.Unreasoned.Any(before => before.TaskId == taskId && before.By.Participant == by.Participant);
        return refused with { Noted = isNoted ? [] : [new UnreasonedRefusalStopped(taskId)], NotedOf = by };
    }
}

/// <summary>Limits and consequences of acceptance by an officer.</summary>
internal static class Acceptance
{
    /// <summary>The stage at which an officer accepts; <c>null</c>: applications are accepted as they come.</summary>
    public static Stage? StageOf(Procedure procedure) => procedure.Stages.FirstOrDefault(stage => stage is { Kind: StageKind.Accept, Role: not Role.System });

    /// <summary>Working days of its own that everything up to acceptance may take.</summary>
    public static int DaysUntil(Procedure procedure) => procedure.Steps
        .TakeWhile(step => step.Stages.All(stage => stage.Kind <= StageKind.Collect))
        .Sum(step => step.Stages.Max(stage => stage.Limit.WorkingDaysOfItsOwn ?? 0));

    /// <summary>Accepted by the officer today: the clock counts from tomorrow.</summary>
    public static Accepted Now(Case current, CaseTask task, Procedure procedure, WorkingDayCalendar calendar, DateOnly today) =>
        On(today, current, task, procedure, calendar, isDeemed: false);

    /// <summary>
    /// 行政许可法 §32: who is silent past the limit has accepted, from the day of receipt. Not while the applicant is waited for, and not when what was
    /// told to be missing did not come: then nobody was silent, and the task stays open.
    /// </summary>
    public static IEnumerable<CaseEvent> BySilence(Case current, Procedure procedure, WorkingDayCalendar calendar, DateTimeOffset now)
    {
        if (!current.AwaitsAcceptance || current.IsPaused
            || current.OpenTasks.FirstOrDefault(task => task.Kind == StageKind.Accept) is not { } task || now < task.RedAt || IsStillMissing(current))
            return [];
        return [new TaskDone(task.TaskId, new TaskAct.DeemedAccepted()), On(ReceivedOn(current, task), current, task, procedure, calendar, isDeemed: true)];
    }

    private static Accepted On(DateOnly day, Case current, CaseTask task, Procedure procedure, WorkingDayCalendar calendar, bool isDeemed)
    {
        var clock = StageClock.OfCase(procedure, day, calendar);
        return new Accepted(day, clock.Due.On, clock.Due.IsProvisional, clock.YellowAt, clock.RedAt)
        {
            ReceivedOn = ReceivedOn(current, task),
            Deemed = isDeemed ? true : null,
        };
    }

    /// <summary>The day on which the office had the papers: when they reached its desk, or when what it had told to be missing came.</summary>
    private static DateOnly ReceivedOn(Case current, CaseTask task)
    {
        var came = current.Told is { } told
            ? current.Documents.Where(document => document.AddedAt >= told.At && told.Materials.Contains(document.Material)).Max(document => (DateTimeOffset?)document.AddedAt)
            : null;
        return BeijingTime.DayOf(came ?? task.OpenedAt);
    }

    private static bool IsStillMissing(Case current) => current.Told is { } told && current.AskedFor.Values.Any(request => request.At >= told.At);
}
