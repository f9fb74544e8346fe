using OneVisit.Domain.Identity;

namespace OneVisit.Domain.Cases;

/// <summary>On what somebody acts for another (代理). Stored by name: add only.</summary>
public enum RepresentationBasis
{
    /// <summary>A parent for a child under 18 (民法典 §23, §27).</summary>
    Parent,

    /// <summary>A guardian for the ward, a child or an adult (民法典 §23, §27, §28, §31 to §34).</summary>
    Guardian,

    /// <summary>By a signed letter of an adult (民法典 §161, §165).</summary>
    Entrusted,
}

/// <summary>What a representative is to the person. Stored by name: add only.</summary>
public enum RepresentativeRelation
{
    Son,
    Daughter,
    Spouse,
    Parent,
    Grandparent,
    Grandchild,
    Sibling,

    /// <summary>Other kin.</summary>
    Kin,
    Neighbour,

    /// <summary>Of the village or residents' committee.</summary>
    Village,
    Other,
}

/// <summary>Who acts for the applicant, as it is kept: sealed as the applicant is, beside masked forms and a keyed hash of the number.</summary>
/// <param name="Until">Last day, inclusive; <c>null</c>: until it is ended.</param>
public sealed record SealedRepresentative(
    [property: SealedInJournal] RepresentationBasis Basis, [property: SealedInJournal] RepresentativeRelation Relation, string NameSealed, [property: SealedInJournal] string NameMasked, string IdSealed, [property: SealedInJournal] PersonHash IdHash, [property: SealedInJournal] string IdMasked,
    string PhoneSealed, [property: SealedInJournal] string PhoneMasked, [property: SealedInJournal] DateOnly? Until = null)
{
    /// <summary>It ends because the child comes of age then (民法典 §17, §175).</summary>
    [SealedInJournal]
    public bool? EndsOfAge { get; init; }
}

/// <summary>
/// Somebody acts for the applicant from now on, in a case that is under way: the person named them (民法典 §165), or an officer who saw on what they act (§23, §28, §165). The case stays where it lies until
/// they have proven who they are.
/// </summary>
/// <param name="DocumentId">The signed letter among the papers of the case; <c>null</c>: it had not come yet, or an officer saw what shows it.</param>
/// <param name="EvidenceSeen">An officer saw what shows it.</param>
/// <param name="Reason">The office's; <c>null</c>: the person needs none.</param>
public sealed record RepresentationBegun(SealedRepresentative Who, string? DocumentId = null, bool? EvidenceSeen = null, [property: SealedInJournal] string? Reason = null) : CaseEvent;

/// <summary>
/// Somebody acts for the applicant no longer (民法典 §173, §175). Before its last day nothing of the case opens to them from that instant on; when that day is over it is what the clock notes,
/// as every door went by the day already.
/// </summary>
/// <param name="By">Who or what ended it.</param>
/// <param name="Reason">The office's; <c>null</c>: nobody else needs one.</param>
/// <param name="PersonSeen">The person was there with their ID card.</param>
public sealed record RepresentationEnded([property: SealedInJournal] RepresentationEndCause By, [property: SealedInJournal] string? Reason = null, bool? PersonSeen = null) : CaseEvent;

/// <summary>Why a representation ended. Stored by name: add only.</summary>
public enum RepresentationEndCause
{
    /// <summary>Its last day is past.</summary>
    Date,

    /// <summary>The child is eighteen.</summary>
    OfAge,

    /// <summary>The person ended it.</summary>
    Person,

    /// <summary>An office noted it.</summary>
    Office,

    /// <summary>Who was entrusted gave it up (民法典 §173).</summary>
    Renounced,
}

/// <summary>Who acts is told that their last day is near.</summary>
/// <param name="Until">That day.</param>
public sealed record RepresentationEndsSoon([property: SealedInJournal] DateOnly Until) : CaseEvent;

/// <summary>An office has seen another signed letter: who acted on the one before goes on.</summary>
/// <param name="Until">Last day by the new letter, inclusive.</param>
public sealed record RepresentationProlonged([property: SealedInJournal] DateOnly Until) : CaseEvent;
