using OneVisit.Domain.Calendars;
using OneVisit.Domain.Identity;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Cases;

/// <summary>
/// Everything that may hang in public about a household, and nothing else: this type has no place for more. A field added here is published.
/// </summary>
/// <param name="Members">People of the household; <c>null</c>: not known.</param>
/// <param name="Amount">Yuan, zero: payment stops; <c>null</c>: the service pays nothing, or its notice names no amount.</param>
/// <param name="Grants">How the amount is paid.</param>
/// <param name="Service">Code of the service.</param>
/// <param name="Until">Last day on which it hangs, inclusive.</param>
public sealed record NoticeSheet(MaskedName Name, string Service, Grants Grants, DateOnly From, DateOnly Until, int? Members = null, Money? Amount = null)
{
    /// <summary>What hangs of a case now; <c>null</c>: nothing, because nothing was posted, it ended, was taken down, or may not hang.</summary>
    public static NoticeSheet? Of(Case current, Procedure procedure) =>
        current is { Notice: { IsHanging: true } notice, Decision: null, IsClosed: false } && !NoticeRules.IsForbidden(current, procedure)
            ? new NoticeSheet(new MaskedName(current.Applicant.NameMasked), current.Application.Service, procedure.Grants, notice.From, notice.Until, notice.Members, AmountOn(procedure, notice.Amount))
            : null;

    /// <summary>What of an amount hangs: where the notice names none, only that payment is to stop.</summary>
    public static Money? AmountOn(Procedure procedure, Money? amount) => procedure.NoticeWithoutAmount && amount is { Yuan: not 0 } ? null : amount;

    /// <summary>The service pays, and how much is nobody's to read.</summary>
    public bool LeavesAmountOut => Amount is null && Grants != Grants.Nothing;

    /// <summary>It hangs at that instant, whatever a list may still hold.</summary>
    public bool HangsAt(DateTimeOffset now) => BeijingTime.DayOf(now) is var day && From <= day && day <= Until;
}
