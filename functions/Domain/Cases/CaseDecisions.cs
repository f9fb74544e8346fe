using System.Collections.Immutable;
using OneVisit.Domain.Authority;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Services;
using OneVisit.Domain.Supervision;

namespace OneVisit.Domain.Cases;

/// <summary>
/// What may be done with a case: pure functions of the case, the wish, who wishes it and the instant. They hold whatever is posted.
/// </summary>
public static partial class CaseDecisions
{
    /// <summary>How long a mandate to the agent lasts, in months from the day it was granted.</summary>
    public const int MandateMonths = 3;

    /// <summary>Takes an application: <see cref="Submitted"/>, <see cref="Accepted"/> and, when wished, <see cref="MandateGranted"/> to the village's agents. Where an officer accepts, the second comes later.</summary>
    public static Decision Submit(Submitted application, bool mandateToAgent, Procedure procedure, WorkingDayCalendar calendar, DateTimeOffset now) =>
        Submit(application, mandateToAgent ? MandateWish.Usual : null, procedure, calendar, now);

    /// <summary>The same with any mandate.</summary>
    /// <param name="mandate"><c>null</c>: none is given.</param>
    /// <param name="relatives">Whom the household named as related to it, or whom the directory knows as the applicant.</param>
    /// <param name="by">The agent who applies for the household; <c>null</c>: it applies itself.</param>
    public static Decision Submit(
        Submitted application, MandateWish? mandate, Procedure procedure, WorkingDayCalendar calendar, DateTimeOffset now, Actor? by = null, ImmutableArray<RelativeDeclared>? relatives = null)
    {
        if (application.Materials.IsDefaultOrEmpty)
            return Refuse(RefusalReason.MaterialsMissing) with { Field = "materials" };
        if (application.Materials.FirstOrDefault(IsPutOffAgainstTheLaw) is { } never)
            return Refuse(RefusalReason.NeverPutOff) with { Field = "materials", About = [never.Code] };
        if (application.Representative is { Basis: RepresentationBasis.Entrusted } && application.Materials.Any(listed => listed.ByCommitment == true))
            return Refuse(RefusalReason.NeverPutOff) with { Field = "materials" };
        if (application.Representative is { } acting && (by is not null || (mandate is not null && acting.Basis == RepresentationBasis.Entrusted)))
            return Refuse(RefusalReason.EntrustedAlready) with { Field = "mandate" };
        var on = BeijingTime.DayOf(now);
        if (mandate is not null && AgainstWish(mandate, on) is { } unclear)
            return unclear;
        var clock = StageClock.OfCase(procedure, on, calendar);
        ImmutableArray<CaseEvent> events = Acceptance.StageOf(procedure) is null
            ? [application, new Accepted(on, clock.Due.On, clock.Due.IsProvisional, clock.YellowAt, clock.RedAt)]
            : [application];
        return Accept(
            by ?? (application.Representative is { } who ? Case.ActingFor(application, application.Participant, who) : Actor.Resident(application.Participant, application.Applicant.NameMasked)),
            [.. mandate is null ? events : events.Add(MandateOf(application, on, mandate, current: null)), .. Registered(relatives ?? [], procedure)]);
    }

    /// <summary>
    /// Does a task: the form is checked, the caller's posts are checked, and what follows at once is added. Asking for papers, noting a visit, telling
    /// what is missing and all that is about the clock leave the task open.
    /// </summary>
    /// <param name="authority">Of the case's point; <c>null</c>: nobody looked, as for tasks that decide nothing.</param>
    /// <param name="agents">Who could come when an agent answers that they do not; <c>null</c>: nobody looked, and the township's officer comes.</param>
    /// <param name="rules">Numbers of the day; <c>null</c>: the usual ones.</param>
    public static Decision CompleteTask(
        Case current, string taskId, OutcomeForm form, StaffMember caller, Procedure procedure, WorkingDayCalendar calendar, DateTimeOffset now,
        PointAuthority? authority = null, AgentsToAsk? agents = null, CaseRules? rules = null)
    {
        var decision = Do(current, taskId, form, caller, procedure, calendar, now, authority, agents, rules);
        if (ActTable.InForce.OnCase(form.Action) is not { } line || line.Against(current) is null || decision is Decision.Accepted { Events.IsEmpty: true })
            return decision;
        // Whose it is not hears that first; of the form nobody says anything any more.
        return AgainstCaller(current, taskId, form.Action, caller, procedure, now, authority, rules) ?? line.Hold(current, decision);
    }

