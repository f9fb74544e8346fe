using OneVisit.Domain.Cases;
using OneVisit.Domain.Supervision;
using OneVisit.Domain.Tests.Cases;

namespace OneVisit.Domain.Tests.Supervision;

public sealed class ComplaintTests
{
    private static readonly MatterForm Answered = new(MatterActNames.Answered) { Finding = "upheld", Words = "核实了，已经改正" };
    private static readonly MatterForm Visited = new(MatterActNames.Visited) { Investigators = ["赵严", "方正"], Words = "家里情况属实" };

    [Fact]
    public void A_complaint_about_a_case_is_answered_and_the_household_is_visited() =>
        Assert.Equal(["answer-complaint-r1", "visit-household-r1"], Affair.Complaint(Story.AtSurvey.Case).Open);

    [Fact]
    public void A_complaint_about_no_case_is_answered() => Assert.Equal(["answer-complaint-r1"], Affair.Complaint(null).Open);

    [Fact]
    public void It_is_over_when_both_are_done_in_whatever_order()
    {
        var answered = Affair.Complaint(Story.AtSurvey.Case).Did("answer-complaint-r1", Answered, Bureau.Reviewer);
        var visited = Affair.Complaint(Story.AtSurvey.Case).Did("visit-household-r1", Visited, Bureau.Reviewer);

        Assert.Equal((false, false), (answered.Matter.IsClosed, visited.Matter.IsClosed));
        Assert.True(answered.Did("visit-household-r1", Visited, Bureau.Reviewer).Matter.IsClosed);
        Assert.True(visited.Did("answer-complaint-r1", Answered, Bureau.Reviewer).Matter.IsClosed);
    }

    [Fact]
    public void The_case_is_marked_for_a_visit_once()
    {
        var (order, by) = CaseDecisions.ResultsOf(Affair.Complaint(Story.AtSurvey.Case).Matter).Single();
        var marked = Story.AtSurvey.After(CaseDecisions.Note(Story.AtSurvey.Case, order, by));

        Assert.Equal([VisitCauses.Complaint], marked.Case.VisitsOrdered.Select(visit => visit.Cause));
        Assert.Empty(Assert.IsType<Decision.Accepted>(CaseDecisions.Note(marked.Case, order, by)).Events);
    }

    [Fact]
    public void One_visitor_is_not_enough() =>
        Affair.Complaint(Story.AtSurvey.Case).When("visit-household-r1", Visited with { Investigators = ["赵严", "赵严"] }, Bureau.Reviewer).IsRefused(MatterRefusal.TwoInvestigatorsRequired);

    [Fact]
    public void An_answer_says_what_was_found() =>
        Affair.Complaint(null).When("answer-complaint-r1", Answered with { Finding = "maybe" }, Bureau.Reviewer).IsRefused(MatterRefusal.FindingRequired);

    [Fact]
    public void The_township_does_not_answer_complaints_about_itself() =>
        Affair.Complaint(Story.AtSurvey.Case).When("answer-complaint-r1", Answered, Town.Chief).IsRefused(MatterRefusal.NotTheirDesk);

    [Fact]
    public void At_ninety_percent_the_reviewer_is_reminded_once()
    {
        // 15 working days from Monday 2 March end on 23 March; the fourteenth begins on the 20th.
        var near = Affair.Complaint(null).At(Town.At(3, 20));
        var reminded = near.After(MatterDecisions.Tick(near.Matter, near.Now));

        Assert.Equal(Town.At(3, 20).AddHours(-10), Affair.Complaint(null).Matter.NextAlarm);
        Assert.Single(reminded.Journal, entry => entry.Event is StepReminded);
        Assert.Empty(Assert.IsType<MatterDecision.Accepted>(MatterDecisions.Tick(reminded.Matter, near.Now)).Events);
    }

    [Fact]
    public void A_changed_line_of_its_journal_is_found()
    {
        var journal = Affair.Complaint(null).Journal;

        Assert.IsType<ChainReading.Intact>(JournalChain.Verify("PC260302-7K2M9Q-202603", journal));
        Assert.Equal(new ChainReading.Broken(2, ChainFault.Changed), JournalChain.Verify("PC260302-7K2M9Q-202603", journal.SetItem(1, journal[1] with { Body = "{}" })));
    }
}
