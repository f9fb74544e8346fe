using System.Text.Json.Nodes;
using OneVisit.Contracts;
using OneVisit.Conversation.Words;
using OneVisit.Domain;
using OneVisit.Domain.Cases;

namespace OneVisit.Conversation.Cards;

/// <summary>Who is away, and the forms to say so or to hand over somebody's open work.</summary>
internal static class StaffCard
{
    public const string Note = "absence-note";
    public const string End = "absence-end";
    public const string HandOver = "hand-over";

    public static Say.Card OfAbsences(Phrasebook book, StaffList staff)
    {
        var title = book[Phrase.AbsenceTitle];
        var away = staff.People.Where(person => person.AwayFrom is not null).ToArray();
        var card = Parts.Card(
            book.Language.Code(), title, Parts.Title(title),
            Parts.Lines(away.Length == 0 ? [book[Phrase.AbsenceNobody]] : away.Select(person => $"- {Away(book, person.Name, person.AwayFrom!.Value, person.AwayUntil)}")), Parts.Quiet(book[Phrase.AbsenceHint]));
        var back = away.Where(person => person.Managed).ToArray();
        var note = Behind(
            book, Note,
            Person(book, Note, staff.People.Where(person => person.Managed), staff.Me),
            Inputs.Day(book, CardKeys.From, Phrase.InputAbsenceFrom, Phrase.InputDayError, required: false),
            Inputs.Day(book, CardKeys.To, Phrase.InputAbsenceTo, Phrase.InputDayError, required: false),
            Reason(book, Note, Phrase.InputAbsenceReason, least: 1, AbsenceDecisions.ReasonLongest),
            Optional(book, CardKeys.StandIn, Phrase.InputStandIn, staff.People));
        return new(card.WithActions(back.Length == 0 ? [note] : [note, Behind(
            book, End, Person(book, End, back, null), Inputs.Day(book, CardKeys.LastDay, Phrase.InputAbsenceLast, Phrase.InputDayError, required: false))]), title);
    }

    public static Say.Card OfHandOver(Phrasebook book, StaffList staff)
    {
        var title = book[Phrase.HandOverTitle];
        var card = Parts.Card(book.Language.Code(), title, Parts.Title(title), Parts.Text(book[Phrase.HandOverHint]));
        return new(card.WithActions([Behind(
            book, HandOver,
            Person(book, HandOver, staff.People.Where(person => person.Managed && person.Id != staff.Me), null),
            Optional(book, CardKeys.Colleague, Phrase.InputColleague, staff.People),
            Reason(book, HandOver, Phrase.InputHandOverReason, Limits.ReasonShortest, Limits.ReasonLongest))]), title);
    }

    public static string Away(Phrasebook book, string name, DateOnly from, DateOnly? until) =>
        book[Phrase.AbsenceNow, Markdown.Escape(name), book.Day(from), until is { } last ? book.Day(last) : book[Phrase.AbsenceOpen]];

    private static JsonObject Person(Phrasebook book, string act, IEnumerable<StaffPersonView> people, string? value) =>
        Inputs.Compact(Inputs.Choice(book, CardKeys.Of(CardKeys.Person, act), Phrase.InputPerson, Phrase.InputChoiceError, required: true, many: false, people.Select(Named), value));

    private static JsonObject Optional(Phrasebook book, string id, Phrase label, IEnumerable<StaffPersonView> people) =>
        Inputs.Compact(Inputs.Choice(book, id, label, Phrase.InputChoiceError, required: false, many: false, people.Select(Named)));

    private static JsonObject Reason(Phrasebook book, string act, Phrase label, int least, int most) =>
        Inputs.Text(book, CardKeys.Of(CardKeys.StaffReason, act), label, Phrase.InputReasonError, required: true, least, most);

    private static (string, string) Named(StaffPersonView person) => (person.Posts.Count == 0 ? person.Name : $"{person.Name} · {person.Posts[0]}", person.Id);

    private static JsonObject Behind(Phrasebook book, string act, params JsonNode?[] form) => Parts.Behind(book.NameOr("action", act), form, new JsonObject
    {
        ["type"] = "Action.Submit",
        ["title"] = book[Phrase.MatrixSubmit],
        ["data"] = new JsonObject { [CardKeys.Act] = act },
    });
}
