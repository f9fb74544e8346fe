using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Eligibility.Counting;
using OneVisit.Domain.Eligibility.Facts;
using OneVisit.Domain.Eligibility.People;
using OneVisit.Domain.Interview;

namespace OneVisit.Domain.Tests.Interview;

public sealed class AnswerKindTests
{
    public static TheoryData<Question> Questions => [.. Enum.GetValues<Question>().Where(question => AnswerKinds.Of(question) != AnswerKind.None)];

    [Theory]
    [MemberData(nameof(Questions))]
    public void Every_question_takes_the_kind_of_answer_that_is_named_for_it(Question question)
    {
        int? person = question.IsOfAPerson() ? 0 : null;
        var told = new Told { Start = new() { People = [new Person()] } }.With(Inquiry.About(question, person), AnswerOf(question));
        Assert.NotNull(FactBook.Read(told.Household, question, person));
    }

    private static Answer AnswerOf(Question question) => AnswerKinds.Of(question) switch
    {
        AnswerKind.Number => new Answer.Number(1),
        AnswerKind.Yuan => new Answer.Yuan(1),
        AnswerKind.Day => new Answer.Day(new DateOnly(1950, 1, 1)),
        AnswerKind.Word => new Answer.Word(question switch { Question.Area => "rural", Question.Relation => "parent", Question.Emergency => "fire", _ => "newborn" }),
        AnswerKind.Codes => new Answer.Codes(["D1.2"]),
        AnswerKind.Certificate => new Answer.Certificate(DisabilityKind.Visual, 1),
        AnswerKind.Parents => new Answer.Parents(new(ParentFate.Dead), null),
        AnswerKind.Work => new Answer.Work(LayOff.Never),
        AnswerKind.Absence => new Answer.Absence(Absence.Clergy, new DateOnly(2020, 1, 1)),
        AnswerKind.Incomes => new Answer.Incomes([new(IncomeKind.Wage, new Money(900), Per.Month, 0)]),
        _ => new Answer.YesNo(true),
    };
}
