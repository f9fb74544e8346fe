using OneVisit.Domain.Calendars;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Cases;

/// <summary>信息核对: what contradicts the household is named, told, and may be objected to.</summary>
public static partial class CaseDecisions
{
    /// <summary>
    /// The household answers what the data check found: right as found, or not, with a reason. An objection opens the data check once more.
    /// Answered again in the same way, nothing is written.
    /// </summary>
    public static Decision AnswerDifferences(Case current, string participant, bool agrees, string? reason, Procedure procedure, WorkingDayCalendar calendar, DateTimeOffset now)
    {
        if (current.Participant != participant)
            return Refuse(RefusalReason.NotYours);
        if (Objecting.To(current) is not { } open)
            return current.DifferencesAnswers.LastOrDefault() is { } before && before.Agrees == agrees
                ? Accept(Owner(current), [])
                : Refuse(RefusalReason.NothingToObjectTo) with { At = current.DifferencesAnswers.LastOrDefault()?.At };
        if (now >= BeijingTime.EndOf(open.By))
            return Refuse(RefusalReason.NothingToObjectTo) with { Until = open.By };
        var words = PlainText.OrNull(reason);
        if (!agrees && words is not { Length: >= Limits.ReasonShortest and <= Limits.ReasonLongest })
            return Refuse(RefusalReason.ReasonRequired) with { Field = "reason" };
        var answered = new DifferencesAnswered(open.TaskId, agrees, agrees ? null : words);
        var goesOn = Resume(current.After(answered, Owner(current), now), PauseCauses.WaitingForAnswer, Owner(current), procedure, calendar, now, ResumeReasons.Answered);
        return Accept(Owner(current), [answered, .. goesOn is Decision.Accepted accepted ? accepted.Events : []]);
    }
}

/// <summary>Differences that the household may still object to.</summary>
internal readonly record struct Objecting(string TaskId, DateOnly By)
{
    /// <summary><c>null</c>: there are none, or they were answered.</summary>
    public static Objecting? To(Case current)
    {
        foreach (var task in current.Tasks.Reverse())
        {
            if (task.Done?.Act is TaskAct.Verified { ObjectBy: { } by } && current.DifferencesAnswers.All(answer => answer.TaskId != task.TaskId))
                return new Objecting(task.TaskId, by);
        }
        return null;
    }

    /// <summary>The household is waited for: the clock stands still until its last day.</summary>
    public static ClockPaused Wait(DateOnly until) => new(PauseCauses.WaitingForAnswer, Until: until);
}
