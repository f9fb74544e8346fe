using System.Collections.Immutable;
using OneVisit.Domain.Authority;
using OneVisit.Domain.Services;
using OneVisit.Domain.Supervision;

namespace OneVisit.Domain.Cases;

/// <summary>Who may act on a task at all: it must be open, and the caller must hold the right role at the right place today, with authority where it takes one.</summary>
internal readonly record struct TaskDesk(CaseTask? Task, Actor? Actor, Decision.Refused? Refused)
{
    /// <summary>The delegated power in which the caller decides; <c>null</c>: it takes none.</summary>
    public DecisionPower? Power { get; private init; }

    /// <param name="act">As it was posted: the table of acts says who may.</param>
    public static TaskDesk At(
        Case current, string taskId, string? act, StaffMember caller, Procedure procedure, DateOnly today, PointAuthority? authority, ImmutableArray<TrainingRule>? trainings = null)
    {
        if (current.Task(taskId) is not { } task)
            return No(NotThere(current, taskId, procedure));
        var power = DecisionSeat.Of(current, task, caller, procedure, today, authority, trainings ?? []);
        if (power.Refused is { } lacking)
            return No(lacking);
        if (AgainstAgent(current, task, caller, today) is { } notTheirs)
            return No(notTheirs);
        var posts = caller.PostsOn(today).Where(post => IsRoleOf(post.Role, task)).ToArray();
        if (posts.Length == 0)
            return No(new(RefusalReason.WrongRole));
        if (task is { StageId: BesideTasks.Cosign, IsOpen: true, Person: { } named } && named != caller.Participant && posts.Any(post => post.Office == task.Office))
            return No(new(RefusalReason.NamedForAnother) { Others = [current.AwaitsSignature?.Findings.SecondName ?? ""] });
        if (posts.Where(post => post.Office == task.Office && (task.Person is null || task.Person == caller.Participant)).OrderBy(post => post.Role != power.Seat).FirstOrDefault() is not { } post)
            return No(new(RefusalReason.WrongPlace));
        if (task.Done is { } done)
            return No(new(RefusalReason.AlreadyDone) { By = done.By, At = done.At, Done = done.Act.Name });
        var line = ActTable.InForce.OnCase(act);
        var footing = Footing.Of(caller, current, task, today, authority);
        switch (line?.Judge(footing))
        {
            // The card before them has no such act.
            case Judgement.NotTheirs:
                return No(new(RefusalReason.UnknownAction) { Field = "action" });
            case Judgement.Barred when footing.Bars.HasFlag(Bars.Kin):
                return No(new(RefusalReason.RelatedToHousehold) { Could = new Post(task.Role, task.Office, today) });
            case Judgement.Barred:
                return No(new(RefusalReason.WithoutAuthority));
        }
        if (task.Kind == StageKind.Decide && current.Investigators.Any(investigator => investigator.Participant == caller.Participant))
            return No(new(RefusalReason.InvestigatedThisCase) { Could = new Post(task.Role, task.Office, today) });
        if (CarriedByCaller(current, task, caller))
            return No(new(RefusalReason.AgentCarriedThisCase));
        if (ReviewedByCaller(current, task, caller))
            return No(new(RefusalReason.ReviewedThisCase));
        // What has no line is nobody's to do.
        if (line is null)
            return No(new(RefusalReason.UnknownAction) { Field = "action" });
        return new TaskDesk(task, caller.For(current, post), null) { Power = power.Power };
    }

    // Whoever was this household's agent and still has the card before them is told why it is not theirs any more.
    private static Decision.Refused? AgainstAgent(Case current, CaseTask task, StaffMember caller, DateOnly today)
    {
        if (task is not { IsOpen: true, IsErrand: true } || !current.Carriers.Any(carrier => carrier.Role.IsAgent() && carrier.Is(caller, today)))
            return null;
        if (!current.IsMandatedOn(today))
            return new(RefusalReason.MandateNotActive) { At = current.Mandate?.RevokedAt };
        if (ReadingOut.IsOne(task) ? !ReadingOut.IsAgents(current, today) : !current.Mandate.RunsErrands)
            return new(RefusalReason.NotInMandate) { About = [ReadingOut.IsOne(task) ? MandateActs.CollectResult : MandateActs.HandIn] };
        return current.IsCarriedBy(caller, today) ? null : new(RefusalReason.ErrandMoved) { Moved = new Carrier(task.Role, task.Office, task.Person) };
    }

    /// <summary>A post that a task lies before: its own desk, who else may take it from there, and for a second signature both of the point.</summary>
    public static bool IsDeskOf(Post post, CaseTask task) => post.Office == task.Office && IsRoleOf(post.Role, task);

    /// <summary>Nothing that the person did in the case before keeps them from it.</summary>
    public static bool MayTakeUp(Case current, CaseTask task, StaffMember caller) =>
        !ReviewedByCaller(current, task, caller) && task.FirstSignature?.By.Participant != caller.Participant;

    private static bool IsRoleOf(Role role, CaseTask task) =>
        role == task.Role || role == task.Also || (task.FirstSignature is not null && DecisionSeat.IsOfPoint(task.Role) && DecisionSeat.IsOfPoint(role));

    private static Decision.Refused NotThere(Case current, string taskId, Procedure procedure)
    {
        if (current.IsClosed)
            return new(RefusalReason.CaseClosed) { At = current.ClosedAt };
        return procedure.Stages.Any(stage => CaseTask.IdOf(stage.Id, current.Round) == taskId)
            ? new(RefusalReason.OutOfOrder) { About = [.. current.CurrentStages.Select(kind => kind.Code())] }
            : new(RefusalReason.UnknownTask);
    }

    // Whoever ran the household's errands looks at the case with its eyes: not as surveyor, checker, reviewer or decider.
    private static bool CarriedByCaller(Case current, CaseTask task, StaffMember caller) =>
        task.Kind is StageKind.Survey or StageKind.Verify or StageKind.Appraise or StageKind.Review or StageKind.Decide
        && current.Agents.Any(agent => agent.Participant == caller.Participant);

    // Review and decision are two people's (审核与决定分离), whatever posts one of them holds.
    private static bool ReviewedByCaller(Case current, CaseTask task, StaffMember caller) =>
        task.Kind == StageKind.Decide && current.Tasks.Any(done => done is { Kind: StageKind.Review, Done: { } review } && review.By.Participant == caller.Participant);

    private static TaskDesk No(Decision.Refused refused) => new(null, null, refused);
}
