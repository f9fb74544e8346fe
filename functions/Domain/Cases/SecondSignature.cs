namespace OneVisit.Domain.Cases;

/// <summary>Two signatures on a decision (双人签署): the first is noted, and it counts when another of the point has signed too.</summary>
internal static class SecondSignature
{
    public static bool IsOne(string? action) => action is ActNames.Countersign or ActNames.DeclineSignature;

    /// <summary>The procedure asks for two on this decision.</summary>
    public static bool IsDemandedFor(TaskAct act, Services.Procedure procedure) =>
        act is TaskAct.Approved or TaskAct.Refused && procedure.FourEyes?.Demands(act is TaskAct.Approved, act.AmountNamed) == true;

    public static Decision Of(OutcomeForm form, TaskDesk desk, Case current, Services.Procedure procedure, Calendars.WorkingDayCalendar calendar, DateTimeOffset now)
    {
        var task = desk.Task!;
        if (task.FirstSignature is not { } first)
            return new Decision.Refused(RefusalReason.UnknownAction) { Field = "action" };
        if (first.By.Participant == desk.Actor!.Participant)
            return new Decision.Refused(RefusalReason.SameSignatory) { By = first.By, At = first.At };
        if (form.Action == ActNames.DeclineSignature)
        {
            var reason = PlainText.Of(form.Reason);
            return reason.Length is < Limits.ReasonShortest or > Limits.ReasonLongest
                ? new Decision.Refused(RefusalReason.ReasonRequired) { Field = "reason" }
                : new Decision.Accepted(desk.Actor, [new SignatureDeclined(task.TaskId, reason)]);
        }
        // What was signed first may have lost its ground meanwhile.
        return TaskGuards.Against(first.Act, task with { FirstSignature = null }, current, procedure) is { } refused
            ? refused
            : new Decision.Accepted(desk.Actor, [new TaskDone(task.TaskId, first.Act), .. Consequences.Of(first.Act, task, current, procedure, calendar, now, desk.Power, first.By)]);
    }
}
