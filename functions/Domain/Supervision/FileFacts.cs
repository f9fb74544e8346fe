using System.Collections.Immutable;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Supervision;

/// <summary>Something the journal knows about a file, with what proves it.</summary>
/// <param name="Result"><c>null</c>: the journal does not know, the reviewer looks.</param>
public sealed record FileFact(string Name, Answer? Result)
{
    public DateOnly? From { get; init; }

    public DateOnly? Until { get; init; }

    public int? Count { get; init; }

    public ImmutableArray<string> Names { get; init; } = [];
}

/// <summary>What the journal can know, by the names that the criteria use.</summary>
public static class FactNames
{
    public const string OneTimeNotice = "one-time-notice";
    public const string DecidedInTime = "decided-in-time";
    public const string TwoCheckers = "two-checkers";
    public const string NoticeHung = "notice-hung";
    public const string ReasonsGiven = "reasons-given";
    public const string Delivered = "delivered";
    public const string FiledInTime = "filed-in-time";
    public const string NothingExtra = "nothing-extra";
    public const string AuthorityFits = "authority-fits";

    public static ImmutableArray<string> All { get; } =
        [OneTimeNotice, DecidedInTime, TwoCheckers, NoticeHung, ReasonsGiven, Delivered, FiledInTime, NothingExtra, AuthorityFits];
}

/// <summary>Reads the facts of a review out of a case.</summary>
public static class FileFacts
{
    public static ImmutableArray<FileFact> Of(Case current, Procedure procedure, WorkingDayCalendar calendar, SupervisionLimits limits) =>
    [
        OneTimeNotice(current), DecidedInTime(current), TwoCheckers(current, procedure), NoticeHung(current, procedure, limits), ReasonsGiven(current),
        Delivered(current), FiledInTime(current, calendar, limits), NothingExtra(current), AuthorityFits(current),
    ];

    // Where silence accepted, nobody said what was needed.
    private static FileFact OneTimeNotice(Case current) => new(FactNames.OneTimeNotice, Of(current.Application.Materials.Length > 0 && current.Promise?.IsDeemed != true))
    {
        From = BeijingTime.DayOf(current.SubmittedAt), Count = current.Application.Materials.Length,
    };

    private static FileFact DecidedInTime(Case current) => current is { Decision: { } decision, Promise: { } promise }
        ? new(FactNames.DecidedInTime, Of(current.StateAt(decision.At) != DueState.Red)) { From = BeijingTime.DayOf(decision.At), Until = promise.Due.On }
        : new(FactNames.DecidedInTime, null);

    private static FileFact TwoCheckers(Case current, Procedure procedure) => procedure.Stages.Any(stage => stage.Kind == StageKind.Survey)
        ? new(FactNames.TwoCheckers, current.Survey is { } survey ? Of(survey.Investigators.Length >= 2) : null) { Names = current.Survey?.Investigators ?? [] }
        : new(FactNames.TwoCheckers, Answer.NotApplicable);

    // The days count from the day after it was posted. A longer notice of the procedure's own is owed, too.
    private static FileFact NoticeHung(Case current, Procedure procedure, SupervisionLimits limits)
    {
        if (current.IsNoticeBarred || procedure.PublicNoticeDays is not { } owed || current.Decision?.Outcome is not CaseOutcome.Approved)
            return new(FactNames.NoticeHung, Answer.NotApplicable);
        if (current.Notice is not { } notice)
            return new(FactNames.NoticeHung, Answer.Fault) { Count = 0 };
        var hung = notice.Until.DayNumber - notice.From.DayNumber;
        return new(FactNames.NoticeHung, Of(notice.EndedAt is { } ended && ended >= notice.EndsAt && hung >= Math.Max(owed, limits.NoticeDays)))
        {
            From = notice.From, Until = notice.Until, Count = hung,
        };
    }

    private static FileFact ReasonsGiven(Case current) => current.Decision?.Outcome switch
    {
        CaseOutcome.Refused { Reason: var reason } => Reasoned(reason),
        CaseOutcome.NotAccepted { Reason: var reason } => Reasoned(reason),
        _ => new(FactNames.ReasonsGiven, Answer.NotApplicable),
    };

    private static FileFact Reasoned(string reason) => new(FactNames.ReasonsGiven, Of(reason.Length >= Limits.ReasonShortest)) { Names = [reason] };

    private static FileFact Delivered(Case current) => new(FactNames.Delivered, Of(current.DeliveredAt is not null))
    {
        From = current.DeliveredAt is { } at ? BeijingTime.DayOf(at) : null,
    };

    private static FileFact FiledInTime(Case current, WorkingDayCalendar calendar, SupervisionLimits limits)
    {
        if (current is not { FiledAt: { } filed, Decision: { } decision })
            return new(FactNames.FiledInTime, current.Decision?.Outcome is CaseOutcome.Refused or CaseOutcome.NotAccepted ? Answer.NotApplicable : null);
        var (from, until) = (BeijingTime.DayOf(decision.At), BeijingTime.DayOf(filed));
        var days = calendar.WorkingDaysBetween(from, until);
        return new(FactNames.FiledInTime, Of(until <= calendar.After(from, limits.Filing).On)) { From = from, Until = until, Count = days };
    }

    // What was asked for beyond the list with a reason of the law is no fault.
    private static FileFact NothingExtra(Case current)
    {
        var owed = current.Materials.Select(listed => listed.Code).ToHashSet(StringComparer.Ordinal);
        var extra = current.Documents.Select(document => document.Material).Where(code => !owed.Contains(code) && !OfficePapers.Has(code)).Distinct().ToImmutableArray();
        return new(FactNames.NothingExtra, Of(extra.IsEmpty)) { Count = extra.Length, Names = extra };
    }

    // Who decided held the delegated power that the decision names, or the post on whose desk it lay.
    private static FileFact AuthorityFits(Case current)
    {
        var task = current.Tasks.LastOrDefault(task => task is { Kind: StageKind.Decide, Done: not null });
        return current.Decision is { By: var by } decision && task is not null
            ? new(FactNames.AuthorityFits, Of(decision.Power is { } power ? (power.Holder, power.Office) == (by.Role, by.Office) : by.Office == task.Office && (by.Role == task.Role || by.Role == task.Also))) { From = BeijingTime.DayOf(decision.At), Names = [by.Name] }
            : new(FactNames.AuthorityFits, null);
    }

    private static Answer Of(bool kept) => kept ? Answer.Met : Answer.Fault;
}
