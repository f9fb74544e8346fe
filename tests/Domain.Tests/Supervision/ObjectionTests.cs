using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Domain.Supervision;
using OneVisit.Domain.Tests.Cases;

namespace OneVisit.Domain.Tests.Supervision;

public sealed class ObjectionTests
{
    private const string Task = "answer-objection-r1";
    private static readonly MatterForm Answer = new(MatterActNames.Answered) { Finding = "unfounded", Words = "又去看过，情况属实" };

    private static Story Hanging => Story.AtNotice.Did("notice-r1", Forms.NoticePosted, Town.Officer);

    [Fact]
    public void It_is_answered_by_an_officer_of_the_township_who_did_not_survey()
    {
        var objection = Affair.Objection(Hanging, Town.Officer, Bureau.Colleague);

        Assert.Equal((Role.TownshipOfficer, Bureau.Point), (objection.Matter.Step(Task)!.Role, objection.Matter.Step(Task)!.Office));
        objection.When(Task, Answer, Town.Officer).IsRefused(MatterRefusal.AboutThemselves);
        Assert.True(objection.Did(Task, Answer, Bureau.Colleague).Matter.IsClosed);
    }

    [Fact]
    public void Where_nobody_else_holds_the_post_the_city_answers() =>
        Assert.Equal((Role.CityReviewer, Bureau.City), Affair.Objection(Hanging, Town.Officer).Matter.Step(Task) is { } step ? (step.Role, step.Office) : default);

    [Fact]
    public void Who_is_named_as_investigator_does_not_answer_though_a_colleague_entered_the_survey()
    {
        Assert.Equal(Role.CityReviewer, Affair.Objection(Hanging, Town.Officer, Town.Second).Matter.Step(Task)!.Role);
    }

    [Fact]
    public void It_is_due_within_five_working_days() =>
        Assert.Equal(new DateOnly(2026, 3, 9), Affair.Objection(Hanging, Bureau.Colleague).Matter.Step(Task)!.Due.On);

    [Fact]
    public void An_answer_says_what_was_found_and_why()
    {
        var objection = Affair.Objection(Hanging, Bureau.Colleague);

        objection.When(Task, Answer with { Finding = null }, Bureau.Colleague).IsRefused(MatterRefusal.FindingRequired);
        objection.When(Task, Answer with { Words = "短" }, Bureau.Colleague).IsRefused(MatterRefusal.WordsRequired);
    }

    [Fact]
    public void Of_two_who_answer_at_once_the_second_is_told_who_was_first()
    {
        var third = Town.Staff("zhai-third", "钱进", Role.TownshipOfficer, Bureau.Point);
        var answered = Affair.Objection(Hanging, Bureau.Colleague, third).Did(Task, Answer, Bureau.Colleague);

        Assert.Equal("孙立", answered.When(Task, Answer, third).IsRefused(MatterRefusal.AlreadyDone).Before!.By.Name);
    }

    [Fact]
    public void The_case_learns_that_there_was_an_objection_and_what_it_turned_out_to_be_and_not_by_whom()
    {
        var answered = Affair.Objection(Hanging, Bureau.Colleague).Did(Task, Answer, Bureau.Colleague).Matter;

        CaseDecisions.ResultsOf(answered).Select(left => left.Result).Are(
            new ObjectionRaised(Affair.ObjectionId), new ObjectionAnswered(Affair.ObjectionId, ComplaintFinding.Unfounded));
        Assert.Equal("孙立", CaseDecisions.ResultsOf(answered).Last().By.Name);
    }
}
