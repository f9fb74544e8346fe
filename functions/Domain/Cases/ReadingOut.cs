using OneVisit.Domain.Calendars;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Cases;

/// <summary>
/// The result read out at the household's door and the letter handed over (送达): by its agent where it left that to them, and where nobody of it has
/// a conversation of their own by the agent or the township. It lies beside the stages: filing does not wait for it, the end of the case does.
/// </summary>
internal static class ReadingOut
{
    /// <summary>How often somebody goes before the letter is kept at the township.</summary>
    public const int Tries = 2;

    public static bool IsOne(CaseTask task) => task.StageId == BesideTasks.ReadOut;

    /// <summary>The case ends when the household has its result.</summary>
    public static bool HoldsUpEnd(Case current) => current.OpenTasks.Any(IsOne);

    /// <summary>Whose it is on a day; <c>null</c>: the household is told in its own conversation, and wants nobody to come.</summary>
    public static Carrier? DeskOf(Case current, DateOnly today) =>
        IsAgents(current, today) ? current.Carrier
        : current.HasNobodyToTellOn(today) ? new(Role.TownshipOfficer, Offices.InChargeOf(current.Applicant.VillageCode, OfficeLevel.Township))
        : null;

    /// <summary>The mandate lets the agent bring the result, or hear of it as the household chose. Where nobody else can be told, hearing is enough.</summary>
    public static bool IsAgents(Case current, DateOnly today) => current.IsMandatedOn(today)
        && (current.Mandate.Allows(MandateActs.CollectResult)
            || (current.Mandate.Allows(MandateActs.ReceiveNotices) && (current.Mandate.Notices != NoticeChoices.Me || current.HasNobodyToTellOn(today))));

    /// <summary>The first time as the result goes out, and once more after nobody was met; <c>null</c>: nothing is to be done.</summary>
    public static TaskOpened? Next(Case current, WorkingDayCalendar calendar, DateOnly today, CaseRules rules)
    {
        var before = current.Tasks.Where(IsOne).ToArray();
        if (before is not [] and not [.., { Done.Act: TaskAct.NotMet }] || before.Length >= Tries || DeskOf(current, today) is not { } desk)
            return null;
        var (id, clock) = (CaseTask.IdOf(BesideTasks.ReadOut, current.Round), StageClock.Over(today, rules.ReadOutDays, calendar));
        return new TaskOpened(
            before.Length == 0 ? id : $"{id}-{before.Length + 1}", BesideTasks.ReadOut, StageKind.Deliver, current.Round, desk.Role, desk.Office,
            clock.Due.On, clock.Due.IsProvisional, clock.YellowAt, clock.RedAt) { Person = desk.Person, WorkingDays = rules.ReadOutDays };
    }

    /// <summary>Whose it is has changed, or it is nobody's any more, because the mandate went or the household came into a conversation of its own.</summary>
    public static IEnumerable<CaseEvent> Moved(Case current, DateOnly today)
    {
        foreach (var task in current.OpenTasks.Where(IsOne))
        {
            if (DeskOf(current, today) is not { } desk)
                yield return new TaskDone(task.TaskId, new TaskAct.ReadOutWithdrawn());
            else if ((task.Role, task.Office, task.Person) != (desk.Role, desk.Office, desk.Person))
                yield return new TaskReassigned(task.TaskId, desk.Role, desk.Office) { Person = desk.Person };
        }
    }

    public static OutcomeReading HandedOver(OutcomeForm form, Case current, DateOnly today)
    {
        var on = form.On ?? today;
        return on > today || (current.Decision is { } decision && on < BeijingTime.DayOf(decision.At))
            ? new(null, new(RefusalReason.DayOutOfRange) { Field = "on" })
            : new(new TaskAct.HandedOver(on), null);
    }
}
