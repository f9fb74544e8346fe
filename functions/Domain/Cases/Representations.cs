using System.Collections.Immutable;
using OneVisit.Domain.Calendars;

namespace OneVisit.Domain.Cases;

/// <summary>How somebody was named to act in a case under way.</summary>
/// <param name="DocumentId">The letter that was there by then; <c>null</c>: none was.</param>
/// <param name="EvidenceSeen">An officer saw what shows it.</param>
public sealed record Naming(DateTimeOffset At, string? DocumentId, bool EvidenceSeen);

/// <summary>Several people may act for one applicant, one after the other: what each did and was stays as it was.</summary>
public sealed partial record Case
{
    /// <summary>Those who acted before <see cref="Representation"/>, the earliest first. All of them have ended.</summary>
    public ImmutableArray<Representation> EarlierRepresentations { get; private init; } = [];

    /// <summary>All who act or acted, the earliest first.</summary>
    public IEnumerable<Representation> Representations => Representation is null ? EarlierRepresentations : EarlierRepresentations.Append(Representation);

    internal Representation? First => EarlierRepresentations is [var first, ..] ? first : Representation;

    // The conversation that owns the case is that of somebody who acted before: nobody has come for it since.
    private Representation? HeldByEarlier { get; init; }

    /// <summary>In whose conversation it lies, where that is not the person's own: of who acts, or of who did.</summary>
    public Representation? Holding => HeldByEarlier ?? (IsWithRepresentative ? Representation : null);

    /// <summary>It lies in that conversation, as that of who acts for the applicant or as the applicant's own.</summary>
    public bool LiesWith(string participant, bool asRepresentative) => Participant == participant && HeldByEarlier is null && IsWithRepresentative == asRepresentative;

    /// <summary>Who acted on a day, whatever became of it afterwards; <c>null</c>: nobody. Of a day on which one followed the other it is the later.</summary>
    public Representation? ActedOn(DateOnly day) => Representations.LastOrDefault(one => one.WasInForceOn(day));

    /// <summary>What shows on what somebody acts who was named in a case under way: an officer saw it, or the letter came with the naming or since. A mandate's form is another paper with the same code, and so is an earlier letter.</summary>
    public bool IsShown(Naming naming, string evidence) => naming.EvidenceSeen || naming.DocumentId is not null
        || Documents.Any(document => document.Material == evidence && document.SignedContent is null && document.AddedAt >= naming.At);

    private Case Begun(RepresentationBegun happened, DateTimeOffset at)
    {
        var today = BeijingTime.DayOf(at);
        // That a day was over may not be noted yet.
        var before = Representation is null ? null : Representation with { Ended = Representation.EndingOn(today) ?? new(today, RepresentationEndCause.Office) };
        return this with
        {
            Representation = new(happened.Who, today) { Named = new(at, happened.DocumentId, happened.EvidenceSeen == true) },
            EarlierRepresentations = before is null ? EarlierRepresentations : EarlierRepresentations.Add(before),
            HeldByEarlier = IsWithRepresentative ? before : HeldByEarlier,
            WentToPerson = true,
            RepresentativePhoneReplacedAt = null,
        };
    }
}
