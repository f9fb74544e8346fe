using System.Text.Json.Nodes;
using OneVisit.Conversation.Words;
using OneVisit.Domain;
using OneVisit.Domain.Cases;

namespace OneVisit.Conversation.Cards;

/// <summary>A household's telephone on record is lost: the new one, that the ID card was seen, and why. Who may do so is the back office's to say.</summary>
internal static class PhoneCard
{
    public const string Replace = "replace-phone";

    public const string OfPerson = "person";
    public const string OfRepresentative = "representative";

    /// <param name="represented">Somebody acts for the person: it may be the telephone of either.</param>
    public static Say.Card Of(Phrasebook book, string caseId, bool represented = false)
    {
        var title = book[Phrase.PhoneTitle, caseId];
        return new(Parts.Card(
            book.Language.Code(), title,
            [
                Parts.Title(title),
                Parts.Lines([book[Phrase.PhoneHint]]),
                represented
                    ? Inputs.Choice(book, CardKeys.PhoneOf, Phrase.InputPhoneOf, Phrase.InputChoiceError, required: true, many: false, [(book[Phrase.PhoneOfPerson], OfPerson), (book[Phrase.PhoneOfRepresentative], OfRepresentative)])
                    : null,
                Inputs.Text(book, CardKeys.NewPhone, Phrase.InputNewPhone, Phrase.PhoneUnclear, required: true, most: 20),
                Inputs.Choice(book, CardKeys.CardSeen, Phrase.InputCardSeen, Phrase.InputCardSeenError, required: true, many: true, [(book[Phrase.CardSeen], "yes")]),
                Inputs.Text(book, CardKeys.Reason, Phrase.InputReason, Phrase.InputReasonError, required: true, least: Limits.ReasonShortest, multiline: true),
            ]).WithActions([new JsonObject
            {
                ["type"] = "Action.Submit",
                ["title"] = book[Phrase.PhoneSubmit],
                ["data"] = new JsonObject { [CardKeys.Act] = Replace, [CardKeys.CaseId] = caseId },
            }]), title);
    }
}
