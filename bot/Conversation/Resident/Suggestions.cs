using System.Collections.Immutable;
using System.Globalization;
using OneVisit.Conversation.Understanding;
using OneVisit.Conversation.Words;
using OneVisit.Domain.Eligibility;

namespace OneVisit.Conversation.Resident;

/// <summary>Answers worth offering for a question.</summary>
internal static class Suggestions
{
    public static ImmutableArray<Choice> For(Turn turn, Question question)
    {
        var choices = ImmutableArray.CreateBuilder<Choice>();
        if (turn.State.Household.Value(question) is not null) choices.Add(Answer(question, turn.Book[Phrase.ChoiceKeep], "keep"));
        choices.AddRange(Answers(turn, question).Select(answer => Answer(question, answer.Title, answer.Value)));
        choices.Add(Answer(question, turn.Book[Phrase.ChoiceUnsure], "unsure"));
        choices.Add(new Choice(turn.Book[Phrase.ChoiceWhy], Tokens.Why));
        if (!turn.State.Trail.IsEmpty) choices.Add(new Choice(turn.Book[Phrase.ChoiceBack], Tokens.Back));
        return choices.ToImmutable();
    }

    private static IEnumerable<(string Title, string Value)> Answers(Turn turn, Question question)
    {
        var book = turn.Book;
        switch (question)
        {
            case Question.Car or Question.NonResidentialProperty or Question.SeverelyAffectedMember:
                return [(book[Phrase.ChoiceHaveNot], "no"), (book[Phrase.ChoiceHave], "yes")];
            case Question.LocalHukou or Question.HomesBelowAverageArea:
                return [(book[Phrase.ChoiceYes], "yes"), (book[Phrase.ChoiceNo], "no")];
            case Question.Area:
                return [(book[Phrase.ChoiceRural], "rural"), (book[Phrase.ChoiceUrban], "urban")];
            case Question.Members:
                return LikelyPeople(turn.State.Understood).Select(people => (book[Phrase.ChoicePeople, people], Text(people)));
            case Question.Homes:
                return [(book[Phrase.ChoiceHaveNot], "0"), (book[Phrase.ChoiceHomes, 1], "1"), (book[Phrase.ChoiceHomes, 2], "2"), (book[Phrase.ChoiceThreeOrMore], "3")];
            case Question.MonthlyIncome:
                return turn.State.MentionedWage is { } wage ? [(book[Phrase.ChoiceOnlyThat, book.Yuan(wage)], wage.ToString(CultureInfo.InvariantCulture))] : [];
            default:
                return [(book[Phrase.ChoiceHaveNot], "0")];
        }
    }

    /// <summary>Three numbers around what the story suggests: the teller, the children, the elders.</summary>
    private static IEnumerable<int> LikelyPeople(ImmutableArray<string> understood)
    {
        var people = 1 + Told(understood, "students") + Told(understood, "children") + Told(understood, "elders");
        var first = Math.Max(1, people - 1);
        return people == 1 ? Enumerable.Range(1, 5) : Enumerable.Range(first, 4);
    }

    private static int Told(ImmutableArray<string> understood, string name)
    {
        foreach (var told in understood)
        {
            if (told == name) return 1;
            if (told.StartsWith($"{name}=", StringComparison.Ordinal) && int.TryParse(told.AsSpan(name.Length + 1), out var count)) return Math.Min(count, 10);
        }
        return 0;
    }

    private static Choice Answer(Question question, string title, string value) => new(title, QuestionScene.PrefixOf(question) + value);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
