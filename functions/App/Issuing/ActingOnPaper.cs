using OneVisit.Domain;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Functions.Cases;
using OneVisit.Functions.Words;
using OneVisit.Papers.Forms;
using OneVisit.Papers.Issued;

namespace OneVisit.Functions.Issuing;

/// <summary>Who acts for an applicant, on the papers of the office and on forms.</summary>
internal static class ActingOnPaper
{
    /// <summary>As it was when the paper fell due: one that is printed again says the same.</summary>
    /// <returns><c>null</c>: nobody acted then.</returns>
    public static Text? Of(Case current, PersonalData personal, DateTimeOffset due) =>
        current.ActedOn(BeijingTime.DayOf(due)) is { Who: var who }
            ? IssuedPhrases.Acting(personal.NameOf(current, who).In(Language.Chinese), As(who.Basis))
            : null;

    /// <param name="named">With the name; masked for who has nothing to do in the case.</param>
    /// <param name="inFull">The form is its owner's; numbers are masked for everybody else.</param>
    public static ActingFacts? OnForm(Case current, PersonalData personal, bool named, bool inFull, DateOnly today, Language language) =>
        current.IsRepresentedOn(today) && current.Representation.Who is var who
            ? new(
                named ? personal.NameOf(current, who).In(language) : who.NameMasked, inFull ? personal.IdOf(current, who).In(language) : who.IdMasked, inFull ? personal.PhoneOf(current, who).In(language) : who.PhoneMasked,
                Relation(who.Relation), As(who.Basis), Term(current.Representation), who.Basis == RepresentationBasis.Entrusted) { Signs = current.IsWithRepresentative }
            : null;

    // Once its end was told to be near it is printed for the next letter: its day is the person's to write.
    private static DateOnly? Term(Representation acting) => acting.Who.Basis == RepresentationBasis.Entrusted && acting.ToldOf is { } told && told == acting.Who.Until ? null : acting.Who.Until;

    /// <summary>Of an application that is still being written.</summary>
    public static ActingFacts OnForm(Forms.DraftRepresentative who) => new(
        who.Name?.Reveal(), who.Id?.Reveal(), who.Phone?.Reveal(), who.Relation is { } relation ? Relation(relation) : new("＿＿＿＿＿＿", "＿＿＿＿＿＿"), As(who.Basis), who.Until,
        who.Basis == RepresentationBasis.Entrusted);

    private static Text As(RepresentationBasis basis) => OfficeNames.Both(language => Sentences.Of(language, "representation.as." + basis.Code()));

    private static Text Relation(RepresentativeRelation relation) => OfficeNames.Both(language => Sentences.Of(language, "relation." + relation.Code()));
}
