using OneVisit.Conversation.Understanding.People;
using OneVisit.Conversation.Words;
using OneVisit.Domain.Eligibility.People;
using OneVisit.Domain.Interview;
using static OneVisit.Conversation.Resident.InquiryScene;

namespace OneVisit.Conversation.Resident;

/// <summary>Takes kind and grade of a disability certificate; what of the two is missing is asked once more.</summary>
internal static class CertificateTold
{
    public static Taken? Read(Turn turn, Inquiry inquiry, string text)
    {
        if (DisabilityReader.Read(text) is not { } told) return null;
        if (told.Certified == false) return Taken.Understood.One(inquiry, new Answer.Certificate(null, 0));
        var before = turn.Told.AnswerTo(inquiry) as Answer.Certificate;
        var (kind, grade) = (KindOf(told) ?? before?.Kind, (told.Low == told.High ? told.Low : null) ?? (before?.Grade is > 0 ? before.Grade : null));
        return (kind, grade) switch
        {
            (null, null) => null,
            ({ } known, null) => new Taken.Vague(turn.Book[Phrase.GradeNeeded], [.. InquiryChoices.Grades(turn, inquiry, known)], new Answer.Certificate(known, null)),
            (null, { } known) => new Taken.Vague(turn.Book[Phrase.KindNeeded], [.. InquiryChoices.Kinds(turn, inquiry, known)], new Answer.Certificate(null, known)),
            _ => Taken.Understood.One(inquiry, new Answer.Certificate(kind, grade)),
        };
    }

    public static DisabilityKind? KindOf(ToldDisability told) => DisabilityKinds.Parse(told.Kind);
}
