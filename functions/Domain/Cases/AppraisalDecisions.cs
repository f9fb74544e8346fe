using System.Collections.Immutable;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Cases;

/// <summary>民主评议: ordered, called, held. Quorum and result are computed.</summary>
public static partial class CaseDecisions
{
    /// <summary>
    /// An appraisal comes before the review of the round that is under way or about to begin. Ordered twice for a round it is one. Journal the events
    /// together with what caused it; the course opens the task.
    /// </summary>
    /// <param name="round">The round whose review waits: the present one, or the one that the same append begins.</param>
    public static Decision OrderAppraisal(Case current, string cause, Procedure procedure, Actor by, int? round = null)
    {
        if (AgainstEnded(current) is { } ended)
            return ended;
        // What hangs nowhere is not talked about in a meeting either: children's services have neither.
        if (!MayBeAppraised(current, procedure))
            return Refuse(RefusalReason.NoAppraisalHere);
        var before = round ?? current.Round;
        return Accept(by, current.AppraisalsOrdered.Any(order => order.Round == before) ? [] : [new AppraisalOrdered(cause, before)]);
    }

    private static bool MayBeAppraised(Case current, Procedure procedure) => !NoticeRules.IsForbidden(current, procedure) && procedure.PublicNoticeDays is not null && procedure.Stages.Any(stage => stage.Kind == StageKind.Survey);

    /// <summary>The household objects to what the survey found, before the review has spoken: its neighbours' representatives are asked.</summary>
    public static Decision ObjectToSurvey(Case current, string participant, string? reason, Procedure procedure)
    {
        if (current.Participant != participant)
            return Refuse(RefusalReason.NotYours);
        if (current.AppraisalsOrdered.Any(order => order.Round == current.Round && order.Cause == AppraisalCauses.SurveyObjection))
            return Accept(Owner(current), []);
        if (current.Survey is null || current.Tasks.Any(task => task is { Kind: StageKind.Review, IsOpen: false } && task.Round == current.Round))
            return Refuse(RefusalReason.NothingToObjectTo);
        var words = PlainText.Of(reason);
        if (words.Length is < Limits.ReasonShortest or > Limits.ReasonLongest)
            return Refuse(RefusalReason.ReasonRequired) with { Field = "reason" };
        return OrderAppraisal(current, AppraisalCauses.SurveyObjection, procedure, Owner(current)) is Decision.Accepted accepted
            ? accepted with { Events = [.. accepted.Events.Select(ordered => ordered is AppraisalOrdered order ? order with { Reason = words } : ordered)] }
            : Refuse(RefusalReason.NoAppraisalHere);
    }

    private static Decision Convene(CaseTask task, OutcomeForm form, Case current, Actor by, DateOnly today)
    {
        var names = Names(form.Representatives);
        if (names.Length is < Limits.RepresentativesLeast or > Limits.Representatives || names.Any(name => name.Length > Limits.NameLongest))
            return Refuse(RefusalReason.RepresentativesRequired) with { Field = "representatives" };
        var on = form.On ?? today;
        if (on < today || on > today.AddDays(Limits.BookingDays))
            return Refuse(RefusalReason.DayOutOfRange) with { Field = "on" };
        var place = PlainText.OrNull(form.Place);
        if (place?.Length > Limits.NameLongest)
            return Refuse(RefusalReason.TextTooLong) with { Field = "place", Longest = Limits.NameLongest };
        var same = MeetingOf(current, task) is { } known && known.On == on && known.Place == place && known.Representatives.SequenceEqual(names);
        return Accept(by, same ? [] : [new MeetingConvened(task.TaskId, names, on, place)]);
    }

    private static Decision Appraise(CaseTask task, OutcomeForm form, Case current, Actor by, DateOnly today, CaseRules rules)
    {
        if (MeetingOf(current, task) is not { } meeting)
            return Refuse(RefusalReason.MeetingNotConvened) with { Field = "action" };
        if (today < meeting.On)
            return Refuse(RefusalReason.MeetingToCome) with { Field = "action", Until = meeting.On };
        var (present, recused) = (Names(form.Present), Names(form.Recused));
        if (present.Concat(recused).Except(meeting.Representatives).ToImmutableArray() is { IsEmpty: false } strangers)
            return Refuse(RefusalReason.NotOnTheList) with { Field = "present", Others = strangers };
        var related = meeting.Representatives.Where(name => current.Relatives.Any(relative => relative.Name == name)).Except(recused).ToImmutableArray();
        if (!related.IsEmpty)
            return Refuse(RefusalReason.RecusalRequired) with { Field = "recused", Others = related };
        var voters = present.Except(recused).Count();
        if (!rules.Quorum.IsReachedBy(present.Length, meeting.Representatives.Length) || voters == 0)
            return Accept(by, [.. TooFew(task, meeting, present.Length, current, rules)]);
        if (MeetingOrder.All.Except(form.Order ?? []).Any())
            return Refuse(RefusalReason.MeetingOrderRequired) with { Field = "order" };
        if (form is not { VotesFor: >= 0 and var yes, VotesAgainst: >= 0 and var no, VotesAbstained: >= 0 and var neither } || (long)yes + no + neither != voters)
            return Refuse(RefusalReason.VotesDoNotAddUp) with { Field = "votesFor", Count = voters };
        if (current.Documents.LastOrDefault(document => document.Material == OfficePapers.AppraisalMinutes && document.AddedAt >= meeting.CalledAt) is not { } minutes)
            return Refuse(RefusalReason.MinutesRequired) with { Field = "minutes" };
        var result = new TaskAct.Appraised(
            meeting.On, meeting.Representatives, present, recused, yes, no, neither, minutes.DocumentId, rules.Majority.IsReachedBy(yes, voters));
        return Accept(by, [new TaskDone(task.TaskId, result)]);
    }

    private static IEnumerable<CaseEvent> TooFew(CaseTask task, Meeting meeting, int present, Case current, CaseRules rules)
    {
        yield return new MeetingFailed(task.TaskId, meeting.Representatives.Length, present);
        var meetings = current.Meetings.Count(known => known.TaskId == task.TaskId && known.Failed) + 1;
        if (meetings >= rules.Meetings)
            yield return new TaskDone(task.TaskId, new TaskAct.AppraisalNotHeld(meetings));
    }

    /// <summary>The meeting that was called and did not fail; <c>null</c>: it has to be called first.</summary>
    public static Meeting? MeetingOf(Case current, CaseTask task) => current.Meetings.LastOrDefault(meeting => meeting.TaskId == task.TaskId) is { Failed: false } called ? called : null;

    private static ImmutableArray<string> Names(IEnumerable<string>? names) =>
        [.. (names ?? []).Select(PlainText.Of).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal)];
}
