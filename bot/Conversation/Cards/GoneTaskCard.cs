using OneVisit.Conversation.Words;
using OneVisit.Domain;

namespace OneVisit.Conversation.Cards;

/// <summary>A card of which nothing may be shown any more: the household took its mandate back, or somebody else comes. No name, no buttons.</summary>
internal static class GoneTaskCard
{
    public static Say.Card Of(Phrasebook book, string caseId, string taskId) => new(
        Parts.Card(book.Language.Code(), book[Phrase.CardGone], Parts.Text(book[Phrase.CardGone]), Parts.Facts((book[Phrase.CardCase], caseId))),
        book[Phrase.CardGone], (caseId, taskId), InPlace: true);
}
