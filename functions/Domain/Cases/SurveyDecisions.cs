using System.Collections.Immutable;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Cases;

/// <summary>入户调查: it begins in time, and both investigators sign.</summary>
public static partial class CaseDecisions
{
    /// <summary>May be named as the second investigator: staff of the township's office, or of the bureau where the township has nobody.</summary>
    public static bool MayInvestigate(Case current, StaffMember member, DateOnly today) => InvestigatorsPost(current, member, today) is not null;

    /// <summary>The last day to begin has come and nobody said that it began: tell its desk, once.</summary>
    public static Decision RemindOfStart(Case current, string taskId, DateTimeOffset now) =>
        current.Task(taskId) is { StartBy: { } day } task && now >= task.StartAt
            ? Accept(Actor.System, [new SurveyStartDue(taskId, day)])
            : Nothing(current, taskId);

    private static Decision StartSurvey(CaseTask task, OutcomeForm form, Actor by, DateOnly today)
    {
        var on = form.On ?? today;
        if (on < today || on > today.AddDays(Limits.BookingDays))
            return Refuse(RefusalReason.DayOutOfRange) with { Field = "on" };
        return Accept(by, task.StartsOn == on ? [] : [new SurveyStarted(task.TaskId, on)]);
    }

    // The first signs by handing in; it counts when the second has signed, too.
    private static Decision SignSurvey(
        Case current, CaseTask task, OutcomeForm form, StaffMember caller, Actor by, WorkingDayCalendar calendar, DateTimeOffset now, CaseRules rules)
    {
        var today = BeijingTime.DayOf(now);
        if (form.Second is not { } second || second.Id == caller.Id || InvestigatorsPost(current, second, today) is not { } post)
            return Refuse(RefusalReason.SecondInvestigatorRequired) with { Field = "second" };
        if (current.Agents.Any(agent => agent.Participant == second.Participant))
            return Refuse(RefusalReason.AgentCarriedThisCase) with { Field = "second" };
        if (current.IsRelated(second.Participant))
            return Refuse(RefusalReason.OtherIsRelated) with { Field = "second", Others = [second.Name] };
        var on = form.On ?? today;
        if (on > today || on < BeijingTime.DayOf(current.SubmittedAt))
            return Refuse(RefusalReason.DayOutOfRange) with { Field = "on" };
        if (form.MonthlyIncomeFound is < 0 or > Limits.MonthlyIncome)
            return Refuse(RefusalReason.NumberOutOfRange) with { Field = "monthlyIncomeFound" };
        if (form.MembersFound is < 1 or > Limits.Members)
            return Refuse(RefusalReason.NumberOutOfRange) with { Field = "membersFound" };
        var findings = PlainText.OrNull(form.Findings);
        if (findings?.Length > Limits.TextLongest)
            return Refuse(RefusalReason.TextTooLong) with { Field = "findings", Longest = Limits.TextLongest };
        var signed = new SurveySigned(task.TaskId, second.Participant, second.Name, on, Money.OrNull(form.MonthlyIncomeFound), form.MembersFound, findings);
        if (current.AwaitsSignature is { } before && before.Findings == signed && before.First.Participant == by.Participant)
            return Accept(by, []);
        var withdrawn = current.OpenTasks.Where(open => open.StageId == BesideTasks.Cosign).Select(open => new TaskDone(open.TaskId, new TaskAct.SignatureWithdrawn()));
        return Accept(by, [.. withdrawn, signed, AskedToSign(current, task, second, post, calendar, today, rules)]);
    }

    private static Decision Cosign(Case current, CaseTask task, OutcomeForm form, Actor by, DateTimeOffset now)
    {
        var (found, first, signedAt) = current.AwaitsSignature!;
        if (form.Action == ActNames.Disputed)
        {
            var reason = PlainText.Of(form.Reason);
            return reason.Length is >= Limits.ReasonShortest and <= Limits.ReasonLongest
                ? Accept(by, [new TaskDone(task.TaskId, new TaskAct.Disputed(reason))])
                : Refuse(RefusalReason.ReasonRequired) with { Field = "reason" };
        }
        if (form.Action != ActNames.Cosigned)
            return Refuse(RefusalReason.UnknownAction) with { Field = "action" };
        // Somebody may have been entered in the register since.
        if (current.IsRelated(first.Participant))
            return Refuse(RefusalReason.OtherIsRelated) with { Field = "action", Others = [first.Name] };
        return Accept(by, [
            new TaskDone(task.TaskId, new TaskAct.Cosigned()),
            new TaskDone(found.TaskId, new TaskAct.Surveyed(
                [first.Name, by.Name], found.MonthlyIncomeFound, found.MembersFound, found.Findings, found.VisitedOn,
                [new Signature(first.Participant, first.Name, signedAt), new Signature(by.Participant, by.Name, now)])),
        ]);
    }

    private static TaskOpened AskedToSign(Case current, CaseTask survey, StaffMember second, Post post, WorkingDayCalendar calendar, DateOnly today, CaseRules rules)
    {
        var times = current.Tasks.Count(task => task.StageId == BesideTasks.Cosign && task.Round == survey.Round);
        var id = CaseTask.IdOf(BesideTasks.Cosign, survey.Round);
        var clock = StageClock.Over(today, rules.CosignDays, calendar);
        return new TaskOpened(
            times == 0 ? id : $"{id}-{times + 1}", BesideTasks.Cosign, StageKind.Survey, survey.Round, post.Role, post.Office,
            clock.Due.On, clock.Due.IsProvisional, clock.YellowAt, clock.RedAt) { Person = second.Participant, WorkingDays = rules.CosignDays };
    }

    private static Post? InvestigatorsPost(Case current, StaffMember member, DateOnly today)
    {
        var (township, city) = (Offices.InChargeOf(current.Applicant.VillageCode, OfficeLevel.Township), Offices.InChargeOf(current.Applicant.VillageCode, OfficeLevel.City));
        return member.PostsOn(today).FirstOrDefault(post =>
            (post.Office == township && post.Role is (Role.TownshipOfficer or Role.DeputyRepresentative or Role.TownshipHead))
            || post.Is(Role.BureauOfficer, city));
    }
}
