using OneVisit.Domain.Cases;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Services;
using OneVisit.Domain.Sharing;
using OneVisit.Domain.Tests.Cases;

namespace OneVisit.Domain.Tests.Sharing;

/// <summary>What registries answer, and what may be made of it.</summary>
public sealed class AnswerTests
{
    private static readonly DateOnly Day = new(2026, 3, 2);
    private static readonly AnswerNote NoCar = new(RegistryQuestion.Vehicles, "no", Day);
    private static readonly AnswerNote Late = new(RegistryQuestion.Vehicles, "unknown", Day, Reason: UnknownReason.Late);

    public static TheoryData<RegistryQuestion> Questions => [.. RegistryQuestions.All];

    [Theory]
    [MemberData(nameof(Questions))]
    public void Every_question_has_a_registry_a_name_and_only_the_fields_it_needs(RegistryQuestion question)
    {
        Assert.Equal(question, RegistryQuestions.Parse(question.Code()));
        Assert.Contains(question.Registry(), Registries.All);
        Assert.InRange(question.Fields().Count, 1, 2);
    }

    [Fact]
    public void A_paper_whose_registry_says_yes_is_held_as_of_its_day() =>
        Assert.Equal(new Holding.Held(Day), Holding(("M02", RegistryQuestion.RegisteredWhere, new RegistryAnswer.Value("370982103201", Day))));

    [Fact]
    public void A_look_up_that_failed_is_never_a_no() =>
        Assert.Equal(new Holding.Unknown(), Holding(("M02", RegistryQuestion.RegisteredWhere, new RegistryAnswer.Unknown(UnknownReason.Failed, Day))));

    [Fact]
    public void That_the_applicant_is_no_student_says_nothing_of_the_childs_enrolment_proof() =>
        Assert.Equal(new Holding.Unknown(), Holding(("M09", RegistryQuestion.Student, new RegistryAnswer.No(Day))));

    [Fact]
    public void Two_papers_that_one_answer_stands_for_cost_one_question() => Assert.Equal(RegistryQuestion.RegisteredWhere, Assert.Single(PaperQuestions.For(["M01", "M02", "M07"])));

    [Fact]
    public void A_car_that_the_household_said_it_has_not_contradicts_it() =>
        Assert.Equal([RegistryQuestion.Vehicles], Contradicted(new Household { OwnsCar = false }, new AnswerNote(RegistryQuestion.Vehicles, "value", Day, "1"), NoHome));

    [Fact]
    public void What_is_not_known_contradicts_nothing() => Assert.Empty(Contradicted(new Household { OwnsCar = false, Homes = 0 }, Late));

    [Fact]
    public void What_the_household_did_not_tell_cannot_be_contradicted() => Assert.Empty(Contradicted(new Household(), new AnswerNote(RegistryQuestion.Vehicles, "value", Day, "1")));

    [Fact]
    public void Who_applies_and_is_recorded_dead_is_somebody_to_look_at() =>
        Assert.Equal([RegistryQuestion.RecordedDead], Contradicted(new Household(), new AnswerNote(RegistryQuestion.RecordedDead, "value", Day, "2026-01-09")));

    [Fact]
    public void An_answer_is_journalled_once() => Assert.Empty(Noted(Answered(NoCar), NoCar));

    [Fact]
    public void An_answer_that_comes_late_takes_the_place_of_the_unknown_one() =>
        Assert.Equal(NoCar, Assert.Single(Answered(Late).After(CaseDecisions.NoteAnswers(Answered(Late).Case, [NoCar])).Case.RegisterAnswers));

    [Fact]
    public void A_failure_never_takes_the_place_of_an_answer() => Assert.Empty(Noted(Answered(NoCar), Late));

    [Fact]
    public void After_the_decision_nobody_is_asked_any_more() =>
        Assert.Equal((0, 0), (Noted(Story.Approved, NoCar).Length, CaseDecisions.Unanswered(Story.Approved.Case).Length));

    [Fact]
    public void What_came_late_is_asked_for_until_it_is_known()
    {
        Assert.Contains(RegistryQuestion.Vehicles, CaseDecisions.Unanswered(Answered(Late).Case));
        Assert.DoesNotContain(RegistryQuestion.Vehicles, CaseDecisions.Unanswered(Answered(NoCar).Case));
    }

    [Fact]
    public void A_registry_is_asked_at_once_until_its_answer_or_its_silence_stands_in_the_journal()
    {
        var silent = CaseDecisions.Unanswered(Story.AtSurvey.Case).Select(question => new AnswerNote(question, "unknown", Day, Reason: UnknownReason.Late));

        Assert.True(CaseDecisions.IsYetToAsk(Story.AtSurvey.Case));
        Assert.True(CaseDecisions.IsYetToAsk(Answered(NoCar).Case));
        Assert.False(CaseDecisions.IsYetToAsk(Story.AtSurvey.After(CaseDecisions.NoteAnswers(Story.AtSurvey.Case, silent)).Case));
    }

    private static AnswerNote NoHome => new(RegistryQuestion.Homes, "no", Day);

    private static Story Answered(AnswerNote note) => Story.AtSurvey.After(CaseDecisions.NoteAnswers(Story.AtSurvey.Case, [note]));

    private static CaseEvent[] Noted(Story story, AnswerNote note) => [.. ((Decision.Accepted)CaseDecisions.NoteAnswers(story.Case, [note])).Events];

    private static RegistryQuestion[] Contradicted(Household told, params AnswerNote[] notes) =>
        [.. DataCheckQuestions.Contradictions(told, notes, "370982").Select(note => note.Question)];

    private static Holding Holding((string Paper, RegistryQuestion Question, RegistryAnswer Answer) known) =>
        PaperQuestions.Holdings([known.Paper], new Dictionary<RegistryQuestion, RegistryAnswer> { [known.Question] = known.Answer })[known.Paper];
}
