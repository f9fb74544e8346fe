using OneVisit.Domain.Calendars;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Cases;

/// <summary>What an act brings about by itself, journalled in the same append.</summary>
internal static class Consequences
{
    /// <summary>Days a public notice hangs where the procedure does not say.</summary>
    private const int NoticeDays = 7;

    public static IEnumerable<CaseEvent> Of(
        TaskAct act, CaseTask task, Case current, Procedure procedure, WorkingDayCalendar calendar, DateTimeOffset now, DecisionPower? power = null, Actor? first = null)
    {
        var today = BeijingTime.DayOf(now);
        var stage = procedure.Find(task.StageId);
        return act switch
        {
            TaskAct.ApplicationAccepted => [Acceptance.Now(current, task, procedure, calendar, today)],
            TaskAct.NotAccepted turnedAway => [new Decided(new CaseOutcome.NotAccepted(turnedAway.Reason), stage?.Law?.ToString())],
            TaskAct.Collected { InPerson: true } brought => [new Attended(task.TaskId, brought.ComingCause)],
            TaskAct.NoticePosted => [Hanging(task, current, stage, today)],
            TaskAct.Approved approved => Approval(new Decided(Granted(approved.Amount, current, procedure, today), stage?.Law?.ToString(), power, first), current, procedure, today),
            TaskAct.Refused refused => [new Decided(new CaseOutcome.Refused(refused.Reason), stage?.Law?.ToString(), power, first)],
            TaskAct.Returned returned => [new ReturnedForCorrection(returned.Items, returned.Reason, current.Round + 1)],
            TaskAct.Verified { ObjectBy: { } until } => [Objecting.Wait(until)],
            TaskAct.Registered registered => [new Filed(registered.RegisterNumber)],
            _ => [],
        };
    }

    private static PublicNoticeOpened Hanging(CaseTask task, Case current, Stage? stage, DateOnly today)
    {
        var until = today.AddDays(stage?.Limit.CalendarDays ?? NoticeDays);
        return new PublicNoticeOpened(task.TaskId, task.Round, today, until, BeijingTime.EndOf(until), current.Opinion?.Act.AmountNamed, NoticeRules.MembersOf(current));
    }

    private static IEnumerable<CaseEvent> Approval(Decided decided, Case current, Procedure procedure, DateOnly today)
    {
        yield return decided;
        var granted = (CaseOutcome.Approved)decided.Outcome;
        // A recomputed amount belongs to what is drawn by an earlier decision; a sum once is over when it is paid.
        if (procedure.Grants == Grants.Monthly || procedure is { Grants: Grants.Nothing, Reverification: not null })
        {
            var months = procedure.Reverification?.MonthsFor(current.Application.Household, today);
            yield return new BenefitStarted(granted.PaidFrom ?? today, granted.Monthly, months, months is { } after ? today.AddMonths(after) : null);
        }
    }

    private static CaseOutcome.Approved Granted(Money? amount, Case current, Procedure procedure, DateOnly today) => procedure.Grants switch
    {
        Grants.Monthly or Grants.Recomputed => new(amount, procedure.PaidFromApplication ? Months.FirstOf(current.Promise!.AcceptedOn) : Months.NextAfter(today)),
        Grants.Once => new(Once: amount),
        _ => new(),
    };
}
