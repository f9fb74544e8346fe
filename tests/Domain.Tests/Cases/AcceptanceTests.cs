using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Tests.Cases;

/// <summary>The agent collects the papers first; then an officer has five working days to accept.</summary>
public sealed class AcceptanceTests
{
    internal static readonly Procedure Checked = Town.Procedure with
    {
        Steps =
        [
            new([Own("collect", StageKind.Collect, Role.VillageAgent, OfficeLevel.Village)]),
            new([Own("accept", StageKind.Accept, Role.TownshipOfficer, OfficeLevel.Township)]),
            .. Town.Procedure.Steps.Skip(2),
        ],
    };

    private static readonly OutcomeForm Missing = new(ActNames.TellMissing) { Materials = ["M07"], Reason = "收入说明没有写清打工收入" };

    [Fact]
    public void Before_it_is_accepted_the_clock_of_the_case_does_not_run() =>
        Assert.Equal((true, null, DueState.Green), (AtDesk.Case.AwaitsAcceptance, AtDesk.Case.Promise, AtDesk.Case.StateAt(Town.At(12, 1))));

    [Fact]
    public void The_officer_has_five_working_days_from_when_the_papers_are_there() =>
        Assert.Equal(("accept-r1", new DateOnly(2026, 3, 9)), AtDesk.Case.OpenTasks.Select(task => (task.TaskId, task.Due.On)).Single());

    [Fact]
    public void Accepted_the_clock_counts_from_the_day_after()
    {
        var accepted = Did(AtDesk.At(Town.At(3, 4)), new(ActNames.Accept));

        Assert.Equal((new(2026, 3, 4), Town.Calendar.After(new(2026, 3, 4), 20).On, new DateOnly(2026, 3, 2), false),
            (accepted.Case.Promise!.AcceptedOn, accepted.Case.Promise.Due.On, accepted.Case.Promise.ReceivedOn, accepted.Case.Promise.IsDeemed));
        Assert.Equal(["survey-r1", "verify-r1"], accepted.Open);
    }

    [Fact]
    public void Silence_past_the_limit_accepts_from_the_day_of_receipt()
    {
        var silent = Go(AtDesk.At(BeijingTime.EndOf(new DateOnly(2026, 3, 9))));

        Assert.Equal((new(2026, 3, 2), new DateOnly(2026, 3, 30), true), (silent.Case.Promise!.AcceptedOn, silent.Case.Promise.Due.On, silent.Case.Promise.IsDeemed));
        Assert.IsType<TaskAct.DeemedAccepted>(silent.Case.Task("accept-r1")!.Done!.Act);
        Assert.Equal(Actor.System, silent.Case.Task("accept-r1")!.Done!.By);
    }

    [Fact]
    public void On_the_last_day_nobody_is_silent_yet() =>
        Assert.True(Go(AtDesk.At(BeijingTime.EndOf(new DateOnly(2026, 3, 9)).AddTicks(-1))).Case.AwaitsAcceptance);

    [Fact]
    public void The_alarm_rings_when_silence_accepts()
    {
        var reminded = AtDesk.At(Town.At(3, 9)).With(Actor.System, new Reminded("accept-r1", new(2026, 3, 9)));

        Assert.Equal(BeijingTime.EndOf(new DateOnly(2026, 3, 9)), CaseDecisions.NextAlarm(reminded.Case));
    }

    [Fact]
    public void What_is_missing_is_told_once()
    {
        var told = Did(AtDesk, Missing);

        Assert.Equal("M07", Assert.Single(told.Case.Told!.Materials));
        When(told, Missing with { Materials = ["M04"] }).IsRefused(RefusalReason.ToldOnce);
        Assert.DoesNotContain(ActNames.TellMissing, CaseDecisions.ActionsFor(told.Case, told.Case.Task("accept-r1")!, Checked));
    }

    [Fact]
    public void Only_what_the_list_promised_is_told() => When(AtDesk, Missing with { Materials = ["M99"] }).IsRefused(RefusalReason.ExtraMaterial);

    [Fact]
    public void What_the_city_holds_is_not_missing() => When(AtDesk, Missing with { Materials = ["M01"] }).IsRefused(RefusalReason.ExtraMaterial);

    [Fact]
    public void While_the_applicant_is_waited_for_silence_accepts_nothing()
    {
        var waiting = Go(Did(AtDesk.At(Town.At(3, 9)), Missing).At(Town.At(3, 12)));

        Assert.Equal((true, true), (waiting.Case.AwaitsAcceptance, waiting.Case.IsPaused));
    }

