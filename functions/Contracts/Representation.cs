namespace OneVisit.Contracts;

/// <summary>Who acts for the person the application is about (替人办理), as they say themselves. Travels only inside this one request; at rest it is sealed.</summary>
/// <param name="Basis">See <see cref="RepresentationBases"/>.</param>
/// <param name="Relation">What they are to the person, see <see cref="RepresentativeRelations"/>.</param>
/// <param name="Name">Their own, as on their ID card.</param>
/// <param name="Phone">Their own: while they act, codes and calls go there.</param>
public sealed record RepresentativeDetails(string Basis, string Relation, string Name, string IdNumber, string Phone)
{
    /// <summary>Last day on which they act, inclusive; <c>null</c>: the longest the law gives, see <see cref="RepresentationView.Until"/>.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Never prints a person.</summary>
    public override string ToString() => nameof(RepresentativeDetails);
}

/// <summary>On what somebody acts for another. The set is closed.</summary>
public static class RepresentationBases
{
    /// <summary>A parent for a child under 18 (民法典 §27): until the day before the child comes of age.</summary>
    public const string Parent = "parent";

    /// <summary>A guardian for the ward (民法典 §27, §28, §31 to §34): of a child as a parent; of an adult until a day that was told, or until it is ended.</summary>
    public const string Guardian = "guardian";

    /// <summary>Somebody whom an adult entrusted with a signed letter (民法典 §165): for a year at most, and the person ends it at any time (§173).</summary>
    public const string Entrusted = "entrusted";

    public static IReadOnlyList<string> All { get; } = [Parent, Guardian, Entrusted];
}

/// <summary>What a representative is to the person. The set is closed.</summary>
public static class RepresentativeRelations
{
    public const string Son = "son";
    public const string Daughter = "daughter";
    public const string Spouse = "spouse";
    public const string Parent = "parent";
    public const string Grandparent = "grandparent";
    public const string Grandchild = "grandchild";
    public const string Sibling = "sibling";

    /// <summary>Other kin.</summary>
    public const string Kin = "kin";
    public const string Neighbour = "neighbour";

    /// <summary>Of the village or residents' committee.</summary>
    public const string Village = "village";
    public const string Other = "other";

    public static IReadOnlyList<string> All { get; } = [Son, Daughter, Spouse, Parent, Grandparent, Grandchild, Sibling, Kin, Neighbour, Village, Other];
}

/// <summary>Who acts for the person a case is about, as its reader may see it.</summary>
/// <param name="Basis">See <see cref="RepresentationBases"/>.</param>
/// <param name="Relation">See <see cref="RepresentativeRelations"/>.</param>
/// <param name="Until">Last day, inclusive; <c>null</c>: until it is ended.</param>
/// <param name="InForce">They act today.</param>
/// <param name="Evidence">Code of the paper on the list that shows it.</param>
/// <param name="EvidenceStatus">As <see cref="CaseMaterial"/> has it: <c>held</c>, <c>needed</c> or <c>received</c>; or <c>seen</c>: an officer saw it when they noted who acts.</param>
/// <param name="Line">All of it in one sentence of the reader's language, with the name masked: by whom, on what basis, until when, whether the paper is there, or since when and why it has ended.</param>
public sealed record RepresentationView(
    string Basis, string Relation, string NameMasked, string PhoneMasked, DateOnly? Until, bool InForce, string Evidence, string EvidenceName, string EvidenceStatus, string Line)
{
    /// <summary>First day on which they no longer act; <c>null</c>: it has not ended.</summary>
    public DateOnly? EndedOn { get; init; }

    /// <summary>See <see cref="RepresentationEnds"/>; <c>null</c>: it has not ended.</summary>
    public string? EndedWhy { get; init; }

    /// <summary>The reader is the representative.</summary>
    public bool IsYou { get; init; }

    /// <summary>The reader may end it: a resident by <c>DELETE</c>, staff by <see cref="EndRepresentation"/>.</summary>
    public bool MayEnd { get; init; }

    /// <summary>The reader, of the offices, may note a later letter, see <see cref="ProlongRepresentation"/>.</summary>
    public bool MayProlong { get; init; }

    /// <summary>In full, for who goes there; else <c>null</c>.</summary>
    public string? Name { get; init; }

    /// <summary>In full, for who has to call; else <c>null</c>.</summary>
    public string? Phone { get; init; }

    /// <summary>Never prints a person.</summary>
    public override string ToString() => $"{nameof(RepresentationView)} {Basis}";
}

/// <summary>How a representation ended.</summary>
public static class RepresentationEnds
{
    /// <summary>Its last day is past (民法典 §173).</summary>
    public const string Date = "date";

    /// <summary>The child is eighteen (民法典 §17, §175).</summary>
    public const string OfAge = "of-age";

    /// <summary>The person ended it.</summary>
    public const string Person = "person";

    /// <summary>The office noted, with its reason, that the person ended it or that its ground is gone.</summary>
    public const string Office = "office";

    /// <summary>Who was entrusted gave it up (民法典 §173).</summary>
    public const string Renounced = "renounced";

    public static IReadOnlyList<string> All { get; } = [Date, OfAge, Person, Office, Renounced];
}

/// <summary>
/// The person lets somebody act for them in a case that is under way, and in those that came with it (民法典 §165). Errors: 409 when somebody acts already, when an agent holds a mandate (§169) and when the case is
/// closed; 422 when nobody may do it for the person (§161), when it is the person themself, who is under 18, or who works on the case.
/// </summary>
/// <param name="Representative">Who it is; the basis is <see cref="RepresentationBases.Entrusted"/>. Their telephone is not the person's.</param>
/// <param name="Letter">Id of the signed letter among the papers of the case, sent as <c>M14</c>; <c>null</c>: it comes later.</param>
public sealed record NameRepresentative(RepresentativeDetails? Representative, string? Letter = null)
{
    /// <summary>Never prints a person.</summary>
    public override string ToString() => nameof(NameRepresentative);
}

/// <summary>An officer notes that somebody acts from now on, on whatever basis (民法典 §23, §28, §165); the same errors, but in a case that is closed it is noted as long as something is drawn by it.</summary>
/// <param name="EvidenceSeen">The officer saw the signed letter, or what shows that they are a parent or the guardian.</param>
/// <param name="Reason">5 to 500 characters; kept in the journal.</param>
public sealed record NoteRepresentation(RepresentativeDetails? Representative, bool EvidenceSeen, string? Reason)
{
    /// <summary>Never prints a person.</summary>
    public override string ToString() => nameof(NoteRepresentation);
}

/// <summary>Staff note that a representation has ended: the person said so, or its ground is gone.</summary>
/// <param name="PersonSeen">The person was there and their ID card was seen.</param>
/// <param name="Reason">5 to 500 characters; kept in the journal.</param>
public sealed record EndRepresentation(bool PersonSeen, string? Reason);

/// <summary>Staff have seen a later letter of entrusting: who acts goes on.</summary>
/// <param name="Until">Last day in it, inclusive: later than the one before, and a year from today at most.</param>
/// <param name="LetterSeen">The signed letter was seen, and says the same two people and that day.</param>
public sealed record ProlongRepresentation(DateOnly? Until, bool LetterSeen);
