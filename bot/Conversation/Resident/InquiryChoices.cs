using System.Collections.Immutable;
using System.Globalization;
using OneVisit.Conversation.Understanding;
using OneVisit.Conversation.Words;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Eligibility.People;
using OneVisit.Domain.Interview;

namespace OneVisit.Conversation.Resident;

/// <summary>Answers worth offering for a question.</summary>
internal static class InquiryChoices
{
    public static readonly ImmutableArray<string> Deceased = ["local-resident", "newborn", "campus-student", "unidentified", "somebody-else", "nobody"];
    private static readonly ImmutableArray<string> Struck = ["fire", "accident", "sudden-illness"];

    public static ImmutableArray<Choice> For(Turn turn, Inquiry inquiry) =>
    [
        .. InquiryWords.Told(turn, inquiry) is null ? Array.Empty<Choice>() : [Answer(inquiry, turn.Book[Phrase.ChoiceKeep], "keep")],
        .. Answers(turn, inquiry).Select(answer => Answer(inquiry, answer.Title, answer.Value)),
        .. Always(turn, inquiry),
    ];

    /// <summary>What can be pressed at every question.</summary>
    public static IEnumerable<Choice> Always(Turn turn, Inquiry inquiry)
    {
        yield return Answer(inquiry, turn.Book[Phrase.ChoiceUnsure], "unsure");
        yield return new Choice(turn.Book[Phrase.ChoiceWhy], Tokens.Why);
        if (!turn.State.Trail.IsEmpty) yield return new Choice(turn.Book[Phrase.ChoiceBack], Tokens.Back);
    }

    public static IEnumerable<Choice> Grades(Turn turn, Inquiry inquiry, DisabilityKind kind) =>
        Enumerable.Range(1, Disability.Mildest).Select(grade => Answer(inquiry, turn.Book[Phrase.GradeOf, grade], $"{WireWords.Of(kind)} {grade}"));

    public static IEnumerable<Choice> Kinds(Turn turn, Inquiry inquiry, int grade) =>
        Enum.GetValues<DisabilityKind>().Select(kind => Answer(inquiry, turn.Book.NameOr("kind", WireWords.Of(kind)), $"{WireWords.Of(kind)} {grade}"));

    private static IEnumerable<(string Title, string Value)> Answers(Turn turn, Inquiry inquiry)
    {
        var book = turn.Book;
        if (inquiry.Checklist is { } checklist)
        {
            return checklist == Checklist.Registration
                ? TokenReading.Offered(turn, inquiry).Select(option => (InquiryWords.Title(turn, option), PostedAnswers.Open + option.Code))
                : PeopleTold.InStory(turn, inquiry) is null
                    ? [(book[Phrase.NoneOfThese], "none")]
                    : [(book[Phrase.ChoiceThoseTold], TokenReading.ThoseTold), (book[Phrase.NoneOfThese], "none")];
        }
        switch (inquiry.Question)
        {
            case Question.Car or Question.NonResidentialProperty or Question.AbleObligor or Question.GraveIllness or Question.SeverelyAffectedMember:
                return [(book[Phrase.ChoiceHaveNot], "no"), (book[Phrase.ChoiceHave], "yes")];
            case Question.LocalHukou or Question.HomesBelowAverageArea or Question.IsHereOtherwise or Question.CannotCareForSelf or Question.LayOff:
                return [(book[Phrase.ChoiceYes], "yes"), (book[Phrase.ChoiceNo], "no")];
            case Question.Area:
                return [(book[Phrase.ChoiceRural], "rural"), (book[Phrase.ChoiceUrban], "urban")];
            case Question.Members:
                return LikelyPeople(turn.State.Understood).Select(people => (book[Phrase.ChoicePeople, book.People(people)], Text(people)));
            case Question.Homes:
                return [(book[Phrase.ChoiceHaveNot], "0"), (book[Phrase.ChoiceHomes, 1], "1"), (book[Phrase.ChoiceHomes, 2], "2"), (book[Phrase.ChoiceThreeOrMore], "3")];
            case Question.MonthlyIncome:
                return turn.State.MentionedWage is { } wage ? [(book[Phrase.ChoiceOnlyThat, book.Yuan(wage)], wage.ToString(CultureInfo.InvariantCulture))] : [];
            case Question.Emergency:
                return [(book[Phrase.NoneOfThese], "none"), .. Struck.Select(code => (book.Name("option", code, "")!, code))];
            case Question.Deceased:
                return Deceased.Select(code => (book.NameOr("deceased", code), code));
            case Question.Relation:
                return Enum.GetValues<Relation>().Select(relation => (RelationTold.Title(turn, WireWords.Of(relation)), WireWords.Of(relation)));
            case Question.Away:
                return Enum.GetValues<Absence>().Select(absence => (book.NameOr(AwayTold.Group, WireWords.Of(absence)), WireWords.Of(absence)));
            case Question.AbilityGrade:
                return Enumerable.Range(0, 4).Select(grade => (book.NameOr("ability", Text(grade)), Text(grade)));
            case Question.Disability:
                return [(book[Phrase.NoCertificate], "none")];
            case Question.Draws or Question.PersonDraws:
                return [(book[Phrase.NoneOfThese], "none"), .. turn.World.Interview.Benefits.Select(code => (turn.World.Find(code)?.Name.In(turn.State.Language) ?? code, code))];
            case { } question when HouseholdFactsIn.KindOrNull(question) is FactKind.Money or FactKind.YearlyMoney:
                return [(book[Phrase.ChoiceHaveNot], "0")];
            case { } question when AnswerKinds.Of(question) == AnswerKind.YesNo:
                return [(book[Phrase.ChoiceYes], "yes"), (book[Phrase.ChoiceNo], "no")];
            default:
                return [];
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

    private static Choice Answer(Inquiry inquiry, string title, string value) => new(title, InquiryScene.PrefixOf(inquiry) + value);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
