using System.Text.Json.Nodes;
using OneVisit.Conversation.Words;
using OneVisit.Domain;

namespace OneVisit.Conversation.Cards;

/// <summary>A later letter of entrusting was seen: until when who acts goes on.</summary>
internal static class LaterLetterCard
{
    public const string Act = "later-letter";

    public static Say.Card Of(Phrasebook book, string caseId)
    {
        var title = book[Phrase.LaterLetterTitle, caseId];
        return new(Parts.Card(
            book.Language.Code(), title,
            [
                Parts.Title(title),
                Parts.Text(book[Phrase.LaterLetterHint]),
                Inputs.Day(book, CardKeys.Until, Phrase.InputLetterUntil, Phrase.InputDayError, required: true),
                Inputs.Choice(book, CardKeys.LetterSeen, Phrase.InputLetterSeen, Phrase.InputLetterSeenError, required: true, many: true, [(book[Phrase.LetterSeen], "yes")]),
            ]).WithActions([new JsonObject
            {
                ["type"] = "Action.Submit",
                ["title"] = book[Phrase.ActingEndSubmit],
                ["data"] = new JsonObject { [CardKeys.Act] = Act, [CardKeys.CaseId] = caseId },
            }]), title);
    }
}
