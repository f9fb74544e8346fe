using OneVisit.Conversation.Words;

namespace OneVisit.Conversation.Cards;

/// <summary>A later letter of entrusting was seen: until when who acts goes on.</summary>
internal static class LaterLetterCard
{
    public const string Act = "later-letter";

    public static Say.Card Of(Phrasebook book, string caseId) => CaseFormCard.Of(
        book, caseId, Act, Phrase.LaterLetterTitle, Phrase.LaterLetterHint, Phrase.ActingEndSubmit,
        [
            Inputs.Day(book, CardKeys.Until, Phrase.InputLetterUntil, Phrase.InputDayError, required: true),
            Inputs.Choice(book, CardKeys.LetterSeen, Phrase.InputLetterSeen, Phrase.InputLetterSeenError, required: true, many: true, [(book[Phrase.LetterSeen], "yes")]),
        ]);
}
