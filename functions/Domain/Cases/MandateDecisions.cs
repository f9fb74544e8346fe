using System.Collections.Immutable;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Cases;

public static partial class CaseDecisions
{
    /// <summary>The longest that a mandate may last, in months from the day it is given.</summary>
    public const int LongestMandateMonths = 12;

    /// <summary>The resident authorises an agent; open errands move there. Another one than is in force takes its place at once.</summary>
    public static Decision GrantMandate(Case current, string participant, DateTimeOffset now, MandateWish? wish = null)
    {
        var today = BeijingTime.DayOf(now);
        if (current.Participant != participant)
            return Refuse(RefusalReason.NotYours);
        // Who was entrusted passes nothing on (民法典 §169); the person ends that first.
        if (current.IsEntrustedOn(today))
            return Refuse(RefusalReason.EntrustedAlready);
        if (AgainstWish(wish ?? MandateWish.Usual, today) is { } unclear)
            return unclear;
        var granted = MandateOf(current.Application, today, wish ?? MandateWish.Usual, current);
        return current.IsMandatedOn(today) && IsSame(current.Mandate, granted)
            ? Refuse(RefusalReason.MandateAlreadyActive) with { At = current.Mandate.GrantedAt }
            : WithErrandsMoved(current, granted, now);
    }

    /// <summary>The resident takes the mandate back, without a reason and at any time (民法典 §173), also when the case is over: as long as it is in force its agent looks at the case. Open errands move to the township officer, and nobody brings the result.</summary>
    public static Decision RevokeMandate(Case current, string participant, DateTimeOffset now)
    {
        if (current.Participant != participant)
            return Refuse(RefusalReason.NotYours);
        var waits = current.Mandate is { AwaitsSignature: true, Signature: null, RevokedAt: null, ReplacedAt: null };
        return waits || current.IsMandatedOn(BeijingTime.DayOf(now))
            ? WithErrandsMoved(current, new MandateRevoked(), now)
            : Refuse(RefusalReason.MandateNotActive) with { At = current.Mandate?.RevokedAt };
    }

    /// <summary>What is wrong with a mandate that somebody wishes to give; <c>null</c>: nothing.</summary>
    public static Decision.Refused? AgainstWish(MandateWish wish, DateOnly today)
    {
        if (wish.Acts is { } acts && (acts.IsDefaultOrEmpty || acts.Any(act => !MandateActs.All.Contains(act))))
            return Refuse(RefusalReason.MandateActsUnclear) with { Field = "acts", About = acts.IsDefault ? [] : [.. acts.Where(MandateActs.Never.Contains)] };
        if (!NoticeChoices.All.Contains(wish.NoticesWished))
            return Refuse(RefusalReason.UnknownChoice) with { Field = "notices" };
        if (wish.ExpiresOn is { } last && (last < today || last > today.AddMonths(LongestMandateMonths)))
            return Refuse(RefusalReason.MandateTermOutOfRange) with { Field = "expiresOn", Until = today.AddMonths(LongestMandateMonths) };
        return wish is { NeedsSignature: true, Signature: null, ToBeSigned: false } ? Refuse(RefusalReason.MandateNotSigned) with { Field = "signature" } : null;
    }

    private static Decision WithErrandsMoved(Case current, CaseEvent mandate, DateTimeOffset now)
    {
        var owner = Owner(current);
        return Accept(owner, [mandate, .. Desks.Moved(current.After(mandate, owner, now), BeijingTime.DayOf(now))]);
    }

    private static bool IsSame(Mandate before, MandateGranted wished) =>
        before.HolderOffice == wished.HolderOffice && before.ExpiresOn == wished.ExpiresOn && before.Person == wished.Person
        && before.Notices == (wished.Notices ?? NoticeChoices.Me) && before.Acts.SequenceEqual(wished.Acts ?? MandateActs.Errands) && (wished.Signature is null || before.Signature?.Content == wished.Signature.Content);

    // The usual one is journalled as it always was, with its number.
    private static MandateGranted MandateOf(Submitted application, DateOnly today, MandateWish wish, Case? current)
    {
        var usual = wish.ActsWished.SequenceEqual(MandateActs.Errands);
        return new(
            usual ? Mandate.CollectAndSubmit : Mandate.ListedActs, Offices.InChargeOf(application.Applicant.VillageCode, wish.Level),
            wish.ExpiresOn ?? today.AddMonths(MandateMonths), application.Together?.Services)
        {
            Number = NumberOf(application, current),
            Acts = usual ? null : wish.ActsWished,
            Person = wish.Person,
            Notices = wish.NoticesWished == NoticeChoices.Me ? null : wish.Notices,
            From = today,
            Signature = wish.Signature,
            AwaitsSignature = wish is { ToBeSigned: true, Signature: null } ? true : null,
            Replaces = current is not null && current.IsMandatedOn(today) ? current.Mandate.Number : null,
        };
    }

    // One number for all cases of an application: they are granted together.
    private static string NumberOf(Submitted application, Case? current) =>
        $"{application.Together?.ApplicationId ?? application.CaseId}-W{1 + (current?.EarlierMandates.Length ?? 0) + (current?.Mandate is null ? 0 : 1)}";

    private static Actor Owner(Case current) => current.Speaker;
}
