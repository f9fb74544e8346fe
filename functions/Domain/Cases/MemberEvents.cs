using System.Collections.Immutable;
using OneVisit.Domain.Identity;

namespace OneVisit.Domain.Cases;

/// <summary>
/// Somebody who lives in the household with the applicant is known by number (共同生活的家庭成员, 民发〔2021〕57号 第五条): registries are asked about them from now on, and
/// nobody counts in two households.
/// </summary>
/// <param name="Elsewhere">Other cases on the same matter in which they count already when they were named: open, or drawing.</param>
public sealed record MemberNamed(SealedMember Person, [property: SealedInJournal] ImmutableArray<string> Elsewhere) : CaseEvent;

/// <summary>A member of the household, as it is kept: name and number only as ciphertext, beside a masked form and a keyed hash of the number, made like that of applicants.</summary>
public sealed record SealedMember(string NameSealed, [property: SealedInJournal] string NameMasked, string IdSealed, [property: SealedInJournal] PersonHash IdHash, [property: SealedInJournal] string IdMasked);

/// <summary>A member of the household in a case.</summary>
/// <param name="Number">From 1, in the order they were named.</param>
public sealed record HouseholdMember(int Number, SealedMember Person, ImmutableArray<string> Elsewhere, Actor By, DateTimeOffset At);

/// <summary>A wish to name a member of the household.</summary>
/// <param name="Person"><c>null</c>: what was given cannot be read.</param>
/// <param name="Authorised">Their authorisation to ask the registries (信息核对授权书) is in the file.</param>
/// <param name="Elsewhere">See <see cref="MemberNamed"/>.</param>
public sealed record MemberForm(SealedMember? Person, bool Authorised, ImmutableArray<string> Elsewhere);
