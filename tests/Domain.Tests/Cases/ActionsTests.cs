using OneVisit.Domain.Cases;

namespace OneVisit.Domain.Tests.Cases;

public sealed class ActionsTests
{
    [Fact]
    public void The_decider_may_approve_return_or_refuse() =>
        Assert.Equal([ActNames.Approve, ActNames.Return, ActNames.Refuse], ActionsOf(Story.AtDecide, "decide-r1"));

    [Fact]
    public void After_an_opinion_to_refuse_there_is_nothing_to_approve() =>
        Assert.Equal([ActNames.Return, ActNames.Refuse], ActionsOf(Story.AtReview.Did("review-r1", Forms.ProposeRefusal, Town.Officer), "decide-r1"));

    [Fact]
    public void In_the_second_round_there_is_no_return() =>
        Assert.Equal([ActNames.Approve, ActNames.Refuse], ActionsOf(Story.Returned.Did("review-r2", Forms.Propose(), Town.Officer), "decide-r2"));

    [Fact]
    public void A_task_that_is_done_has_no_actions() => Assert.Empty(ActionsOf(Story.Approved, "decide-r1"));

    [Fact]
    public void What_is_offered_is_taken() => Assert.All(
        ActionsOf(Story.AtDecide, "decide-r1"),
        action => Assert.IsType<Decision.Accepted>(Story.AtDecide.When("decide-r1", new OutcomeForm(action) { Amount = 1620, Reason = Forms.Reason, Items = ["收入证明"] }, Town.Chief)));

    private static IEnumerable<string> ActionsOf(Story story, string taskId) =>
        CaseDecisions.ActionsFor(story.Case, story.Case.Task(taskId)!, Town.Procedure);
}