    private static Decision.Refused? AgainstCaller(
        Case current, string taskId, string? act, StaffMember caller, Procedure procedure, DateTimeOffset now, PointAuthority? authority, CaseRules? rules) => act == ActNames.ExtendTime
        ? AgainstExtending(current, taskId, caller, procedure, now, authority, out _)
        : TaskDesk.At(current, taskId, act, caller, procedure, BeijingTime.DayOf(now), authority, (rules ?? CaseRules.Usual).Trainings).Refused;

    private static Decision Do(
        Case current, string taskId, OutcomeForm form, StaffMember caller, Procedure procedure, WorkingDayCalendar calendar, DateTimeOffset now,
        PointAuthority? authority, AgentsToAsk? agents, CaseRules? rules)
    {
        if (form.Action is ActNames.OutsideArea or ActNames.Cannot)
            return Decline(current, taskId, form, caller, procedure, agents ?? AgentsToAsk.None, now);
        rules ??= CaseRules.Usual;
        if (form.Action == ActNames.RequestMaterial)
            return RequestMaterial(current, taskId, form, caller, procedure, calendar, now, authority);
        if (form.Action == ActNames.Attended)
            return Attend(current, taskId, form, caller, procedure, now, authority);
        if (form.Action == ActNames.TellMissing)
            return TellMissing(current, taskId, form, caller, procedure, calendar, now, authority);
        if (form.Action == ActNames.PauseClock)
            return PauseTask(current, taskId, form, caller, procedure, calendar, now, authority);
        if (form.Action == ActNames.ResumeClock)
            return ResumeTask(current, taskId, form, caller, procedure, calendar, now, authority);
        if (form.Action == ActNames.ExtendTime)
            return ExtendTask(current, taskId, form, caller, procedure, calendar, now, authority);
        if (form.Action == ActNames.DeclareRelative)
            return DeclareRelative(current, taskId, form, caller, procedure, now, authority);
        if (form.Action == ActNames.NameMember)
            return NameMember(current, taskId, form, caller, procedure, now, authority);
        var desk = TaskDesk.At(current, taskId, form.Action, caller, procedure, BeijingTime.DayOf(now), authority, rules.Trainings);
        if (desk.Refused is { } notHere)
            return notHere;
        if (SecondSignature.IsOne(form.Action))
            return SecondSignature.Of(form, desk, current, procedure, calendar, now);
        if (Special(current, desk.Task!, form, caller, desk.Actor!, calendar, now, rules) is { } done)
            return done;
        var reading = OutcomeReading.Of(form, desk.Task!, current, procedure.Grants, BeijingTime.DayOf(now), StageClock.Over(BeijingTime.DayOf(now), rules.ObjectionDays, calendar).Due.On);
        if (reading.Refused is { } notSo)
            return Unreasoned(notSo, current, taskId, form, desk.Actor!);
        if (TaskGuards.Against(reading.Act!, desk.Task!, current, procedure) is { } refused)
            return refused;
        return SecondSignature.IsDemandedFor(reading.Act!, procedure)
            ? Accept(desk.Actor!, [new DecisionSigned(taskId, reading.Act!)])
            : Accept(desk.Actor!, [new TaskDone(taskId, reading.Act!), .. Consequences.Of(reading.Act!, desk.Task!, current, procedure, calendar, now, desk.Power)]);
    }

