using OneVisit.Conversation.Words;
using OneVisit.Domain.Cases;

namespace OneVisit.Conversation.Cards;

/// <summary>A household's telephone on record is lost: the new one, that the ID card was seen, and why. Who may do so is the back office's to say.</summary>
internal static class PhoneCard
{
    public const string Replace = "replace-phone";

    public const string OfPerson = "person";
    public const string OfRepresentative = "representative";

    /// <param name="represented">Somebody acts for the person: it may be the telephone of either.</param>
    public static Say.Card Of(Phrasebook book, string caseId, bool represented = false) => CaseFormCard.Of(
        book, caseId, Replace, Phrase.PhoneTitle, Phrase.PhoneHint, Phrase.PhoneSubmit,
        [
            represented
                ? Inputs.Choice(book, CardKeys.PhoneOf, Phrase.InputPhoneOf, Phrase.InputChoiceError, required: true, many: false, [(book[Phrase.PhoneOfPerson], OfPerson), (book[Phrase.PhoneOfRepresentative], OfRepresentative)])
                : null,
            Inputs.Text(book, CardKeys.NewPhone, Phrase.InputNewPhone, Phrase.PhoneUnclear, required: true, most: 20),
            Inputs.Choice(book, CardKeys.CardSeen, Phrase.InputCardSeen, Phrase.InputCardSeenError, required: true, many: true, [(book[Phrase.CardSeen], "yes")]),
            Inputs.Text(book, CardKeys.Reason, Phrase.InputReason, Phrase.InputReasonError, required: true, least: Limits.ReasonShortest, multiline: true),
        ]);
}
