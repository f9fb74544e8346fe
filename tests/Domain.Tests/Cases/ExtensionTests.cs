using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Domain.Supervision;

namespace OneVisit.Domain.Tests.Cases;

public sealed class ExtensionTests
{
    private static readonly Procedure Long = Town.Procedure with { ExtendedWorkingDays = 45 };
    private static readonly Actor Chief = Town.Chief.In(Town.Chief.Posts[0]);

    [Fact]
    public void A_hard_survey_takes_the_case_to_forty_five_working_days() =>
        // 45 from 2 March: Qingming leaves out the 6th of April, the first of May falls after it with its make-up Saturday.
        Assert.Equal(new DateOnly(2026, 5, 8), Extended.Case.Promise!.Due.On);

    [Fact]
    public void What_is_under_way_keeps_its_distance_to_the_end()
    {
        // The survey had to end ten days before the case; it still has.
        Assert.Equal(Town.Calendar.After(new(2026, 3, 2), 35).On, Extended.Case.Task("survey-r1")!.Due.On);
    }

    [Fact]
    public void What_opens_later_goes_by_the_longer_limit()
    {
        var later = Extended.After(CaseDecisions.CompleteTask(Extended.Case, "survey-r1", Forms.Surveyed, Town.Officer, Long, Town.Calendar, Extended.Now));
        later = later.After(CaseDecisions.CompleteTask(later.Case, "survey-cosign-r1", Forms.Cosigned, Town.Second, Long, Town.Calendar, later.Now));
        later = later.After(CaseDecisions.CompleteTask(later.Case, "verify-r1", Forms.Verified, Town.Officer, Long, Town.Calendar, later.Now));
        var opened = CaseDecisions.OpenNext(later.Case, Long, Town.Calendar, later.Now).OfType<TaskOpened>().Single();

        Assert.Equal(("review-r1", Town.Calendar.After(new(2026, 3, 2), 37).On), (opened.TaskId, opened.DueOn));
    }

    [Fact]
    public void A_case_is_extended_once() =>
        Extend(Extended.Case, ExtensionCauses.Objection).IsRefused(RefusalReason.ExtendedOnce);

    [Fact]
    public void Where_the_procedure_has_no_longer_limit_there_is_none() => CaseDecisions
        .Extend(Story.AtSurvey.Case, ExtensionCauses.HardSurvey, "家庭成员在外地", Chief, Town.Procedure, Town.Calendar, Town.Start).IsRefused(RefusalReason.NoLongerLimit);

    [Fact]
    public void Being_busy_is_no_cause() => Extend(Story.AtSurvey.Case, "busy").IsRefused(RefusalReason.CauseRequired);

    [Fact]
    public void No_extension_without_a_reason() => CaseDecisions
        .Extend(Story.AtSurvey.Case, ExtensionCauses.HardSurvey, "难", Chief, Long, Town.Calendar, Town.Start).IsRefused(RefusalReason.ReasonRequired);

    [Fact]
    public void What_is_decided_is_not_extended() => Extend(Story.Approved.Case, ExtensionCauses.HardSurvey).IsRefused(RefusalReason.CaseClosed);

    [Fact]
    public void A_reminder_of_the_shorter_limit_is_given_again_for_the_longer()
    {
        var survey = Story.AtSurvey.Case.Task("survey-r1")!;
        var reminded = Story.AtSurvey.At(survey.YellowAt).With(Actor.System, new Reminded("survey-r1", survey.Due.On));
        var extended = reminded.After(CaseDecisions.Extend(reminded.Case, ExtensionCauses.HardSurvey, "家庭成员在外地", Chief, Long, Town.Calendar, reminded.Now));

        Assert.NotNull(extended.Case.Task("survey-r1")!.RemindAt);
    }

    [Fact]
    public void A_deputy_who_may_decide_the_case_may_give_it_more_time()
    {
        var extended = Story.AtSurvey.After(ByDeputy(Town.Delegated(Town.Line(), Town.Line(Role.DeputyRepresentative))));

        Assert.Equal(Role.DeputyRepresentative, extended.Case.Extension!.By.Role);
    }

    [Theory]
    [InlineData("D8.1", null)]
    [InlineData("D1.2", 1000)]
    public void A_deputy_who_may_not_decide_it_may_not(string item, int? upTo) =>
        ByDeputy(Town.Delegated(Town.Line(), Town.Line(Role.DeputyRepresentative, upTo, item)), Story.AtDecide).IsRefused(RefusalReason.WrongRole);

    [Fact]
    public void Nor_one_of_whose_authority_nobody_knows() => ByDeputy(null).IsRefused(RefusalReason.WrongRole);

    [Fact]
    public void An_extension_by_another_act_is_settled_by_the_course()
    {
        var raised = Story.AtSurvey.With(Chief, new TimeExtended(ExtensionCauses.Objection, "公示期间有异议"));

        Assert.Equal(RecomputeCauses.Extended, CaseDecisions.OpenNext(raised.Case, Long, Town.Calendar, raised.Now).OfType<LimitsRecomputed>().Single().Cause);
    }

    private static Decision ByDeputy(PointAuthority? authority, Story? story = null)
    {
        var given = story ?? Story.AtSurvey;
        var form = new OutcomeForm(ActNames.ExtendTime) { Cause = ExtensionCauses.HardSurvey, Reason = "家庭成员在外地，入户困难" };
        return CaseDecisions.CompleteTask(given.Case, given.Open[0], form, Town.Deputy, Long, Town.Calendar, given.Now, authority);
    }

    private static Story Extended => Story.AtSurvey.After(Extend(Story.AtSurvey.Case, ExtensionCauses.HardSurvey));

    private static Decision Extend(Case current, string cause) =>
        CaseDecisions.Extend(current, cause, "家庭成员在外地，入户困难", Chief, Long, Town.Calendar, Town.Start);
}
