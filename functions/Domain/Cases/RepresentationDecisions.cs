using OneVisit.Domain.Calendars;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Cases;

/// <summary>How acting for somebody is ended before its last day, or goes on after it. Twice is once.</summary>
public static partial class CaseDecisions
{
    /// <summary>The person takes back what they entrusted, without a reason (民法典 §173). Parents and guardians act by law: of them the office notes the end. Also when the case is over: what is drawn goes on.</summary>
    public static Decision RevokeRepresentation(Case current, string participant, DateTimeOffset now)
    {
        if (current.Participant != participant)
            return Refuse(RefusalReason.NotYours);
        if (current.Representation is not { } representation)
            return Refuse(RefusalReason.NotRepresented);
        if (current.IsWithRepresentative)
            return Refuse(RefusalReason.OnlyThePerson);
        if (!representation.IsInForceOn(BeijingTime.DayOf(now)))
            return Accept(Owner(current), []);
        return representation.Who.Basis == RepresentationBasis.Entrusted
            ? Accept(Owner(current), [new RepresentationEnded(RepresentationEndCause.Person)])
            : Refuse(RefusalReason.ActsByLaw);
    }

    /// <summary>Who was entrusted gives it up, without a reason (民法典 §173). Parents and guardians act by law and do not walk away (§34, §39): with them the office looks for who does. Also when the case is over.</summary>
    public static Decision RenounceRepresentation(Case current, string participant, DateTimeOffset now)
    {
        if (current.Participant != participant || !current.IsWithRepresentative)
            return Refuse(RefusalReason.NotYours);
        if (!current.Representation.IsInForceOn(BeijingTime.DayOf(now)))
            return Accept(Owner(current), []);
        return current.Representation.Who.Basis == RepresentationBasis.Entrusted
            ? Accept(Owner(current), [new RepresentationEnded(RepresentationEndCause.Renounced)])
            : Refuse(RefusalReason.BoundByLaw);
    }

    /// <summary>
    /// An officer of the household's township or of the city has seen a later letter of the same two people: who acts does so until the day in it, a year from today at most. Also when the
    /// last day was over meanwhile; what the person, who acted or an office ended, only another application or the person themself takes up again.
    /// </summary>
    public static Decision ProlongRepresentation(Case current, DateOnly? until, bool letterSeen, StaffMember caller, DateTimeOffset now)
    {
        var today = BeijingTime.DayOf(now);
        if (PostForEnding(current, caller, today) is not { } post)
            return Refuse(RefusalReason.NotYours);
        if (current.IsRelated(caller.Participant))
            return Related(current, today);
        if (current.Representation is not { } representation || representation.EndingOn(today) is { Why: not RepresentationEndCause.Date })
            return Refuse(RefusalReason.NotRepresented);
        if (representation.Who is not { Basis: RepresentationBasis.Entrusted, Until: { } before })
            return Refuse(RefusalReason.NotByLetter);
        if (until == before && representation.IsInForceOn(today))
            return Accept(caller.In(post), []);
        var latest = today.AddYears(RepresentationRules.LongestYears);
        if (until is not { } last || last < today || last > latest)
            return Refuse(RefusalReason.ActingTermOutOfRange) with { Field = "until", Until = latest };
        if (last <= before)
            return Refuse(RefusalReason.ActingTermNotLater) with { Field = "until", Until = before };
        return letterSeen
            ? Accept(caller.In(post), [new RepresentationProlonged(last)])
            : Refuse(RefusalReason.LetterNotSeen) with { Field = "letterSeen" };
    }

    /// <summary>Whether somebody of the offices may note a later letter.</summary>
    public static bool MayProlongRepresentation(Case current, StaffMember caller, DateOnly today) =>
        current.Representation is { Who: { Basis: RepresentationBasis.Entrusted, Until: not null } } representation && representation.EndingOn(today) is null or { Why: RepresentationEndCause.Date }
        && MayEndRepresentation(current, caller, today);

    /// <summary>
    /// An officer of the household's township or of the city notes that nobody acts for the applicant any more: the person was there and said so, or the ground is gone
    /// (民法典 §39, §173, §175): one of the two has died or cannot act any more. Whether the person was there with their card stands beside the reason, for everybody who reads the case.
    /// </summary>
    public static Decision EndRepresentation(Case current, bool personSeen, string? reason, StaffMember caller, DateTimeOffset now)
    {
        var today = BeijingTime.DayOf(now);
        if (PostForEnding(current, caller, today) is not { } post)
            return Refuse(RefusalReason.NotYours);
        if (current.IsRelated(caller.Participant))
            return Related(current, today);
        if (current.Representation is not { } representation)
            return Refuse(RefusalReason.NotRepresented);
        if (!representation.IsInForceOn(today))
            return Accept(caller.In(post), []);
        return PlainText.OrNull(reason) is { Length: >= Limits.ReasonShortest and <= Limits.ReasonLongest } words
            ? Accept(caller.In(post), [new RepresentationEnded(RepresentationEndCause.Office, words, personSeen)])
            : Refuse(RefusalReason.ReasonRequired) with { Field = "reason" };
    }

    /// <summary>Whether somebody of the offices may note the end of acting for the applicant.</summary>
    public static bool MayEndRepresentation(Case current, StaffMember caller, DateOnly today) => PostForEnding(current, caller, today) is not null && !current.IsRelated(caller.Participant);

    private static Post? PostForEnding(Case current, StaffMember caller, DateOnly today) => caller.PostsOn(today).FirstOrDefault(post => IsOfficerInCharge(post, current));
}
