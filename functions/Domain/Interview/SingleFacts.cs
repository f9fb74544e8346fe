using System.Collections.Immutable;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Eligibility.Facts;
using OneVisit.Domain.Eligibility.People;

namespace OneVisit.Domain.Interview;

/// <summary>The answer to a question about one fact, put into a household.</summary>
internal static class SingleFacts
{
    /// <summary>The household with the fact; of somebody who is no longer among the people, nothing is told. <c>null</c>: this is no answer to that question.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value cannot be.</exception>
    public static Household? Tell(Household household, Fact fact, Answer answer)
    {
        if (fact.Question.IsOfAPerson() != fact.Person is not null || ValueOf(fact.Question, answer) is not { } value)
            return null;
        return fact.Person is { } at && (household.People is not { } people || at >= people.Length)
            ? household
            : FactBook.Write(household, fact.Question, fact.Person, value);
    }

    public static ImmutableHashSet<string> Set(IEnumerable<string> codes) => codes.ToImmutableHashSet(StringComparer.Ordinal);

    private static object? ValueOf(Question question, Answer answer) => (AnswerKinds.Of(question), answer) switch
    {
        // No to both of what is asked together; yes leaves open to which.
        (AnswerKind.YesNo, Answer.YesNo { Value: var yes }) when question == Question.Dependent => new Dependence(yes, yes ? null : false),
        (AnswerKind.YesNo, Answer.YesNo { Value: var yes }) => yes,
        (AnswerKind.Number, Answer.Number { Value: var number }) => number,
        (AnswerKind.Yuan, Answer.Yuan { Value: var yuan }) => new Money(yuan),
        (AnswerKind.Day, Answer.Day { Value: var day }) => day,
        (AnswerKind.Word, Answer.Word { Value: var word }) => question switch
        {
            Question.Area => Areas.Parse(word),
            Question.Relation => Relations.Parse(word),
            Question.Emergency => Situations.ParseEmergency(word),
            _ => Situations.ParseDeceased(word),
        },
        (AnswerKind.Codes, Answer.Codes { Values: var codes }) => Set(codes),
        (AnswerKind.Certificate, Answer.Certificate { Grade: 0 }) => Disability.None,
        (AnswerKind.Certificate, Answer.Certificate { Kind: var kind, Grade: var grade }) => new Disability(kind, grade),
        (AnswerKind.Parents, Answer.Parents { Father: var father, Mother: var mother }) => new Parents(father, mother),
        (AnswerKind.Work, Answer.Work { LayOff: var work }) => work,
        (AnswerKind.Absence, Answer.Absence { Reason: var reason, Since: var since }) => new Away(reason, since),
        (AnswerKind.Incomes, Answer.Incomes { Values: var incomes }) => incomes,
        _ => null,
    };
}
