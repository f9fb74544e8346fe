using System.Collections.Immutable;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Eligibility.People;

namespace OneVisit.Domain.Interview;

/// <summary>The answer to a question about one fact, put into a household.</summary>
internal static class SingleFacts
{
    /// <summary>The household with the fact; <c>null</c>: this is no answer to that question.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value cannot be.</exception>
    public static Household? Tell(Household household, Fact fact, Answer answer) => (fact, answer) switch
    {
        (_, Answer.NotKnown) => household,
        ({ Person: { } at }, _) => TellOf(household, at, fact.Question, answer),
        ({ Question: Question.LocalHukou }, Answer.YesNo { Value: var yes }) => household with { HasLocalHukou = yes },
        ({ Question: Question.Area }, Answer.Word { Value: var word }) when Areas.Parse(word) is { } area => household with { Area = area },
        ({ Question: Question.Members }, Answer.Number { Value: var number }) => household with { Members = number },
        ({ Question: Question.MonthlyIncome }, Answer.Yuan yuan) => household with { MonthlyIncome = new Money(yuan.Value) },
        ({ Question: Question.FinancialAssets }, Answer.Yuan yuan) => household with { FinancialAssets = new Money(yuan.Value) },
        ({ Question: Question.Car }, Answer.YesNo { Value: var yes }) => household with { OwnsCar = yes },
        ({ Question: Question.Homes }, Answer.Number { Value: var number }) => household with { Homes = number },
        ({ Question: Question.HomesBelowAverageArea }, Answer.YesNo { Value: var yes }) => household with { HomesBelowAverageArea = yes },
        ({ Question: Question.NonResidentialProperty }, Answer.YesNo { Value: var yes }) => household with { OwnsNonResidentialProperty = yes },
        ({ Question: Question.BusinessCapital }, Answer.Yuan yuan) => household with { BusinessCapital = new Money(yuan.Value) },
        ({ Question: Question.MedicalSpending }, Answer.Yuan yuan) => household with { YearlyMedicalSpending = new Money(yuan.Value) },
        ({ Question: Question.RehabilitationSpending }, Answer.Yuan yuan) => household with { YearlyRehabilitationSpending = new Money(yuan.Value) },
        ({ Question: Question.EducationSpending }, Answer.Yuan yuan) => household with { YearlyEducationSpending = new Money(yuan.Value) },
        ({ Question: Question.Draws }, Answer.Codes { Values: var codes }) => household with { Draws = Set(codes) },
        ({ Question: Question.Emergency }, Answer.Word { Value: var word }) when Situations.ParseEmergency(word) is { } emergency => household with { Emergency = emergency },
        ({ Question: Question.IsHereOtherwise }, Answer.YesNo { Value: var yes }) => household with { IsHereOtherwise = yes },
        ({ Question: Question.Deceased }, Answer.Word { Value: var word }) when Situations.ParseDeceased(word) is { } deceased => household with { Deceased = deceased },
        _ => null,
    };

    public static ImmutableHashSet<string> Set(IEnumerable<string> codes) => codes.ToImmutableHashSet(StringComparer.Ordinal);

    // Of somebody who is no longer among the people, nothing is told.
    private static Household? TellOf(Household household, int at, Question question, Answer answer)
    {
        var person = household.People is { } people && at < people.Length ? people[at] : null;
        return Tell(person ?? new Person(), question, answer) switch
        {
            null => null,
            var told => person is null ? household : household with { People = household.People!.Value.SetItem(at, told) },
        };
    }

    private static Person? Tell(Person person, Question question, Answer answer) => (question, answer) switch
    {
        (Question.BirthDate, Answer.Day { Value: var day }) => person with { BornOn = day },
        (Question.Disability, Answer.Certificate { Grade: 0 }) => person with { Disability = Disability.None },
        (Question.Disability, Answer.Certificate { Kind: var kind, Grade: var grade }) => person with { Disability = new(kind, grade) },
        (Question.CannotCareForSelf, Answer.YesNo { Value: var yes }) => person with { CannotCareForSelf = yes },
        (Question.AbilityGrade, Answer.Number { Value: var grade }) => person with { AbilityGrade = grade },
        (Question.GraveIllness, Answer.YesNo { Value: var yes }) => person with { GraveIllness = yes },
        (Question.AbleObligor, Answer.YesNo { Value: var yes }) => person with { HasAbleObligor = yes },
        (Question.Parents, Answer.Parents { Father: var father, Mother: var mother }) => person with { Father = father, Mother = mother },
        (Question.PersonDraws, Answer.Codes { Values: var codes }) => person with { Draws = Set(codes) },
        (Question.LayOff, Answer.Work { LayOff: var work }) => person with { LayOff = work },
        _ => null,
    };
}
