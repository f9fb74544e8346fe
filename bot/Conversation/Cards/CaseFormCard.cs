using System.Text.Json.Nodes;
using OneVisit.Conversation.Words;
using OneVisit.Domain;

namespace OneVisit.Conversation.Cards;

/// <summary>A form of the offices about one case: what it is, a hint, what is asked, and one button that posts it with its act.</summary>
internal static class CaseFormCard
{
    public static Say.Card Of(Phrasebook book, string caseId, string act, Phrase title, Phrase hint, Phrase submit, params IEnumerable<JsonNode?> inputs)
    {
        var heading = book[title, caseId];
        return new(
            Parts.Card(book.Language.Code(), heading, [Parts.Title(heading), Parts.Text(book[hint]), .. inputs]).WithActions([new JsonObject
            {
                ["type"] = "Action.Submit",
                ["title"] = book[submit],
                ["data"] = new JsonObject { [CardKeys.Act] = act, [CardKeys.CaseId] = caseId },
            }]),
            heading);
    }
}
