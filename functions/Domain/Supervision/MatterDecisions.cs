using System.Collections.Immutable;
using OneVisit.Domain.Authority;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Supervision;

/// <summary>What may be done in a matter of supervision: pure functions, they hold whatever is posted.</summary>
public static partial class MatterDecisions
{
    /// <summary>Does a step: the desk and the form are checked, and what follows at once is added.</summary>
    public static MatterDecision Complete(Matter current, string taskId, MatterForm form, StaffMember caller, MatterWorld world, DateTimeOffset now)
    {
        var today = BeijingTime.DayOf(now);
        if (current.Step(taskId) is not { } step)
            return new MatterDecision.Refused(MatterRefusal.UnknownTask);
        var desk = new Post(step.Role, step.Office, today);
        if (caller.PostsOn(today).FirstOrDefault(post => post.Is(step.Role, step.Office)) is not { } held)
            return new MatterDecision.Refused(MatterRefusal.NotTheirDesk) { Could = desk };
        if (step.Done is { } before)
            return new MatterDecision.Refused(MatterRefusal.AlreadyDone) { Before = before };
        switch (ActTable.InForce.OnMatter(form.Action)?.Judge(Footing.Of(caller, step, today)))
        {
            case Judgement.NotTheirs:
                return new MatterDecision.Refused(MatterRefusal.NotTheirDesk) { Could = desk };
            case Judgement.Barred:
                return new MatterDecision.Refused(MatterRefusal.AboutThemselves) { Could = desk };
            case null when step.NotBy.Contains(caller.Participant):
                return new MatterDecision.Refused(MatterRefusal.AboutThemselves) { Could = desk };
            case null:
                return new MatterDecision.Refused(MatterRefusal.UnknownAction) { Field = "action" };
        }
        var reading = MatterReading.Of(form, step, world with { Subject = current.Subject, Today = today });
        if (reading.Refused is { } lacking)
            return lacking;
        var actor = caller.In(held);
        return new MatterDecision.Accepted(actor, [new StepDone(taskId, reading.Act!), .. new Following(current, step, reading.Act!, actor, world, today).Events()]);
    }

    /// <summary>What the reader may do with a step, the dangerous last; empty when it is closed.</summary>
    public static ImmutableArray<string> ActionsFor(MatterStep step, MatterSubject subject) => !step.IsOpen ? [] : step.Kind switch
    {
        StepKind.ReviewFile => [MatterActNames.Reviewed],
        StepKind.CorrectFile => [MatterActNames.Corrected],
        StepKind.RecheckFile => [MatterActNames.RecheckPassed, MatterActNames.RecheckFailed],
        StepKind.ContactRater => [MatterActNames.Contacted],
        StepKind.FixService => [MatterActNames.Fixed],
        StepKind.RevisitRater => [MatterActNames.Revisited, MatterActNames.ExcludeRating],
        StepKind.AnswerComplaint or StepKind.AnswerObjection => [MatterActNames.Answered],
        StepKind.ConfirmBenefit => [MatterActNames.BenefitConfirmed, MatterActNames.BenefitSentBack],
        StepKind.CheckBenefit => BenefitReading.ActionsFor(subject),
        _ => [MatterActNames.Visited],
    };

    /// <summary>The caller may act on the step today.</summary>
    public static bool IsFor(MatterStep step, StaffMember caller, DateOnly today) =>
        caller.PostsOn(today).Any(post => post.Is(step.Role, step.Office)) && !step.NotBy.Contains(caller.Participant);

    /// <summary>What the clock does now: tell desks that 90% is used, tell superiors that the limit is past. Asked again it finds nothing.</summary>
    public static MatterDecision Tick(Matter current, DateTimeOffset now) => new MatterDecision.Accepted(
        Actor.System,
        [
            .. current.OpenSteps.Where(step => now >= step.EscalateAt).Select(step => new StepEscalated(step.TaskId, step.Office, step.Due.On)),
            .. current.OpenSteps.Where(step => now >= step.RemindAt && now < step.RedAt).Select(step => new StepReminded(step.TaskId, step.Due.On)),
        ]);

    /// <summary>The city's reviewer ends a remedy whose rating is mistaken or malicious, wherever it stands. Nobody is asked to do any more about it.</summary>
    public static MatterDecision Exclude(Matter current, string? reason, StaffMember caller, DateTimeOffset now)
    {
        var today = BeijingTime.DayOf(now);
        var point = current.Subject.AboutPoint!;
        if (AuthorityDecisions.ReviewerOf(point, caller, today) is not { } reviewer)
            return new MatterDecision.Refused(MatterRefusal.ReviewerOnly) { Could = new Post(Role.CityReviewer, CityOf(point), today) };
        if (current.Last<MatterAct.Excluded>() is { } before)
            return new MatterDecision.Refused(MatterRefusal.AlreadyDone) { Before = before };
        var words = PlainText.Of(reason);
        return words.Length is >= Limits.ReasonShortest and <= Limits.ReasonLongest
            ? new MatterDecision.Accepted(
                caller.In(reviewer), [.. current.OpenSteps.Select(step => new StepDone(step.TaskId, new MatterAct.Excluded(words))), new MatterClosed()])
            : new MatterDecision.Refused(MatterRefusal.WordsRequired) { Field = "reason" };
    }

    internal static StepOpened Open(StepKind kind, int round, Role role, string office, IEnumerable<string> notBy, int workingDays, DateOnly today, WorkingDayCalendar calendar)
    {
        var clock = StageClock.Over(today, workingDays, calendar);
        return new StepOpened(MatterStep.IdOf(kind, round), kind, role, office, [.. notBy.Distinct()], clock.Due.On, clock.Due.IsProvisional, clock.YellowAt, clock.RedAt);
    }
}
