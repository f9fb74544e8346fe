using OneVisit.Domain;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Functions.Cases;
using OneVisit.Functions.Words;

namespace OneVisit.Functions.Tasks;

/// <summary>What an agent reads out at the household's door, in words that are spoken: the decision, how much and from when, and what one can do against it.</summary>
internal static class ReadOutWords
{
    public static IEnumerable<string> Lines(CaseFile file, CaseTask task, Language language, string phone)
    {
        if (file.Current.Decision is not { } decision)
            yield break;
        yield return Sentences.Of(language, "read-out.how");
        yield return Result(decision.Outcome, file.Service.Name.In(language), language);
        yield return Sentences.Of(language, decision.Outcome is CaseOutcome.Approved ? "read-out.if-not-agreed" : "read-out.remedies", phone);
        if (file.Current.Tasks.LastOrDefault(before => before.StageId == BesideTasks.ReadOut && before.TaskId != task.TaskId)?.Done is { Act: TaskAct.NotMet missed } tried)
            yield return Sentences.Of(language, "read-out.before", Sentences.Day(language, BeijingTime.DayOf(tried.At)), tried.By.Name, missed.Reason);
    }

    private static string Result(CaseOutcome outcome, string service, Language language) => outcome switch
    {
        CaseOutcome.Approved { Monthly: { Yuan: 0 }, PaidFrom: { } from } => Sentences.Of(language, "read-out.stops", service, Sentences.Day(language, from)),
        CaseOutcome.Approved { Monthly: { } monthly, PaidFrom: { } from } => Sentences.Of(language, "read-out.monthly", service, Sentences.Yuan(language, monthly.Yuan), Sentences.Day(language, from)),
        CaseOutcome.Approved { Once: { } once } => Sentences.Of(language, "read-out.once", service, Sentences.Yuan(language, once.Yuan)),
        CaseOutcome.Refused refused => Sentences.Of(language, "read-out.refused", service, refused.Reason),
        CaseOutcome.NotAccepted turnedAway => Sentences.Of(language, "read-out.not-accepted", service, turnedAway.Reason),
        _ => Sentences.Of(language, "read-out.approved", service),
    };
}
