using System.Text.Json.Nodes;
using OneVisit.Conversation.Words;
using OneVisit.Domain;
using OneVisit.Domain.Cases;

namespace OneVisit.Conversation.Cards;

/// <summary>Nobody acts for the person of a case any more: whether they were there themselves, and why.</summary>
internal static class ActingEndCard
{
    public const string Act = "end-acting";

    public static Say.Card Of(Phrasebook book, string caseId)
    {
        var title = book[Phrase.ActingEndTitle, caseId];
        return new(Parts.Card(
            book.Language.Code(), title,
            [
                Parts.Title(title),
                Parts.Lines([book[Phrase.ActingEndHint]]),
                Inputs.Choice(book, CardKeys.CardSeen, Phrase.InputCardSeen, Phrase.InputCardSeenError, required: false, many: true, [(book[Phrase.CardSeen], "yes")]),
                Inputs.Text(book, CardKeys.Reason, Phrase.InputReason, Phrase.InputReasonError, required: true, least: Limits.ReasonShortest, multiline: true),
            ]).WithActions([new JsonObject
            {
                ["type"] = "Action.Submit",
                ["title"] = book[Phrase.ActingEndSubmit],
                ["data"] = new JsonObject { [CardKeys.Act] = Act, [CardKeys.CaseId] = caseId },
            }]), title);
    }
}