    [Fact]
    public void When_all_came_the_rest_of_the_limit_runs_and_receipt_is_that_day()
    {
        var told = Did(AtDesk.At(Town.At(3, 6)), Missing).At(Town.At(3, 11));
        var came = Go(told.After(CaseDecisions.AddDocument(told.Case, new DocumentAdded("doc", "M07", "application/pdf", 10), Town.Owner)));
        var due = came.Case.Task("accept-r1")!.Due.On;
        var silent = Go(came.At(BeijingTime.EndOf(due)));

        // Four of five days were used on the 6th: none counts from there to the 10th, two are left.
        Assert.Equal((new(2026, 3, 12), new DateOnly(2026, 3, 11)), (due, silent.Case.Promise!.AcceptedOn));
    }

    [Fact]
    public void When_it_did_not_come_nobody_was_silent()
    {
        var told = Did(AtDesk.At(Town.At(3, 6)), Missing);

        Assert.True(Go(told.At(Town.At(6, 1))).Case.AwaitsAcceptance);
    }

    [Fact]
    public void What_was_not_told_may_later_be_asked_for_only_by_a_reason_of_the_law()
    {
        var told = Did(AtDesk, Missing);
        var came = Go(told.After(CaseDecisions.AddDocument(told.Case, new DocumentAdded("doc", "M07", "application/pdf", 10), Town.Owner)));
        var accepted = Did(came, new(ActNames.Accept));
        var ask = new OutcomeForm(ActNames.RequestMaterial) { Materials = ["M04"], Reason = "授权书没有签字" };

        CaseDecisions.CompleteTask(accepted.Case, "survey-r1", ask, Town.Officer, Checked, Town.Calendar, accepted.Now).IsRefused(RefusalReason.ExtraMaterial);
        Assert.IsType<Decision.Accepted>(
            CaseDecisions.CompleteTask(accepted.Case, "survey-r1", ask with { Materials = ["M07"] }, Town.Officer, Checked, Town.Calendar, accepted.Now));
    }

    [Fact]
    public void Turned_away_it_is_told_and_closed()
    {
        var closed = Did(AtDesk, new(ActNames.NotAccepted) { Reason = "不属于民政部门职权范围" });

        Assert.Equal((true, "不属于民政部门职权范围"), (closed.Case.IsClosed, ((CaseOutcome.NotAccepted)closed.Case.Decision!.Outcome).Reason));
        Assert.NotNull(closed.Case.DeliveredAt);
    }

    [Fact]
    public void Turned_away_without_a_reason_it_stays_open_and_the_attempt_is_kept()
    {
        var refused = When(AtDesk, new(ActNames.NotAccepted)).IsRefused(RefusalReason.ReasonRequired);
        var noted = AtDesk.With(refused.NotedOf!, [.. refused.Noted]);

        Assert.Equal(new UnreasonedRefusalStopped("accept-r1"), refused.Noted.Single());
        Assert.Empty(When(noted, new(ActNames.NotAccepted)).IsRefused(RefusalReason.ReasonRequired).Noted);
    }

    [Fact]
    public void Until_it_is_accepted_the_applicant_knows_by_when_that_will_be() =>
        Assert.Equal(new DateOnly(2026, 3, 16), CaseDecisions.AcceptanceDueOn(Received.Case, Checked, Town.Calendar)!.On);

    private static Story Received => Go(new Story([], Town.Start).After(CaseDecisions.Submit(Town.Application, true, Checked, Town.Calendar, Town.Start)));

    private static Story AtDesk => Go(Received.After(CaseDecisions.CompleteTask(Received.Case, "collect-r1", Forms.Collected, Town.Agent, Checked, Town.Calendar, Town.Start)));

    private static Decision When(Story story, OutcomeForm form) => CaseDecisions.CompleteTask(story.Case, "accept-r1", form, Town.Officer, Checked, Town.Calendar, story.Now);

    private static Story Did(Story story, OutcomeForm form) => Go(story.After(When(story, form)));

    private static Story Go(Story story) =>
        CaseDecisions.OpenNext(story.Case, Checked, Town.Calendar, story.Now) is { IsEmpty: false } events ? story.With(Actor.System, [.. events]) : story;

    private static Stage Own(string id, StageKind kind, Role role, OfficeLevel level) => new(id, kind, new Text(id, id), role, level, new(null, 5), null);
}
