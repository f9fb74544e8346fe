using OneVisit.Conversation.Words;
using OneVisit.Domain.Cases;

namespace OneVisit.Conversation.Cards;

/// <summary>Nobody acts for the person of a case any more: whether they were there themselves, and why.</summary>
internal static class ActingEndCard
{
    public const string Act = "end-acting";

    public static Say.Card Of(Phrasebook book, string caseId) => CaseFormCard.Of(
        book, caseId, Act, Phrase.ActingEndTitle, Phrase.ActingEndHint, Phrase.ActingEndSubmit,
        [
            Inputs.Choice(book, CardKeys.CardSeen, Phrase.InputCardSeen, Phrase.InputCardSeenError, required: false, many: true, [(book[Phrase.CardSeen], "yes")]),
            Inputs.Text(book, CardKeys.Reason, Phrase.InputReason, Phrase.InputReasonError, required: true, least: Limits.ReasonShortest, multiline: true),
        ]);
}
