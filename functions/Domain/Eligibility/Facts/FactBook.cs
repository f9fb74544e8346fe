using System.Collections.Immutable;
using OneVisit.Domain.Eligibility.People;

namespace OneVisit.Domain.Eligibility.Facts;

/// <summary>Where the answer to a question stands in a household: to be read by it, and written by it.</summary>
public static class FactBook
{
    /// <summary>The fact that answers the question; <c>null</c>: not known.</summary>
    /// <param name="at">Place of the person in the household's list, for what is asked of a person.</param>
    public static object? Read(Household household, Question question, int? at) =>
        question.IsOfAPerson()
            ? at is { } place && household.People is { } people && place < people.Length ? PersonFacts.Read(people[place], question) : null
            : HouseholdFacts.Read(household, question);

    /// <summary>The household with the fact that answers the question.</summary>
    /// <param name="value">As <see cref="Read"/> gives it.</param>
    /// <exception cref="ArgumentOutOfRangeException">Nobody stands at that place.</exception>
    public static Household Write(Household household, Question question, int? at, object? value)
    {
        if (!question.IsOfAPerson())
            return HouseholdFacts.Write(household, question, value);
        if (at is not { } place || household.People is not { } people || place >= people.Length)
            throw new ArgumentOutOfRangeException(nameof(at));
        return household with { People = people.SetItem(place, PersonFacts.Write(people[place], question, value)) };
    }

    /// <summary>Is it asked of a person?</summary>
    public static bool IsOfAPerson(this Question question) => PersonFacts.Answers(question);

    /// <summary>The household with the answers to those questions only: what is not looked at is not kept.</summary>
    public static Household Only(Household household, IReadOnlyCollection<Question> questions)
    {
        var kept = new Household();
        if (household.People is { } people && questions.Any(question => question == Question.People || question.IsOfAPerson()))
            kept = kept with { People = [.. people.Select(person => questions.Aggregate(new Person(), (told, question) => PersonFacts.Write(told, question, PersonFacts.Read(person, question))))] };
        foreach (var question in questions.Where(question => question != Question.People && !question.IsOfAPerson()))
            kept = HouseholdFacts.Read(household, question) is { } known ? HouseholdFacts.Write(kept, question, known) : kept;
        return kept;
    }

    /// <summary>Nothing more can be told about it. Of what is told in parts that is never sure.</summary>
    internal static bool IsSettled(in Circumstances circumstances, Question question) =>
        question is not (Question.Disability or Question.Parents or Question.LayOff or Question.Dependent) && Read(circumstances.Household, question, circumstances.At) is not null;

    internal static ImmutableArray<Input> Inputs(ImmutableArray<Question> questions, in Circumstances circumstances)
    {
        var inputs = ImmutableArray.CreateBuilder<Input>(questions.Length);
        foreach (var question in questions)
            inputs.Add(new Input(question, question == Question.Incomes ? IncomesLookedAt(circumstances) : Read(circumstances.Household, question, circumstances.At)));
        return inputs.MoveToImmutable();
    }

    // A rule about a person looks at what is this person's own.
    private static object? IncomesLookedAt(Circumstances circumstances) => circumstances is { At: { } at, Household.Incomes: { } incomes }
        ? incomes.RemoveAll(income => income.Person != at)
        : circumstances.Household.Incomes;
}
