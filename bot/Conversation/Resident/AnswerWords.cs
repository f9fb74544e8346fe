using OneVisit.Conversation.Understanding;
using OneVisit.Conversation.Words;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Eligibility.People;
using OneVisit.Domain.Interview;

namespace OneVisit.Conversation.Resident;

/// <summary>An answer as one notes it down.</summary>
internal static class AnswerWords
{
    public static string Short(Turn turn, Answered answered)
    {
        var (inquiry, answer) = answered;
        if (answer is Answer.NotKnown) return turn.Book[Phrase.Labelled, InquiryWords.Label(turn, inquiry), turn.Book[Phrase.ChoiceUnsure]];
        if (inquiry.Question is { } question && HouseholdFactsIn.Asked.Contains(question) && FactWords.Noted(turn.Book, turn.Told.With(inquiry, answer).Household.ToWire(), question) is { } noted) return noted;
        if (answer is Answer.YesNo { Value: var holds } && inquiry.Person is null && turn.Book.Name(holds ? "noted-yes" : "noted-no", inquiry.Name()) is { } told) return told;
        if (answer is Answer.Ticked { Ticks: [] }) return turn.Book.NameOr("noted-none", inquiry.Name());
        return $"{Before(turn, inquiry)}{Value(turn, inquiry, answer)}";
    }

    private static string Before(Turn turn, Inquiry inquiry) =>
        inquiry.Checklist == Checklist.Registration ? "" : inquiry.Checklist == Checklist.WhoIsThere ? $"{InquiryWords.Who(turn, inquiry.Person)}{turn.Book.NameOr("format", "colon")}" : $"{InquiryWords.Label(turn, inquiry)}{turn.Book.NameOr("format", "colon")}";

    private static string Value(Turn turn, Inquiry inquiry, Answer answer) => answer switch
    {
        Answer.Ticked ticked => turn.Book.List(ticked.Ticks.Where(code => code != Options.Another).Select(code => InquiryWords.Title(turn, ticked.Offered.FirstOrDefault(option => option.Code == code) is { Code: not null } option ? option : new Option(code)))),
        Answer.YesNo { Value: var yes } => turn.Book[yes ? Phrase.ChoiceYes : Phrase.ChoiceNo],
        Answer.Number { Value: var number } when inquiry.Question == Question.AbilityGrade => turn.Book.NameOr("ability", $"{number}"),
        Answer.Number { Value: var number } => $"{number}",
        Answer.Yuan { Value: var yuan } => turn.Book.Yuan(yuan),
        Answer.Day { Value: var day } when inquiry.Question == Question.SupervisorConsentDate => turn.Book.FarDay(day),
        Answer.Day { Value: var day } => turn.State.VagueBirths.Contains(BirthTold.PlaceOf(inquiry)) ? turn.Book[Phrase.BornAbout, day.Year] : turn.Book[Phrase.BornOn, turn.Book.FarDay(day), day.AgeOn(turn.Today)],
        Answer.Word { Value: var word } when inquiry.Question == Question.Relation => RelationTold.Title(turn, word),
        Answer.Absence { Reason: var reason } => turn.Book.NameOr(AwayTold.Group, WireWords.Of(reason)),
        Answer.Word { Value: var word } => turn.Book.Name("deceased", word) ?? turn.Book.Name("option", word, "") ?? turn.Book.NameOr("struck", word),
        Answer.Codes { Values: [] } => turn.Book[Phrase.NoneOfThese],
        Answer.Codes { Values: var codes } => turn.Book.List(codes.Select(code => turn.World.Find(code)?.Name.In(turn.State.Language) ?? code)),
        Answer.Certificate { Grade: 0 } => turn.Book[Phrase.NoCertificate],
        Answer.Certificate certificate => turn.Book.List(CertificateParts(turn, certificate)),
        Answer.Parents parents => turn.Book.List([turn.Book[Phrase.FatherIs, Fate(turn, parents.Father)], turn.Book[Phrase.MotherIs, Fate(turn, parents.Mother)]]),
        Answer.Work { LayOff: var work } => turn.Book[work == LayOff.Never ? Phrase.ChoiceNo : Phrase.ChoiceYes],
        _ => turn.Book[Phrase.ChoiceUnsure],
    };

    private static IEnumerable<string> CertificateParts(Turn turn, Answer.Certificate certificate)
    {
        if (certificate.Kind is { } kind) yield return turn.Book.NameOr("kind", WireWords.Of(kind));
        if (certificate.Grade is { } grade) yield return turn.Book[Phrase.GradeOf, grade];
    }

    private static string Fate(Turn turn, ParentState? parent) => parent is null ? turn.Book[Phrase.ChoiceUnsure] : turn.Book.NameOr("fate", WireWords.Of(parent.Fate));
}
