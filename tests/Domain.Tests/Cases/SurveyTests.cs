using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Tests.Cases;

public sealed class SurveyTests
{
    private static Story HalfSigned => Story.AtSurvey.Did("survey-r1", Forms.Surveyed, Town.Officer);

    [Fact]
    public void A_survey_stays_open_until_the_second_investigator_has_signed() =>
        Assert.Equal(["survey-r1", "verify-r1", "survey-cosign-r1"], HalfSigned.Open);

    [Fact]
    public void Both_signatures_stand_under_a_survey() => Assert.Equal(
        ["staff:zhai-officer", "staff:zhai-officer-2"], Story.AtSurvey.Surveyed().Case.Investigators.Select(signature => signature.Participant));

    [Fact]
    public void What_the_first_found_is_what_both_signed() => Assert.Equal(
        (new Money(1300), 4), (Story.AtSurvey.Surveyed().Case.Survey!.MonthlyIncomeFound, Story.AtSurvey.Surveyed().Case.Survey!.MembersFound));

    [Fact]
    public void Only_who_was_named_signs_as_the_second() =>
        Assert.Equal(["孟凡强"], HalfSigned.When("survey-cosign-r1", Forms.Cosigned, Town.Officer).IsRefused(RefusalReason.NamedForAnother).Others.AsEnumerable());

    [Fact]
    public void Nobody_is_both_investigators() =>
        Story.AtSurvey.When("survey-r1", Forms.Surveyed with { Second = Town.Officer }, Town.Officer).IsRefused(RefusalReason.SecondInvestigatorRequired);

    [Fact]
    public void Somebody_of_another_office_is_no_second_investigator() =>
        Story.AtSurvey.When("survey-r1", Forms.Surveyed with { Second = Town.OtherOfficer }, Town.Officer).IsRefused(RefusalReason.SecondInvestigatorRequired);

    [Fact]
    public void Who_decides_is_no_investigator() =>
        Story.AtSurvey.When("survey-r1", Forms.Surveyed with { Second = Town.Chief }, Town.Officer).IsRefused(RefusalReason.SecondInvestigatorRequired);

    [Fact]
    public void Who_investigated_does_not_decide()
    {
        var deputy = Town.Second with { Posts = [.. Town.Second.Posts, .. Town.Chief.Posts] };

        Story.AtDecide.When("decide-r1", Forms.Approve(), deputy).IsRefused(RefusalReason.InvestigatedThisCase);
    }

    [Fact]
    public void Signing_the_same_twice_changes_nothing() => HalfSigned.When("survey-r1", Forms.Surveyed, Town.Officer).Brings();

    [Fact]
    public void Who_signs_something_else_has_the_second_asked_anew()
    {
        var again = HalfSigned.Did("survey-r1", Forms.Surveyed with { MonthlyIncomeFound = 900 }, Town.Officer);

        Assert.Equal(["survey-r1", "verify-r1", "survey-cosign-r1-2"], again.Open);
    }

    [Fact]
    public void A_second_who_does_not_agree_gives_it_back_to_the_first()
    {
        var disputed = HalfSigned.Did("survey-cosign-r1", new OutcomeForm(ActNames.Disputed) { Reason = "收入没有核实" }, Town.Second);

        Assert.Equal(["survey-r1", "verify-r1"], disputed.Open);
        Assert.Null(disputed.Case.AwaitsSignature);
    }

    [Fact]
    public void Who_does_not_agree_says_why() =>
        HalfSigned.When("survey-cosign-r1", new OutcomeForm(ActNames.Disputed) { Reason = " " }, Town.Second).IsRefused(RefusalReason.ReasonRequired);

    [Fact]
    public void A_survey_of_before_both_signed_still_counts()
    {
        var old = Story.AtSurvey.With(Town.Officer.In(Town.Officer.Posts[0]), new TaskDone("survey-r1", new TaskAct.Surveyed(["翟敏", "周平"]))).Go();

        Assert.Equal(["verify-r1"], old.Open);
        Assert.Empty(old.Case.Investigators);
    }

    [Fact]
    public void A_visit_can_be_booked_and_stays_open()
    {
        var booked = Story.AtSurvey.Did("survey-r1", new OutcomeForm(ActNames.StartSurvey) { On = new DateOnly(2026, 3, 4) }, Town.Officer);

        Assert.Equal(new DateOnly(2026, 3, 4), booked.Case.Task("survey-r1")!.StartsOn);
        Assert.True(booked.Case.Task("survey-r1")!.IsOpen);
    }

    [Fact]
    public void A_visit_is_not_booked_for_yesterday() =>
        Story.AtSurvey.When("survey-r1", new OutcomeForm(ActNames.StartSurvey) { On = new DateOnly(2026, 3, 1) }, Town.Officer).IsRefused(RefusalReason.DayOutOfRange);

    [Fact]
    public void The_desk_is_told_once_on_the_last_day_to_begin()
    {
        var begun = new Story([], Town.Start).After(CaseDecisions.Submit(Town.Application, false, WithStart, Town.Calendar, Town.Start));
        begun = begun.With(Actor.System, [.. CaseDecisions.OpenNext(begun.Case, WithStart, Town.Calendar, Town.Start)]);

        Assert.Equal(BeijingTime.StartOf(new DateOnly(2026, 3, 5)), CaseDecisions.NextAlarm(begun.Case));
        CaseDecisions.RemindOfStart(begun.Case, "survey-r1", Town.At(3, 5)).Brings(new SurveyStartDue("survey-r1", new DateOnly(2026, 3, 5)));
        CaseDecisions.RemindOfStart(begun.Case, "survey-r1", Town.At(3, 4)).Brings();
    }

    private static Procedure WithStart => Town.Procedure with
    {
        Steps = [.. Town.Procedure.Steps.Where(step => step.Stages[0].Kind != StageKind.Collect).Select(step => new Step([.. step.Stages.Select(stage => stage.Kind == StageKind.Survey ? stage with { StartWorkingDays = 3 } : stage)]))],
    };
}
