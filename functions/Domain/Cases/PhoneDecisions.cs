using OneVisit.Domain.Calendars;
using OneVisit.Domain.Services;
using OneVisit.Domain.Supervision;

namespace OneVisit.Domain.Cases;

/// <summary>
/// The telephone on record was changed (更换登记手机号): the number itself was lost, and somebody of the office saw the ID card in person. From now on codes go to
/// the new one, and what was proven with the old one opens nothing.
/// </summary>
public sealed record PhoneReplaced(string PhoneSealed, [property: SealedInJournal] string PhoneMasked, [property: SealedInJournal] string Reason) : CaseEvent
{
    /// <summary>It is the telephone of who acts for the applicant; <c>null</c>: the applicant's own.</summary>
    public bool? OfRepresentative { get; init; }
}

public sealed partial record Case
{
    /// <summary>When the telephone on record was last changed; <c>null</c>: it is the one that was given first.</summary>
    public DateTimeOffset? PhoneReplacedAt { get; private init; }
}

/// <summary>A wish to change the telephone on record.</summary>
/// <param name="CardSeen">The household's ID card was seen, and the person it is of.</param>
public sealed record PhoneWish(string PhoneSealed, string PhoneMasked, bool CardSeen, string? Reason)
{
    /// <summary>It is the telephone of who acts for the applicant, and their card that was seen.</summary>
    public bool OfRepresentative { get; init; }
}

public static partial class CaseDecisions
{
    /// <summary>
    /// The household's agent while the mandate is in force, or an officer of its township or of the city who is not related to it. Also when the case is over: what is drawn goes on.
    /// </summary>
    public static Decision ReplacePhone(Case current, PhoneWish wish, StaffMember caller, DateTimeOffset now)
    {
        if (PostForPhone(current, caller, BeijingTime.DayOf(now)) is not { } post)
            return Refuse(RefusalReason.NotYours);
        if (current.IsRelated(caller.Participant))
            return Related(current, BeijingTime.DayOf(now));
        if (wish.OfRepresentative && !current.IsRepresentedOn(BeijingTime.DayOf(now)))
            return Refuse(RefusalReason.NotRepresented);
        if (!wish.CardSeen)
            return Refuse(RefusalReason.CardNotSeen) with { Field = "cardSeen" };
        if (PlainText.OrNull(wish.Reason) is not { Length: >= Limits.ReasonShortest and <= Limits.ReasonLongest } reason)
            return Refuse(RefusalReason.ReasonRequired) with { Field = "reason" };
        return Accept(caller.In(post), [new PhoneReplaced(wish.PhoneSealed, wish.PhoneMasked, reason) { OfRepresentative = wish.OfRepresentative ? true : null }]);
    }

    private static Post? PostForPhone(Case current, StaffMember caller, DateOnly today) => caller.PostsOn(today).FirstOrDefault(post =>
        post.Role.IsAgent() ? current.IsCarriedBy(caller, today) : IsOfficerInCharge(post, current));

    // Of the household's township, or of the city.
    private static bool IsOfficerInCharge(Post post, Case current) =>
        post.Is(Role.TownshipOfficer, Offices.InChargeOf(current.Applicant.VillageCode, OfficeLevel.Township))
        || post.Is(Role.BureauOfficer, Offices.InChargeOf(current.Applicant.VillageCode, OfficeLevel.City));

    // Another officer of the township can.
    private static Decision.Refused Related(Case current, DateOnly today) =>
        Refuse(RefusalReason.RelatedToHousehold) with { Could = new Post(Role.TownshipOfficer, Offices.InChargeOf(current.Applicant.VillageCode, OfficeLevel.Township), today) };
}
