using OneVisit.Contracts;
using OneVisit.Conversation.Words;
using OneVisit.Domain.Cases;

namespace OneVisit.Conversation.Cards;

/// <summary>Somebody acts for the person of a case from now on: who, on what, until when, that it was seen, and why it is noted here.</summary>
internal static class ActingBeginCard
{
    public const string Act = "begin-acting";

    private const int LongestName = 50;

    public static Say.Card Of(Phrasebook book, string caseId) => CaseFormCard.Of(
        book, caseId, Act, Phrase.ActingBeginTitle, Phrase.ActingBeginHint, Phrase.ActingEndSubmit,
        [
            Inputs.Choice(book, CardKeys.ActingBasis, Phrase.InputActingBasis, Phrase.InputChoiceError, required: true, many: false, RepresentationBases.All.Reverse().Select(basis => (book.NameOr("acting-basis-of", basis), basis))),
            Inputs.Compact(Inputs.Choice(book, CardKeys.ActingRelation, Phrase.InputActingRelation, Phrase.InputChoiceError, required: true, many: false, RepresentativeRelations.All.Select(relation => (book.NameOr("acting-relation", relation), relation)))),
            Inputs.Text(book, CardKeys.ActingName, Phrase.InputActingName, Phrase.InputActingNameError, required: true, most: LongestName),
            Inputs.Text(book, CardKeys.ActingNumber, Phrase.InputActingNumber, Phrase.InputActingNumberError, required: true, most: 30),
            Inputs.Text(book, CardKeys.ActingPhone, Phrase.InputActingPhone, Phrase.InputActingPhoneError, required: true, most: 20),
            Inputs.Day(book, CardKeys.Until, Phrase.InputActingUntil, Phrase.InputDayError, required: false),
            Inputs.Choice(book, CardKeys.EvidenceSeen, Phrase.InputEvidenceSeen, Phrase.InputEvidenceSeenError, required: true, many: true, [(book[Phrase.EvidenceSeen], "yes")]),
            Inputs.Text(book, CardKeys.Reason, Phrase.InputReason, Phrase.InputReasonError, required: true, least: Limits.ReasonShortest, multiline: true),
        ]);
}
