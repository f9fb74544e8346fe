using System.Collections.Immutable;
using OneVisit.Domain.Eligibility.People;
using OneVisit.Domain.Identity;

namespace OneVisit.Domain.Cases;

/// <summary>A wish to act for somebody, read and not yet judged.</summary>
/// <param name="Until">Last day they named; <c>null</c>: the longest there is.</param>
public sealed record RepresentationWish(RepresentationBasis Basis, RepresentativeRelation Relation, ResidentId Who, DateOnly? Until = null);

/// <summary>What the law says of a wish to act for somebody. The set is closed.</summary>
public abstract record RepresentationReading
{
    /// <summary>They may, for so long.</summary>
    /// <param name="Until">Last day, inclusive; <c>null</c>: until it is ended.</param>
    /// <param name="EndsOfAge">The child comes of age on the day after.</param>
    public sealed record Lawful(DateOnly? Until, bool EndsOfAge) : RepresentationReading;

    /// <summary>They may not; all that is against it.</summary>
    public sealed record Unlawful(ImmutableArray<RepresentationFault> Faults) : RepresentationReading;

    private RepresentationReading() { }
}

/// <summary>What keeps somebody from acting for another.</summary>
public enum RepresentationFault
{
    /// <summary>It is the person themself.</summary>
    SamePerson,

    /// <summary>They are under 18: only adults act for others (民法典 §18).</summary>
    NotOfAge,

    /// <summary>A parent acts for a child under 18 only (民法典 §17, §27).</summary>
    PersonIsAdult,

    /// <summary>A child entrusts nobody: parents or guardians act (民法典 §23, §27).</summary>
    PersonIsChild,

    /// <summary>Who acts as a parent is one.</summary>
    NotParent,

    /// <summary>The last day is past, or later than the law lets it be.</summary>
    TermOutOfRange,
}

/// <summary>Who may act for whom, and for how long (民法典 §17, §18, §23, §27, §28, §165, §173, §175).</summary>
public static class RepresentationRules
{
    public const int ComesOfAge = 18;

    /// <summary>The longest that a letter of entrusting counts here, in years from the day of the application.</summary>
    public const int LongestYears = 1;

    /// <summary>Days before the last one on which who acts is reminded of it: time to have another letter signed, photographed and looked at.</summary>
    public const int RenewedWithinDays = 7;

    public static RepresentationReading Judge(RepresentationWish wish, ResidentId person, DateOnly today)
    {
        var isChild = person.BornOn.AgeOn(today) < ComesOfAge;
        var latest = LatestOf(wish.Basis, person, isChild, today);
        ImmutableArray<RepresentationFault> faults =
        [
            .. When(wish.Who.Equals(person), RepresentationFault.SamePerson),
            .. When(wish.Who.BornOn.AgeOn(today) < ComesOfAge, RepresentationFault.NotOfAge),
            .. When(wish.Basis == RepresentationBasis.Parent && !isChild, RepresentationFault.PersonIsAdult),
            .. When(wish.Basis == RepresentationBasis.Entrusted && isChild, RepresentationFault.PersonIsChild),
            .. When(wish.Basis == RepresentationBasis.Parent && wish.Relation != RepresentativeRelation.Parent, RepresentationFault.NotParent),
            .. When(wish.Until < today || wish.Until > latest, RepresentationFault.TermOutOfRange),
        ];
        return faults.IsEmpty
            ? new RepresentationReading.Lawful(wish.Until ?? latest, EndsOfAge: isChild && (wish.Until ?? latest) == latest)
            : new RepresentationReading.Unlawful(faults);
    }

    /// <summary>Last day there can be; <c>null</c>: there is none.</summary>
    public static DateOnly? LatestOf(RepresentationBasis basis, ResidentId person, DateOnly today) =>
        LatestOf(basis, person, person.BornOn.AgeOn(today) < ComesOfAge, today);

    private static DateOnly? LatestOf(RepresentationBasis basis, ResidentId person, bool isChild, DateOnly today) =>
        basis == RepresentationBasis.Entrusted ? today.AddYears(LongestYears)
        : isChild ? person.BornOn.AddYears(ComesOfAge).AddDays(-1)
        : null;

    private static IEnumerable<RepresentationFault> When(bool holds, RepresentationFault fault) => holds ? [fault] : [];
}
