using OneVisit.Conversation.Understanding;
using OneVisit.Conversation.Words;
using OneVisit.Domain;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Eligibility.People;
using OneVisit.Domain.Interview;

namespace OneVisit.Conversation.Resident;

/// <summary>Words for a question: what is asked, of whom, with which example, and what was said before.</summary>
internal static class InquiryWords
{
    public static string Ask(Turn turn, Inquiry inquiry) => inquiry switch
    {
        { Checklist: Checklist.WhoIsThere, Person: > 0 } => turn.Book[Phrase.AskAnotherPerson],
        _ when Acting.IsOfAnother(turn) && turn.Book.Name("ask-of", inquiry.Name(), Who(turn, inquiry.Person), Acting.PersonOf(turn)) is { } of => Phrasebook.Opening(of),
        _ => turn.Book.Name("ask", inquiry.Name(), Who(turn, inquiry.Person)) ?? inquiry.Name(),
    };

    public static string Example(Turn turn, Inquiry inquiry) => turn.Book.Name("example", inquiry.Name()) ?? turn.Book.NameOr("example-kind", Kind(inquiry));

    /// <summary>How it is answered, where a question has no words of its own.</summary>
    public static string Kind(Inquiry inquiry) => inquiry.Question is { } question ? AnswerKinds.Of(question).ToString() : nameof(Checklist);

    /// <summary>What an answer is about, on a button or in a list.</summary>
    public static string Label(Turn turn, Inquiry inquiry)
    {
        var label = turn.Book.NameOr("fact", inquiry.Name());
        return inquiry is { Question: not null, Person: { } person } ? turn.Book[Phrase.OfPerson, Who(turn, person), label] : label;
    }

    /// <summary>What was told of it before, or <c>null</c>.</summary>
    public static string? Told(Turn turn, Inquiry inquiry) => turn.Told.AnswerTo(inquiry) switch
    {
        { } answer => AnswerWords.Short(turn, new Answered(inquiry, answer)),
        null => inquiry.Question is { } question && HouseholdFactsIn.Asked.Contains(question) ? FactWords.Noted(turn.Book, turn.Household.ToWire(), question) : null,
    };

    public static string Title(Turn turn, Option option)
    {
        if (turn.World.Find(option.Code) is { } service) return service.Name.In(turn.State.Language);
        return turn.Book.Name("option", option.Code, option.Over is { } over ? turn.Book.Yuan(over) : "") ?? option.Code;
    }

    /// <summary>A word of the resident's for somebody, turned to them: 「婆婆」 is 「您家婆婆」.</summary>
    public static string Called(Turn turn, string word) =>
        turn.Book.Name("who", word) ?? (word.Length == 0 ? turn.Book.NameOr("who", "somebody") : turn.Book[Phrase.YourPerson, Markdown.Escape(word)]);

    /// <summary>A person as one speaks of them: 「您婆婆（75 岁）」, or 「这位老人」 while no name was told.</summary>
    public static string Who(Turn turn, int? person)
    {
        if (person is not { } at) return "";
        var told = turn.State.People.Length > at ? turn.State.People[at] : "";
        var name = Called(turn, told);
        return turn.Household.People is { } people && at < people.Length && people[at].BornOn is { } born && !turn.State.VagueBirths.Contains(at)
            ? turn.Book.Aside(name, turn.Book[Phrase.YearsOld, born.AgeOn(turn.Today)])
            : name;
    }
}
