using System.Collections.Immutable;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Services;
using OneVisit.Domain.Supervision;

namespace OneVisit.Domain.Cases;

public static partial class CaseDecisions
{
    /// <summary>
    /// The course of a case: what opens, ends or is done by itself now that the case is where it is. Empty when there is only waiting.
    /// Journal the events under <see cref="Actor.System"/>; asked again after that, it answers with nothing.
    /// </summary>
    /// <param name="authority">Of the case's point; <c>null</c>: nobody looked, and decisions stay where they are.</param>
    /// <param name="rules">Numbers of the day; <c>null</c>: the usual ones.</param>
    /// <param name="bench">Who holds the posts of <see cref="DesksToKnow"/>; <c>null</c>: nobody looked, and work stays where it is.</param>
    public static ImmutableArray<CaseEvent> OpenNext(
        Case current, Procedure procedure, WorkingDayCalendar calendar, DateTimeOffset now, PointAuthority? authority = null, CaseRules? rules = null, Bench? bench = null) =>
        new Course(current, procedure, calendar, now, authority, rules ?? CaseRules.Usual, bench).Walk(tell: false);

    /// <summary>Everything that is due now: <see cref="OpenNext"/>, and who has to be told of a limit that is near or past is told.</summary>
    /// <param name="authority">As for <see cref="OpenNext"/>.</param>
    /// <param name="isHeld">Somebody holds that role at that office; <c>null</c>: nobody looked, and all posts count as held.</param>
    public static ImmutableArray<CaseEvent> Advance(
        Case current, Procedure procedure, WorkingDayCalendar calendar, DateTimeOffset now, PointAuthority? authority = null, Func<Role, string, bool>? isHeld = null,
        CaseRules? rules = null, Bench? bench = null) =>
        new Course(current, procedure, calendar, now, authority, rules ?? CaseRules.Usual, bench, isHeld).Walk(tell: true);
}

