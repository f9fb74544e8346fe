using System.Collections.Immutable;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Domain.Supervision;

namespace OneVisit.Domain.Statistics;

/// <summary>Folds a journal to what the statistics know of its case. The same journal, procedure and calendar give the same fact.</summary>
public static class FactFold
{
    /// <exception cref="InvalidDataException">The journal is empty or does not begin with a submission.</exception>
    public static CaseFact Of(IReadOnlyList<Entry> entries, Procedure procedure, WorkingDayCalendar calendar) => Of(Case.Of(entries), entries, procedure, calendar);

    /// <param name="current">The case that <paramref name="entries"/> tell, if somebody folded it already.</param>
    public static CaseFact Of(Case current, IReadOnlyList<Entry> entries, Procedure procedure, WorkingDayCalendar calendar)
    {
        var (decision, submitted) = (current.Decision, BeijingTime.DayOf(current.SubmittedAt));
        // What a stage took, who was asked for what: counted when it is decided, so not told before.
        var fact = new CaseFact(current.CaseId, current.Version, current.Application.Service, current.Applicant.VillageCode[..9], current.Applicant.VillageCode, submitted)
        {
            AcceptedOn = current.Promise?.AcceptedOn,
            Limit = current.Promise is null ? null : procedure.TotalWorkingDays + StageClock.StretchOf(current, procedure),
            DueOn = current.Promise?.Due.On,
            Returned = current.Correction is not null,
            ExtraRefused = current.RefusedRequests.Length,
            Visits = current.Visits.Length,
            Closed = current.IsClosed,
            ChangedOn = submitted,
        };
        return decision is null ? fact : WithDecision(fact, decision, current, entries, calendar);
    }

    private static CaseFact WithDecision(CaseFact fact, CaseDecision decision, Case current, IReadOnlyList<Entry> entries, WorkingDayCalendar calendar)
    {
        var (review, rating, clock) = (current.Reviews.LastOrDefault(), current.Rating, new StageTimes(current, calendar));
        var colour = current.Promise is null ? null : (DueState?)current.StateAt(decision.At);
        return fact with
        {
            DecidedOn = BeijingTime.DayOf(decision.At),
            Outcome = OutcomeOf(decision),
            Days = current.Promise is null ? null : CaseDecisions.WorkingDaysUsed(current, calendar),
            Colour = colour,
            Blamed = colour is null or DueState.Green ? null : Blame.For(clock.Done, clock.DaysOf),
            Stages = [.. clock.Done.GroupBy(task => task.Kind).Select(stage => new StageSpent(stage.Key, stage.Sum(clock.DaysOf))).OrderBy(spent => spent.Stage)],
            Reopened = entries.Any(entry => entry.Event is Reopened),
            Asked = !current.Requests.IsEmpty,
            VisitCauses = [.. current.Visits.Where(visit => visit.Cause is not null).Select(visit => visit.Cause!)],
            ReviewScore = review?.Score,
            ReviewGrade = review?.Grade,
            Stars = rating?.Stars,
            RatingExcluded = rating?.Excluded is not null,
            Relatives = current.VisitsOrdered.Any(visit => visit.Cause == Cases.VisitCauses.Relatives),
            Complained = current.VisitsOrdered.Any(visit => visit.Cause == Cases.VisitCauses.Complaint) || entries.Any(entry => entry.Event is ObjectionRaised),
            Decider = decision.By.Participant,
            ChangedOn = BeijingTime.DayOf(entries.Last(entry => Changes(entry.Event)).At),
        };
    }

    private static FactOutcome OutcomeOf(CaseDecision decision) => decision.Outcome switch
    {
        CaseOutcome.Approved => FactOutcome.Approved,
        CaseOutcome.Refused => FactOutcome.Refused,
        CaseOutcome.NotAccepted => FactOutcome.NotAccepted,
        _ => FactOutcome.Open,
    };

    private static bool Changes(CaseEvent happened) => happened is Submitted or Accepted or Decided or TaskDone or ReturnedForCorrection or Reopened or MaterialRequested or MissingTold
        or ExtraMaterialRefused or Attended or Closed or Rated or RatingExcluded or FileReviewed or VisitOrdered or RelativeDeclared or ObjectionRaised or TimeExtended or LimitsRecomputed;
}

/// <summary>Working days of the stages of one case. Pauses do not count; what came after the decision (filing) is left out.</summary>
internal sealed class StageTimes(Case current, WorkingDayCalendar calendar)
{
    public ImmutableArray<CaseTask> Done { get; } = [.. current.Tasks.Where(task => task.Done is not null && task.Kind != StageKind.File)];

    public int DaysOf(CaseTask task)
    {
        var (days, last) = (0, BeijingTime.DayOf(task.Done!.At));
        for (var day = BeijingTime.DayOf(task.OpenedAt).AddDays(1); day <= last; day = day.AddDays(1))
        {
            if (calendar.IsWorkingDay(day) && !current.Pauses.Any(pause => pause.Covers(day, last)))
                days++;
        }
        return days;
    }
}

/// <summary>
/// For which stage a case was not green: the first that was past its own limit when it was done; without one, the first that was yellow; without
/// one, the one that took longest, the earlier of two alike. A convention, stated beside the figures.
/// </summary>
public static class Blame
{
    internal static StageKind? For(ImmutableArray<CaseTask> done, Func<CaseTask, int> days) =>
        (First(done, DueState.Red) ?? First(done, DueState.Yellow) ?? done.MaxBy(days))?.Kind;

    private static CaseTask? First(ImmutableArray<CaseTask> done, DueState state) =>
        done.Where(task => task.StateAt(task.Done!.At) == state).MinBy(task => task.Done!.At);
}
