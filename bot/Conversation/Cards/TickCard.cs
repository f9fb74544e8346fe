using System.Text.Json.Nodes;
using OneVisit.Conversation.Resident;
using OneVisit.Conversation.Understanding;
using OneVisit.Conversation.Words;
using OneVisit.Domain;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Eligibility.People;
using OneVisit.Domain.Interview;

namespace OneVisit.Conversation.Cards;

/// <summary>A short list to tick from, numbered, since who does not tick writes the numbers.</summary>
internal static class TickCard
{
    private static readonly ParentFate[] Fates = Enum.GetValues<ParentFate>();

    /// <summary>The card of a question that has one, or <c>null</c>.</summary>
    public static Say.Card? For(Turn turn, Inquiry inquiry, string question) => inquiry switch
    {
        { Checklist: { } and not Checklist.Registration } => Of(turn.Book, question, InquiryScene.PrefixOf(inquiry), Ticks(turn.Book, TokenReading.Offered(turn, inquiry).Select(option => (InquiryWords.Title(turn, option), option.Code)))),
        { Question: Question.Parents } => Of(turn.Book, question, InquiryScene.PrefixOf(inquiry), Parent(turn.Book, "father", Phrase.Father), Parent(turn.Book, "mother", Phrase.Mother)),
        _ => null,
    };

    /// <summary>Services to choose from, some ticked already.</summary>
    public static Say.Card Services(Phrasebook book, string question, string prefix, IEnumerable<(string Title, string Value)> services, IEnumerable<string> ticked)
    {
        var input = Ticks(book, services);
        input["value"] = string.Join(',', ticked);
        return Of(book, question, prefix, input);
    }

    private static Say.Card Of(Phrasebook book, string question, string prefix, params IEnumerable<JsonNode> inputs) => new(
        Parts.Card(book.Language.Code(), question, [Parts.Text(question), .. inputs]).WithActions(new JsonObject
        {
            ["type"] = "Action.Submit",
            ["title"] = book[Phrase.ChoiceTicked],
            ["data"] = new JsonObject { [PostedAnswers.Pick] = prefix + PostedAnswers.Open },
        }),
        question);

    private static JsonObject Ticks(Phrasebook book, IEnumerable<(string Title, string Value)> options) => Inputs.Choice(
        book, "ticks", Phrase.TickLabel, Phrase.CardRequired, required: false, many: true, options.Select((option, index) => ($"({index + 1}) {option.Title}", option.Value)));

    private static JsonObject Parent(Phrasebook book, string id, Phrase label) => Inputs.Compact(
        Inputs.Choice(book, id, label, Phrase.CardRequired, required: false, many: false, Fates.Select(fate => (book.NameOr("fate", WireWords.Of(fate)), WireWords.Of(fate)))));
}