/// <summary>Walks a procedure step by step, from its beginning or from where a returned case starts again.</summary>
internal sealed class Course(Case current, Procedure procedure, WorkingDayCalendar calendar, DateTimeOffset now, PointAuthority? authority,
    CaseRules rules, Bench? bench, Func<Role, string, bool>? isHeld = null)
{
    private readonly ImmutableArray<CaseEvent>.Builder events = ImmutableArray.CreateBuilder<CaseEvent>();
    private readonly DateOnly today = BeijingTime.DayOf(now);
    private Case current = current;

    /// <param name="tell">Limits that are near or past are told, by the clocks as they are set now.</param>
    public ImmutableArray<CaseEvent> Walk(bool tell)
    {
        if (current.IsClosed)
            return [];
        foreach (var over in PauseEnds.Due(current, now))
            Happen(over);
        if (Settling.Of(current, procedure, calendar, now) is { } settled)
            Happen(settled);
        foreach (var told in RepresentationClock.DueOn(current, today))
            Happen(told);
        foreach (var accepted in Acceptance.BySilence(current, procedure, calendar, now))
            Happen(accepted);
        foreach (var told in tell ? [.. current.OpenTasks.SelectMany(task => CaseDecisions.TellOf(current, task, calendar, now, isHeld))] : ImmutableArray<CaseEvent>.Empty)
            Happen(told);
        foreach (var moved in Desks.Moved(current, today))
            Happen(moved);
        foreach (var moved in authority is null ? [] : Desks.HandedOver(current, procedure, today, authority, bench))
            Happen(moved);
        foreach (var moved in bench is null ? [] : Recusal.Moved(current, bench).Where(moved => authority is null || !IsDelegated(moved)))
            Happen(moved);
        foreach (var papers in PapersToFollow.DueOn(current, today))
            Happen(papers);
        if (current.DeliveredAt is not null && current.Tasks.Any(ReadingOut.IsOne))
            ReadOut();
        if (current.Decision?.Outcome is CaseOutcome.NotAccepted)
        {
            // Turned away: told, and done with.
            _ = Deliver() && !ReadingOut.HoldsUpEnd(current) && Once(false, new Closed());
            return events.ToImmutable();
        }
        VisitRelatives();
        foreach (var step in Steps())
        {
            var finished = true;
            foreach (var stage in step.Stages)
                finished &= Finish(stage);
            if (!finished)
                break;
        }
        return events.ToImmutable();
    }

    /// <summary>Does for a stage what can be done now; <c>true</c> when it is behind us.</summary>
    private bool Finish(Stage stage) => stage.Kind switch
    {
        StageKind.Accept when stage.Role == Role.System => current.Promise is not null,
        StageKind.Accept => Worked(stage) && current.Promise is not null,
        StageKind.Deliver when current.DeliveredAt is null && PapersToFollow.HoldUpResult(current) => Awaited(),
        StageKind.Close when PapersToFollow.HoldUpEnd(current) => Awaited(),
        StageKind.Close when ReadingOut.HoldsUpEnd(current) => false,
        StageKind.Deliver => Came() && Deliver(),
        StageKind.Close => Came() && Once(current.ClosedAt is not null, new Closed()),
        StageKind.File when current.Decision?.Outcome is CaseOutcome.Refused => true,
        StageKind.Notice when !NeedsNotice(stage) => IsUndisputed(),
        StageKind.Notice => Worked(stage) && Hung(stage) && IsUndisputed(),
        // The data did not change because somebody objected; its last check stands.
        StageKind.Verify when current.ReopenedAt is not null && current.Verification is not null => true,
        StageKind.Verify => Worked(stage) && Heard(stage),
        _ => Worked(stage),
    };

    // With the authority known, decisions find their desk by it and by kinship at once.
    private bool IsDelegated(TaskReassigned moved) => procedure.Find(current.Task(moved.TaskId)!.StageId) is { IsDelegated: true };

    private bool Worked(Stage stage)
    {
        var taskId = CaseTask.IdOf(stage.Id, current.Round);
        if (current.Task(taskId) is { } task)
            return !task.IsOpen;
        var (role, office, person) = Desks.Of(stage, current, today, authority, bench);
        var clock = StageClock.Of(
            stage, procedure, current.Promise?.AcceptedOn ?? BeijingTime.DayOf(current.SubmittedAt), today, new(calendar, current.Pauses, today), StageClock.StretchOf(current, procedure));
        Happen(new TaskOpened(taskId, stage.Id, stage.Kind, current.Round, role, office, clock.Due.On, clock.Due.IsProvisional, clock.YellowAt, clock.RedAt, Desks.AlsoOf(stage, current, today, authority, bench))
        {
            Person = person,
            StartBy = stage.StartWorkingDays is { } days && current.Promise is { } promise ? Later(calendar.After(promise.AcceptedOn, days).On, calendar.After(today, 1).On) : null,
        });
        // What is beyond the point says so as it goes up.
        foreach (var moved in authority is null ? [] : Desks.HandedOver(current, procedure, today, authority, bench).ToArray())
            Happen(moved);
        return false;
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    /// <summary>The household was heard on what the data check found: nothing contradicts, they answered, or their days passed. An objection has it checked once more.</summary>
    private bool Heard(Stage stage)
    {
        var task = current.Task(CaseTask.IdOf(stage.Id, current.Round))!;
        if (task.Done?.Act is not TaskAct.Verified { ObjectBy: { } by })
            return true;
        if (current.DifferencesAnswers.LastOrDefault(answer => answer.TaskId == task.TaskId) is { } answered)
            return answered.Agrees is not false || Beside(BesideTasks.Recheck, StageKind.Verify, (task.Role, task.Office), rules.RecheckDays);
        if (now < BeijingTime.EndOf(by))
            return false;
        // The pause for it ended by itself, as its last day is over.
        Happen(new DifferencesUnanswered(task.TaskId));
        return true;
    }

    // Once a case, whatever round it is in.
    private void VisitRelatives()
    {
        if (current.OwesCityVisit && current.CityVisit is null && current.Decision is null)
            Beside(BesideTasks.CityVisit, StageKind.Visit, (Role.CityReviewer, Offices.InChargeOf(current.Applicant.VillageCode, OfficeLevel.City)), rules.RelativesVisitDays);
    }

    /// <summary>Work beside the stages lies on its desk, or comes to lie there.</summary>
    /// <returns>It is done.</returns>
    private bool Beside(string stageId, StageKind kind, (Role Role, string Office) desk, int workingDays)
    {
        var taskId = CaseTask.IdOf(stageId, current.Round);
        if (current.Task(taskId) is { } task)
            return !task.IsOpen;
        var (role, office, _) = Recusal.Away(new Carrier(desk.Role, desk.Office), current, bench);
        var clock = StageClock.Over(today, workingDays, calendar);
        Happen(new TaskOpened(taskId, stageId, kind, current.Round, role, office, clock.Due.On, clock.Due.IsProvisional, clock.YellowAt, clock.RedAt) { WorkingDays = workingDays });
        return false;
    }

    /// <summary>The errand for papers that are still to follow lies on a desk, or comes to lie there.</summary>
    private bool Awaited()
    {
        var taskId = CaseTask.IdOf(PapersToFollow.StageId, current.Round);
        if (current.Task(taskId) is null)
            Happen(PapersToFollow.Errand(taskId, current, today));
        return false;
    }

    /// <summary>Once nothing is to follow any more, the errand, if there was one, is done whoever sent the papers.</summary>
    private bool Came()
    {
        if (PapersToFollow.HoldUpEnd(current))
            return true;
        foreach (var errand in current.OpenTasks.Where(task => task.StageId == PapersToFollow.StageId).ToArray())
            Happen(new TaskDone(errand.TaskId, new TaskAct.Collected([])));
        return true;
    }

    /// <summary>The result goes out to the household's conversation, and to its door where somebody is to bring it.</summary>
    private bool Deliver()
    {
        if (current.DeliveredAt is not null)
            return true;
        Happen(new Delivered());
        ReadOut();
        return true;
    }

    private void ReadOut()
    {
        if (ReadingOut.Next(current, calendar, today, rules) is { } next)
            Happen(next);
    }

    private bool Hung(Stage stage)
    {
        if (current.Notice is not { TakenDownAt: null } notice)
            return false;
        return notice.EndedAt is not null || (now >= notice.EndsAt && Once(false, new PublicNoticeEnded(notice.TaskId, notice.Round)));
    }

    // No notice about a child, none for an opinion to refuse, and none a second time when what hung did not change.
    private bool NeedsNotice(Stage stage) =>
        !NoticeRules.IsForbidden(current, procedure)
        && current.Opinion?.Act is not TaskAct.ProposedRefusal
        && (current.Task(CaseTask.IdOf(stage.Id, current.Round)) is not null || !NoticeRules.StillHolds(current.Notice, current));

    /// <summary>Every objection to the notice is answered: before that nobody decides.</summary>
    private bool IsUndisputed() => !current.OpenObjections.Any();

    private bool Once(bool already, CaseEvent happened)
    {
        if (!already)
            Happen(happened);
        return true;
    }

    private void Happen(CaseEvent happened)
    {
        current = current.After(happened, Actor.System, now);
        events.Add(happened);
    }

    /// <summary>The steps of this round; an appraisal that was ordered for it comes right before its review.</summary>
    private IEnumerable<Step> Steps()
    {
        var steps = procedure.Steps.Skip(FirstStep()).ToArray();
        if (current.AppraisalsOrdered.All(order => order.Round != current.Round) || steps.Any(step => step.Stages.Any(stage => stage.Kind == StageKind.Appraise)))
            return steps;
        var review = Array.FindIndex(steps, step => step.Stages.Any(stage => stage.Kind == StageKind.Review));
        return review < 0 ? steps : [.. steps[..review], new Step([OrderedAppraisal()]), .. steps[review..]];
    }

    private Stage OrderedAppraisal() => procedure.Stages.FirstOrDefault(stage => stage.Kind == StageKind.Appraise) ?? new Stage(
        BesideTasks.Appraise, StageKind.Appraise, new Text("", ""), Role.TownshipOfficer, OfficeLevel.Township, new StageLimit(WorkingDaysOfItsOwn: rules.AppraisalDays), null);

    private int FirstStep()
    {
        if (current.Round == 1)
            return 0;
        var from = current.ReopenedAt ?? procedure.ReturnTo;
        for (var i = 0; i < procedure.Steps.Length; i++)
        {
            if (procedure.Steps[i].Stages.Any(stage => stage.Id == from))
                return i;
        }
        throw new InvalidOperationException($"Procedure {procedure.Version} returns to {from}, which it does not have.");
    }
}
