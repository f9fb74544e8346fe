using System.Collections.Immutable;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Eligibility.Facts;
using OneVisit.Domain.Eligibility.People;

namespace OneVisit.Domain.Interview;

/// <summary>Makes a household of what was told.</summary>
internal static class Folding
{
    private static readonly Question[] Questions = Enum.GetValues<Question>();
    private static readonly Household Somebody = new() { People = [new Person()] };

    public static Household Fold(Told told)
    {
        var household = told.Start;
        foreach (var answered in told.Answers)
        {
            if (answered.Inquiry.Person is null)
                household = Tell(household, answered);
        }
        household = ToldPeople.Of(told, household) is { } people ? people.In(household) : household;
        foreach (var answered in told.Answers)
        {
            if (answered.Inquiry is { Person: not null, Question: not null })
                household = Tell(household, answered);
        }
        return Implications.Of(household, told.AnswerTo(Inquiry.List(Checklist.WhatIsDrawn)) as Answer.Ticked);
    }

    /// <summary>The household with one more answer; of a <see cref="Checklist.WhoIsThere"/> with the one person told of.</summary>
    public static Household Tell(Household household, Answered answered) => answered switch
    {
        { Answer: Answer.NotKnown } => household,
        { Inquiry.Question: { } question } => SingleFacts.Tell(household, new Fact(question, answered.Inquiry.Person), answered.Answer) ?? household,
        { Inquiry.Checklist: Checklist.WhoIsThere, Answer: Answer.Ticked ticked } => household with { People = Checklists.PersonOf(ticked) is { } person ? [person] : [] },
        { Inquiry.Checklist: { } checklist, Answer: Answer.Ticked ticked } => Checklists.TellTogether(Checklists.Tell(household, ticked), checklist, ticked),
        _ => household,
    };

    /// <exception cref="ArgumentException">This is no answer to that.</exception>
    public static void Check(Inquiry inquiry, Answer answer)
    {
        var fits = (inquiry, answer) switch
        {
            ({ Question: null, Checklist: null } or { Question: not null, Checklist: not null }, _) => false,
            (_, Answer.NotKnown) => true,
            ({ Question: { } question, Person: var person }, _) => SingleFacts.Tell(Somebody, new Fact(question, person is null ? null : 0), answer) is not null,
            (_, Answer.Ticked ticked) => ticked.Ticks.All(code => ticked.Offered.Any(option => option.Code == code)),
            _ => false,
        };
        if (!fits)
            throw new ArgumentException($"{answer.GetType().Name} does not answer {inquiry.Question?.ToString() ?? inquiry.Checklist?.ToString()}.", nameof(answer));
    }

    /// <summary>Facts not to be asked again: those answered by themselves, known or not, and those of a list that was answered with "not known".</summary>
    public static QuestionSet Closed(Told told, Household household) => Collect(told, household, includeAnswered: true);

    public static QuestionSet NotKnown(Told told) => Collect(told, Fold(told), includeAnswered: false);

    /// <summary>Facts that the household knows, in part at least.</summary>
    public static QuestionSet Known(Household household)
    {
        var known = QuestionSet.None;
        foreach (var question in Questions)
        {
            if (!question.IsOfAPerson())
                known |= QuestionSet.If(FactBook.Read(household, question, null) is not null, question);
            for (var at = 0; question.IsOfAPerson() && at < (household.People?.Length ?? 0); at++)
                known |= QuestionSet.If(FactBook.Read(household, question, at) is not null, question).Of(at);
        }
        return known;
    }

    private static QuestionSet Collect(Told told, Household household, bool includeAnswered)
    {
        var facts = QuestionSet.None;
        foreach (var (inquiry, answer) in told.Answers)
        {
            if (inquiry.Question is { } question && (includeAnswered || answer is Answer.NotKnown))
                facts.Add(new Fact(question, inquiry.Person));
            else if (inquiry.Checklist is { } checklist && answer is Answer.NotKnown)
                facts |= Of(checklist, inquiry, household);
        }
        return facts;
    }

    private static QuestionSet Of(Checklist checklist, Inquiry inquiry, Household household)
    {
        // Of the next person nothing is known: the list of people ends there.
        if (inquiry is { Checklist: Checklist.WhoIsThere, Person: > 0 })
            return QuestionSet.None;
        var facts = QuestionSet.None;
        foreach (var question in Questions)
        {
            if ((Checklists.FactsOf(checklist) & QuestionSet.Bit(question)) != 0)
                facts.Add(new Fact(question));
        }
        for (var at = 0; checklist == Checklist.WhatIsDrawn && at < (household.People?.Length ?? 0); at++)
            facts.Add(new Fact(Question.PersonDraws, at));
        return facts;
    }
}
