using System.Collections.Immutable;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Domain.Supervision;

namespace OneVisit.Domain.Tests.Cases;

/// <summary>
/// Given, when, then: the journal of a case so far, what somebody does to it, and what must follow. Nothing here decides; every step goes through the domain.
/// </summary>
internal sealed record Story(ImmutableArray<Entry> Journal, DateTimeOffset Now)
{
    /// <summary>What was delegated to the town.</summary>
    public PointAuthority Authority { get; init; } = Town.Authority;

    public Procedure Procedure { get; init; } = Town.Procedure;

    public Case Case => OneVisit.Domain.Cases.Case.Of(Journal);

    public static Story Submitted(bool mandated = true) =>
        new Story([], Town.Start).After(CaseDecisions.Submit(Town.Application, mandated, Town.Procedure, Town.Calendar, Town.Start)).Go();

    public static Story AtSurvey => Submitted().Did("collect-r1", Forms.Collected, Town.Agent);

    public static Story AtReview => AtSurvey.Surveyed().Did("verify-r1", Forms.Verified, Town.Officer);

    public static Story AtNotice => AtReview.Did("review-r1", Forms.Propose(), Town.Officer);

    /// <summary>The notice was posted on 2 March and hung through 9 March.</summary>
    public static Story AtDecide => AtNotice.Did("notice-r1", Forms.NoticePosted, Town.Officer).At(Town.At(3, 10)).Go();

    /// <summary>Reviewed by somebody who neither surveyed nor checked it.</summary>
    public static Story ReviewedByAnother => AtReview.Did("review-r1", Forms.Propose(), Town.Reviewer).Did("notice-r1", Forms.NoticePosted, Town.Officer).At(Town.At(3, 10)).Go();

    public static Story Approved => AtDecide.Did("decide-r1", Forms.Approve(), Town.Chief);

    public static Story Returned => AtDecide.Did("decide-r1", Forms.Return, Town.Chief);

    public static Story Closed => Approved.Did("file-r1", Forms.Filed, Town.Filing);

    /// <summary>Both investigators signed.</summary>
    public Story Surveyed(int round = 1, int members = 4) =>
        Did($"survey-r{round}", Forms.Surveyed with { MembersFound = members }, Town.Officer).Did($"survey-cosign-r{round}", Forms.Cosigned, Town.Second);

    /// <summary>The representatives met and agreed.</summary>
    public Story Appraised(int round)
    {
        var called = Did($"appraise-r{round}", Forms.Convened, Town.Officer);
        return called.After(CaseDecisions.AddDocument(called.Case, new DocumentAdded($"minutes-r{round}", OfficePapers.AppraisalMinutes, "image/jpeg", 5), Town.Officer, called.Now))
            .Did($"appraise-r{round}", Forms.Appraised, Town.Officer);
    }

    public Story At(DateTimeOffset now) => this with { Now = now };

    /// <summary>Journals what the course brings now.</summary>
    public Story Go() => CaseDecisions.OpenNext(Case, Procedure, Town.Calendar, Now, Authority) is { IsEmpty: false } events ? With(Actor.System, [.. events]) : this;

    /// <summary>Journals everything that is due then, what has to be told of the clocks too.</summary>
    public Story Advance(DateTimeOffset now) =>
        CaseDecisions.Advance(Case, Town.Procedure, Town.Calendar, now) is { IsEmpty: false } events ? At(now).With(Actor.System, [.. events]) : At(now);

    public Story With(Actor actor, params CaseEvent[] events) =>
        this with { Journal = [.. Journal, .. JournalChain.Extend(Town.CaseId, Journal, events, actor, Now)] };

    public Decision When(string taskId, OutcomeForm form, StaffMember by) =>
        CaseDecisions.CompleteTask(Case, taskId, form, by, Procedure, Town.Calendar, Now, Authority);

    public Story Did(string taskId, OutcomeForm form, StaffMember by) => After(When(taskId, form, by)).Go();

    public Story After(Decision decision)
    {
        var accepted = Assert.IsType<Decision.Accepted>(decision);
        return accepted.Events.IsEmpty ? this : With(accepted.Actor, [.. accepted.Events]);
    }

    /// <summary>Names of the tasks that are open.</summary>
    public string[] Open => [.. Case.OpenTasks.Select(task => task.TaskId)];
}

/// <summary>What must follow.</summary>
internal static class Then
{
    public static Decision.Refused IsRefused(this Decision decision, RefusalReason reason)
    {
        var refused = Assert.IsType<Decision.Refused>(decision);
        Assert.Equal(reason, refused.Reason);
        return refused;
    }

    public static void Brings(this Decision decision, params CaseEvent[] events) =>
        Assert.Equal(events.Select(JournalJson.Write), Assert.IsType<Decision.Accepted>(decision).Events.Select(JournalJson.Write));

    public static void Is<T>(this IEnumerable<T> found, params T[] expected) => Assert.Equal(expected, found);

    public static void Are(this IEnumerable<CaseEvent> happened, params CaseEvent[] events) =>
        Assert.Equal(events.Select(JournalJson.Write), happened.Select(JournalJson.Write));
}
