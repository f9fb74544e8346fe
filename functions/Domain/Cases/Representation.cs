using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Cases;

/// <summary>Somebody acts for the applicant (替人办理), or did.</summary>
/// <param name="From">First day: of the application, or that on which they were named in a case under way.</param>
public sealed record Representation(SealedRepresentative Who, DateOnly From)
{
    /// <summary>How they were named when the case was under way already; <c>null</c>: they applied.</summary>
    public Naming? Named { get; init; }

    /// <summary>How the journal says that it ended; <c>null</c>: it says nothing of it. The days count whether it does or not.</summary>
    public RepresentationEnding? Ended { get; init; }

    /// <summary>The last day of which who acts was told that it is near.</summary>
    public DateOnly? ToldOf { get; init; }

    /// <summary>Days between the last day of one letter and that on which the next was seen.</summary>
    public ImmutableArray<RepresentationLapse> Lapses { get; init; } = [];

    public bool IsInForceOn(DateOnly day) => EndingOn(day) is null;

    /// <summary>It counted on that day, whatever became of it afterwards; the day on which it ended early still counts.</summary>
    public bool WasInForceOn(DateOnly day) => From <= day && (Ended is not { } ended || day <= ended.On) && (Who.Until is not { } last || day <= last) && !Lapses.Any(lapse => lapse.From <= day && day < lapse.Until);

    /// <summary>How it had ended by a day; <c>null</c>: it had not.</summary>
    public RepresentationEnding? EndingOn(DateOnly day) => Ended
        ?? (Who.Until is { } last && day > last ? new(last.AddDays(1), Who.EndsOfAge == true ? RepresentationEndCause.OfAge : RepresentationEndCause.Date) : null);
}

/// <summary>How a representation ended.</summary>
/// <param name="On">First day on which they no longer act.</param>
public sealed record RepresentationEnding(DateOnly On, RepresentationEndCause Why);

/// <summary>Days on which nobody acted in between.</summary>
/// <param name="Until">The first day on which they acted again.</param>
public sealed record RepresentationLapse(DateOnly From, DateOnly Until);

public sealed partial record Case
{
    /// <summary>Who acts for the applicant, or did last; <c>null</c>: nobody ever did.</summary>
    public Representation? Representation { get; private init; }

    private bool WentToPerson { get; init; }

    /// <summary>The conversation that owns the case is the representative's, not the person's own: it counts only while they act.</summary>
    [MemberNotNullWhen(true, nameof(Representation))]
    public bool IsWithRepresentative => Representation is not null && !WentToPerson && HeldByEarlier is null;

    /// <summary>Somebody acts for the applicant on that day.</summary>
    [MemberNotNullWhen(true, nameof(Representation))]
    public bool IsRepresentedOn(DateOnly day) => Representation?.IsInForceOn(day) == true;

    /// <summary>Somebody whom the person entrusted acts on that day: they pass nothing on to others (民法典 §169) and promise nothing in the person's place.</summary>
    public bool IsEntrustedOn(DateOnly day) => IsRepresentedOn(day) && Representation.Who.Basis == RepresentationBasis.Entrusted;

    /// <summary>The case lies in a conversation whose representative acts no longer: it opens to nobody there, and nobody is told there.</summary>
    public bool IsCutOffOn(DateOnly day) => Holding is { } holding && !holding.IsInForceOn(day);

    /// <summary>The letter by which somebody applied is waited for no longer: they act no more on that day. That of who was named since is on no list.</summary>
    public bool IsOverWithLetter(string material, DateOnly day) =>
        material == FilledForms.Mandate && First is { Named: null, Who.Basis: RepresentationBasis.Entrusted } first && !first.IsInForceOn(day);

    /// <summary>There is no conversation in which the household could be told on that day: somebody has to go there.</summary>
    public bool HasNobodyToTellOn(DateOnly day) => IsUnclaimed || IsCutOffOn(day);

    /// <summary>Who speaks in the conversation that owns the case: the applicant, or who acts for them in their name.</summary>
    public Actor Speaker => IsWithRepresentative ? ActingFor(Application, Participant, Representation.Who) : Actor.Resident(Participant, Applicant.NameMasked);

    internal static Actor ActingFor(Submitted application, string participant, SealedRepresentative who) =>
        Actor.Resident(participant, who.NameMasked) with { OnBehalfOf = new Principal(participant, application.Applicant.NameMasked) };

    private static Representation? RepresentationOf(Submitted application, DateTimeOffset at) =>
        application.Representative is { } who ? new(who, BeijingTime.DayOf(at)) : null;

    // That a day is over may be noted later than the next morning.
    private Case Ended(RepresentationEnded happened, DateTimeOffset at) => Representation is null ? this : this with
    {
        Representation = Representation with
        {
            Ended = happened.By is RepresentationEndCause.Date or RepresentationEndCause.OfAge && Representation.EndingOn(BeijingTime.DayOf(at)) is { } over ? over : new(BeijingTime.DayOf(at), happened.By),
        },
    };

    private Case Prolonged(RepresentationProlonged happened, DateTimeOffset at) => Representation is null ? this : this with
    {
        Representation = Representation with
        {
            Who = Representation.Who with { Until = happened.Until }, Ended = null,
            // Of a day that is near already nobody is reminded in the same breath.
            ToldOf = happened.Until <= BeijingTime.DayOf(at).AddDays(RepresentationRules.RenewedWithinDays) ? happened.Until : Representation.ToldOf,
            Lapses = Representation.EndingOn(BeijingTime.DayOf(at)) is { } over ? Representation.Lapses.Add(new(over.On, BeijingTime.DayOf(at))) : Representation.Lapses,
        },
    };

    private Case Replaced(PhoneReplaced happened, DateTimeOffset at) => happened.OfRepresentative == true
        ? this with { RepresentativePhoneReplacedAt = at, Representation = Representation is null ? null : Representation with { Who = Representation.Who with { PhoneSealed = happened.PhoneSealed, PhoneMasked = happened.PhoneMasked } } }
        : this with { PhoneReplacedAt = at, Application = Application with { Applicant = Applicant with { PhoneSealed = happened.PhoneSealed, PhoneMasked = happened.PhoneMasked } } };

    /// <summary>When the representative's telephone on record was last changed; <c>null</c>: it is the one that was given first.</summary>
    public DateTimeOffset? RepresentativePhoneReplacedAt { get; private init; }
}
