using System.Collections.Immutable;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Cases;

/// <summary>A wish that somebody act for the applicant of a case under way; that the two may, between them, was found before.</summary>
/// <param name="IsInPerson">The service is one that nobody does for another.</param>
/// <param name="WorksOnCase">Who is named carries the case for an office, or has done something in it.</param>
public sealed record NamingWish(SealedRepresentative Who, bool IsInPerson, bool WorksOnCase)
{
    /// <summary>The signed letter among the papers of the case; <c>null</c>: it comes later.</summary>
    public string? DocumentId { get; init; }

    /// <summary>An officer saw what shows it.</summary>
    public bool EvidenceSeen { get; init; }

    /// <summary>The office's.</summary>
    public string? Reason { get; init; }

    /// <summary>Who is named works for an office elsewhere, and keeps out of what is judged from now on; <c>null</c>: they do not.</summary>
    public RelativeDeclared? Kin { get; init; }
}

/// <summary>How somebody comes to act for the applicant of a case that is under way (替人接着办). Twice is once.</summary>
public static partial class CaseDecisions
{
    /// <summary>
    /// The person lets somebody go on for them by a signed letter (民法典 §165), from their own conversation. Of a case that is closed the office notes it, as it does whatever else is entrusted for what is drawn:
    /// a letter is put into no closed case.
    /// </summary>
    public static Decision NameRepresentative(Case current, NamingWish wish, string participant, DateTimeOffset now)
    {
        if (current.Participant != participant)
            return Refuse(RefusalReason.NotYours);
        if (current.Holding is not null)
            return Refuse(RefusalReason.OnlyThePerson);
        if (IsNamed(current, wish, now))
            return Accept(Owner(current), []);
        if (current.IsClosed)
            return Refuse(RefusalReason.CaseClosed) with { By = current.Decision?.By, At = current.Decision?.At };
        if (wish.Who.Basis != RepresentationBasis.Entrusted)
            return Refuse(RefusalReason.NamedByLetterOnly) with { Field = "representative.basis" };
        if (AgainstNaming(current, wish, now) is { } refused)
            return refused;
        return wish.DocumentId is { } letter && !current.Documents.Any(document => document.DocumentId == letter && document is { Material: FilledForms.Mandate, SignedContent: null })
            ? Refuse(RefusalReason.LetterUnknown) with { Field = "letter" }
            : Accept(Owner(current), Begins(new RepresentationBegun(wish.Who, wish.DocumentId), wish));
    }

    /// <summary>
    /// An officer of the household's township or of the city has seen the letter, or what shows that somebody is a parent or guardian: who cannot be asked any more, or came to the window, is acted for from now on.
    /// In a case that is closed only while something is drawn by it.
    /// </summary>
    public static Decision NoteRepresentation(Case current, NamingWish wish, StaffMember caller, DateTimeOffset now)
    {
        var today = BeijingTime.DayOf(now);
        if (PostForEnding(current, caller, today) is not { } post)
            return Refuse(RefusalReason.NotYours);
        if (current.IsRelated(caller.Participant))
            return Related(current, today);
        if (IsNamed(current, wish, now))
            return Accept(caller.In(post), []);
        if (!GoesOn(current, today))
            return Refuse(RefusalReason.CaseClosed) with { By = current.Decision?.By, At = current.Decision?.At };
        if (AgainstNaming(current, wish, now) is { } refused)
            return refused;
        if (!wish.EvidenceSeen)
            return Refuse(RefusalReason.EvidenceNotSeen) with { Field = "evidenceSeen" };
        return PlainText.OrNull(wish.Reason) is { Length: >= Limits.ReasonShortest and <= Limits.ReasonLongest } words
            ? Accept(caller.In(post), Begins(new RepresentationBegun(wish.Who, EvidenceSeen: true, Reason: words), wish))
            : Refuse(RefusalReason.ReasonRequired) with { Field = "reason" };
    }

    /// <summary>Whether the person may name somebody now.</summary>
    public static bool MayNameRepresentative(Case current, bool isInPerson, DateOnly today) =>
        !current.IsClosed && !isInPerson && current.Holding is null && !current.IsUnclaimed && !current.IsRepresentedOn(today) && !HasMandate(current, today);

    /// <summary>Whether somebody of the offices may note that somebody acts from now on. An agent's mandate stands only in the way of a letter.</summary>
    public static bool MayNoteRepresentation(Case current, bool isInPerson, StaffMember caller, DateOnly today) =>
        !isInPerson && !current.IsRepresentedOn(today) && GoesOn(current, today) && MayEndRepresentation(current, caller, today);

    private static Decision.Refused? AgainstNaming(Case current, NamingWish wish, DateTimeOffset now)
    {
        var today = BeijingTime.DayOf(now);
        if (current.IsRepresentedOn(today))
            return Refuse(RefusalReason.ActedForAlready);
        if (wish.IsInPerson)
            return Refuse(RefusalReason.OnlyInPerson) with { Field = "representative" };
        // Who was entrusted passes nothing on (民法典 §169): the two never meet in one case.
        if (wish.Who.Basis == RepresentationBasis.Entrusted && HasMandate(current, today))
            return Refuse(RefusalReason.MandateInTheWay);
        return wish.WorksOnCase ? Refuse(RefusalReason.WorksOnCase) with { Field = "representative.idNumber" } : null;
    }

    // What is drawn goes on when the case is over.
    private static bool GoesOn(Case current, DateOnly today) => !current.IsClosed || current.Benefit?.RunsOn(today) == true;

    private static bool HasMandate(Case current, DateOnly today) => current.IsMandatedOn(today) || WaitsForSignature(current, today);

    private static bool IsNamed(Case current, NamingWish wish, DateTimeOffset now) =>
        current.IsRepresentedOn(BeijingTime.DayOf(now)) && current.Representation is { Named: not null, Who: var who } && who.IdHash.IsOf(wish.Who.IdHash)
        && (who.Basis, who.Relation, who.NameMasked, who.PhoneMasked, who.Until) == (wish.Who.Basis, wish.Who.Relation, wish.Who.NameMasked, wish.Who.PhoneMasked, wish.Who.Until);

    private static ImmutableArray<CaseEvent> Begins(RepresentationBegun begun, NamingWish wish) => wish.Kin is { } kin ? [begun, kin] : [begun];
}
