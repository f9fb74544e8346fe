using System.Collections.Immutable;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Cases;

/// <summary>The mandate (代办授权): to one office or one person of it, for named acts, with an end, revocable at any time.</summary>
/// <param name="Items">Codes of the services it covers; <c>null</c>: its own case only.</param>
public sealed record Mandate(
    string Scope, string HolderOffice, DateTimeOffset GrantedAt, DateOnly ExpiresOn, DateTimeOffset? RevokedAt = null, ImmutableArray<string>? Items = null)
{
    /// <summary>Collect the papers of this case and hand them in; not sign, not decide.</summary>
    public const string CollectAndSubmit = "collect-and-submit";

    /// <summary>The acts are listed, see <see cref="Acts"/>.</summary>
    public const string ListedActs = "listed-acts";

    /// <summary><c>null</c> in journals from before mandates were numbered.</summary>
    public string? Number { get; init; }

    /// <summary>See <see cref="MandateActs"/>.</summary>
    public ImmutableArray<string> Acts { get; init; } = MandateActs.Errands;

    /// <summary>A named agent of the office; <c>null</c>: whoever is agent there.</summary>
    public MandateHolder? Person { get; init; }

    /// <summary>See <see cref="NoticeChoices"/>.</summary>
    public string Notices { get; init; } = NoticeChoices.Me;

    /// <summary>First day on which it counts.</summary>
    public DateOnly? From { get; init; }

    /// <summary>How it was signed; <c>null</c>: confirmed in the conversation only, which is enough to run errands.</summary>
    public MandateSignature? Signature { get; init; }

    /// <summary>It counts from the signature on.</summary>
    public bool AwaitsSignature { get; init; }

    /// <summary>When a new one took its place.</summary>
    public DateTimeOffset? ReplacedAt { get; init; }

    /// <summary>In force on a day; the first and the last day count.</summary>
    public bool IsActiveOn(DateOnly day) =>
        RevokedAt is null && ReplacedAt is null && day <= ExpiresOn && (From is null || From <= day) && (!AwaitsSignature || Signature is not null);

    public bool Allows(string act) => Acts.Contains(act);

    /// <summary>Runs errands: fetches papers and hands them in.</summary>
    public bool RunsErrands => Allows(MandateActs.CollectPapers) && Allows(MandateActs.HandIn);
}

/// <summary>The named agent of a mandate.</summary>
/// <param name="Participant">For example <c>staff:shi-agent</c>.</param>
public sealed record MandateHolder(string Participant, string Name);

/// <summary>How a mandate was signed.</summary>
/// <param name="Kind">See <see cref="SignatureKinds"/>.</param>
/// <param name="Content">Fingerprint of what was signed, base64url of SHA-256; see <see cref="MandateContent"/> or the signed form.</param>
/// <param name="TakenBy">The member of staff on whose telephone it was given; <c>null</c>: the household's own.</param>
public sealed record MandateSignature(string Kind, string Content, DateTimeOffset At, string? TakenBy = null);

/// <summary>Who carries a case's errands: the holder of the mandate, or who came in their place.</summary>
/// <param name="Person">The one person; <c>null</c>: whoever holds the post.</param>
public sealed record Carrier(Role Role, string Office, string? Person = null)
{
    public bool Is(StaffMember member, DateOnly day) =>
        (Person is null || Person == member.Participant) && member.PostsOn(day).Any(post => post.Is(Role, Office));

    /// <summary>The agents of an office, or one of them.</summary>
    public static Carrier Of(Mandate mandate) => new(AgentRoles.RoleAt(mandate.HolderOffice), mandate.HolderOffice, mandate.Person?.Participant);
}

/// <summary>Which role runs errands, by level of the office.</summary>
public static class AgentRoles
{
    public static Role RoleAt(OfficeLevel level) => level switch
    {
        OfficeLevel.Village => Role.VillageAgent,
        OfficeLevel.Township => Role.TownshipAgent,
        _ => Role.CityAgent,
    };

    /// <param name="office">For example <c>township/370982103</c>.</param>
    public static Role RoleAt(string office) => RoleAt(Offices.Parse(office.Split('/')[0]) ?? OfficeLevel.Village);
}
