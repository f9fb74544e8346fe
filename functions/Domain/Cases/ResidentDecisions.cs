using OneVisit.Domain.Calendars;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Cases;

public static partial class CaseDecisions
{
    /// <summary>The resident authorises the village's agents; open errands move to them.</summary>
    public static Decision GrantMandate(Case current, string participant, DateTimeOffset now)
    {
        var today = BeijingTime.DayOf(now);
        if (AgainstOwner(current, participant) is { } refused)
            return refused;
        if (current.IsMandatedOn(today))
            return Refuse(RefusalReason.MandateAlreadyActive) with { At = current.Mandate.GrantedAt };
        return WithErrandsMoved(current, MandateOf(current.Application, today), now);
    }

    /// <summary>The resident takes the mandate back, without a reason; open errands move to the township officer.</summary>
    public static Decision RevokeMandate(Case current, string participant, DateTimeOffset now)
    {
        if (AgainstOwner(current, participant) is { } refused)
            return refused;
        return current.IsMandatedOn(BeijingTime.DayOf(now))
            ? WithErrandsMoved(current, new MandateRevoked(), now)
            : Refuse(RefusalReason.MandateNotActive) with { At = current.Mandate?.RevokedAt };
    }

    /// <summary>The household rates the service, once, when all is done.</summary>
    public static Decision Rate(Case current, string participant, int stars, string? comment, DateTimeOffset now)
    {
        if (current.Participant != participant)
            return Refuse(RefusalReason.NotYours);
        if (current.Rating is { } before)
            return Refuse(RefusalReason.AlreadyRated) with { At = before.At };
        if (!current.IsClosed)
            return Refuse(RefusalReason.NotYetClosed);
        if (stars is < 1 or > 5)
            return Refuse(RefusalReason.NumberOutOfRange) with { Field = "stars" };
        var words = PlainText.OrNull(comment);
        return words?.Length > Limits.TextLongest
            ? Refuse(RefusalReason.TextTooLong) with { Field = "comment", Longest = Limits.TextLongest }
            : Accept(Owner(current), [new Rated(stars, words)]);
    }

    private static Decision.Refused? AgainstOwner(Case current, string participant) =>
        current.Participant != participant ? Refuse(RefusalReason.NotYours) : AgainstEnded(current);

    private static Decision WithErrandsMoved(Case current, CaseEvent mandate, DateTimeOffset now)
    {
        var owner = Owner(current);
        return Accept(owner, [mandate, .. Desks.Moved(current.After(mandate, owner, now), BeijingTime.DayOf(now))]);
    }

    private static MandateGranted MandateOf(Submitted application, DateOnly today) => new(
        Mandate.CollectAndSubmit, Offices.InChargeOf(application.Applicant.VillageCode, OfficeLevel.Village), today.AddMonths(MandateMonths),
        application.Together?.Services);

    private static Actor Owner(Case current) => Actor.Resident(current.Participant, current.Applicant.NameMasked);
}
