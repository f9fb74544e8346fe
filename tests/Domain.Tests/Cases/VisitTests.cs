using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Tests.Cases;

/// <summary>How often a household had to come: the number that names this product.</summary>
public sealed class VisitTests
{
    private static readonly OutcomeForm Here = new(ActNames.Attended);

    private static readonly Procedure InPerson = Town.Procedure with
    {
        Steps = [.. Town.Procedure.Steps.Select(step => step with { Stages = [.. step.Stages.Select(stage => stage with { InPerson = stage.Kind is StageKind.Review or StageKind.Decide })] })],
    };

    [Fact]
    public void Papers_that_an_agent_fetched_are_no_visit() => Assert.Empty(Story.AtSurvey.Case.Visits);

    [Fact]
    public void Papers_brought_to_the_counter_are_one()
    {
        var brought = Story.Submitted(mandated: false).Did("collect-r1", Forms.Collected with { InPerson = true }, Town.Officer);

        Assert.Equal(("collect-r1", null), Assert.Single(brought.Case.Visits) is var visit ? (visit.TaskId, visit.Cause) : default);
    }

    [Fact]
    public void An_agent_cannot_make_a_visit_of_what_they_fetched() =>
        Assert.Empty(Story.Submitted().Did("collect-r1", Forms.Collected with { InPerson = true }, Town.Agent).Case.Visits);

    [Fact]
    public void Whoever_has_them_come_again_says_why()
    {
        var once = Story.Submitted(mandated: false).Did("collect-r1", Forms.Collected with { InPerson = true }, Town.Officer)
            .Surveyed().Did("verify-r1", Forms.Verified, Town.Officer);

        Attend(once, Here with { Cause = "because" }).IsRefused(RefusalReason.ComingCauseRequired);
        var twice = once.After(Attend(once, Here with { Cause = ComingCauses.OurMistake }));

        Assert.Equal([null, ComingCauses.OurMistake], twice.Case.Visits.Select(visit => visit.Cause));
        Assert.Empty(Assert.IsType<Decision.Accepted>(Attend(twice, Here)).Events);
    }

    [Fact]
    public void Papers_brought_a_second_time_need_a_cause()
    {
        var errand = Story.Submitted(mandated: false).With(Town.Officer.In(Town.Officer.Posts[0]), new Attended("counter"));

        errand.When("collect-r1", Forms.Collected with { InPerson = true }, Town.Officer).IsRefused(RefusalReason.ComingCauseRequired);
        Assert.Equal([null, ComingCauses.MissingPaper], errand.Did("collect-r1", Forms.Collected with { InPerson = true, Cause = ComingCauses.MissingPaper }, Town.Officer).Case.Visits.Select(visit => visit.Cause));
    }

    [Fact]
    public void Where_the_procedure_wants_them_twice_the_law_is_the_cause()
    {
        var once = Story.Submitted(mandated: false).Did("collect-r1", Forms.Collected with { InPerson = true }, Town.Officer)
            .Surveyed().Did("verify-r1", Forms.Verified, Town.Officer);

        Assert.Equal(ComingCauses.Law, once.After(Attend(once, Here)).Case.Visits[^1].Cause);
    }

    [Fact]
    public void The_first_visit_needs_no_cause_and_keeps_none() =>
        Assert.Null(Assert.Single(Story.AtReview.After(Attend(Story.AtReview, Here with { Cause = ComingCauses.OwnWish })).Case.Visits).Cause);

    private static Decision Attend(Story story, OutcomeForm form) =>
        CaseDecisions.CompleteTask(story.Case, "review-r1", form, Town.Officer, InPerson, Town.Calendar, story.Now);
}