    // Acts that leave their task open, or that are done in several parts.
    private static Decision? Special(
        Case current, CaseTask task, OutcomeForm form, StaffMember caller, Actor by, WorkingDayCalendar calendar, DateTimeOffset now, CaseRules rules) =>
        (task.Kind, form.Action) switch
        {
            (StageKind.Survey, _) when task.StageId == BesideTasks.Cosign => Cosign(current, task, form, by, now),
            (StageKind.Survey, ActNames.StartSurvey) => StartSurvey(task, form, by, BeijingTime.DayOf(now)),
            (StageKind.Survey, ActNames.Surveyed) => SignSurvey(current, task, form, caller, by, calendar, now, rules),
            (StageKind.Appraise, ActNames.Convene) => Convene(task, form, current, by, BeijingTime.DayOf(now)),
            (StageKind.Appraise, ActNames.Appraised) => Appraise(task, form, current, by, BeijingTime.DayOf(now), rules),
            _ => null,
        };

    /// <summary>What may be done with a task in principle, the dangerous last; empty when it is closed. See <see cref="ActNames"/>.</summary>
    public static ImmutableArray<string> ActionsFor(Case current, CaseTask task, Procedure procedure) => [.. TaskGuards.ActionsFor(current, task, procedure).Where(act => IsTimeFor(act, current))];

    /// <summary>The case stands where the table of acts has that act.</summary>
    /// <param name="act">One of <see cref="ActNames"/>.</param>
    public static bool IsTimeFor(string act, Case current) => ActTable.InForce.OnCase(act)?.IsIn(current) == true;

    /// <summary>What the caller may do from that card about the clock, besides <see cref="ActionsFor(Case, CaseTask, Procedure)"/>.</summary>
    /// <param name="isTheirs">The task lies on a desk of theirs.</param>
    public static ImmutableArray<string> ClockActionsFor(
        Case current, CaseTask task, Procedure procedure, StaffMember caller, bool isTheirs, DateTimeOffset now, PointAuthority? authority = null)
    {
        if (!task.IsOpen)
            return [];
        var mine = isTheirs && MayPause(task);
        return
        [
            .. mine && IsTimeFor(ActNames.PauseClock, current) && !current.OpenPauses.Any(pause => PauseCauses.OfOffices.Contains(pause.Cause)) ? [ActNames.PauseClock] : ImmutableArray<string>.Empty,
            .. mine && IsTimeFor(ActNames.ResumeClock, current) && current.OpenPauses.Any(pause => PauseCauses.OfOffices.Contains(pause.Cause)) ? [ActNames.ResumeClock] : ImmutableArray<string>.Empty,
            .. MayExtend(current, caller, procedure, now, authority) ? [ActNames.ExtendTime] : ImmutableArray<string>.Empty,
        ];
    }

    /// <summary>The caller's post for a task, today; <c>null</c> when they may not act on it.</summary>
    public static Post? PostFor(Case current, CaseTask task, StaffMember caller, DateTimeOffset now) =>
        (!task.IsErrand && current.IsRelated(caller.Participant)) || !TaskDesk.MayTakeUp(current, task, caller) ? null :
        caller.PostsOn(BeijingTime.DayOf(now)).FirstOrDefault(post => TaskDesk.IsDeskOf(post, task) && (task.Person is null || task.Person == caller.Participant)
            && (!post.Role.IsAgent() || current.IsCarriedBy(caller, BeijingTime.DayOf(now))));

    /// <summary>A post that a task lies before: its own desk, who else may take it from there, and for a second signature both of the point.</summary>
    public static bool IsDeskOf(Post post, CaseTask task) => TaskDesk.IsDeskOf(post, task);

    private static bool IsPutOffAgainstTheLaw(ListedMaterial listed) =>
        listed is { LaterBy: not null } or { ByCommitment: true } && Material.NeverLater.Contains(listed.Code);

    // Closed or decided: told with who decided and when.
    private static Decision.Refused? AgainstEnded(Case current) => current.IsClosed || current.Decision is not null
        ? Refuse(RefusalReason.CaseClosed) with { By = current.Decision?.By, At = current.Decision?.At }
        : null;

    private static Decision Accept(Actor actor, ImmutableArray<CaseEvent> events) => new Decision.Accepted(actor, events);

    private static Decision.Refused Refuse(RefusalReason reason) => new(reason);
}
