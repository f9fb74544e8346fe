using OneVisit.Domain.Identity;

namespace OneVisit.Domain.Cases;

/// <summary>
/// Who applies, as it is kept: name, ID number and phone only as ciphertext, beside a masked form for people whose task does not need more
/// and a keyed hash of the number to find the person's other cases.
/// </summary>
/// <param name="PhoneSealed">Empty: they have none of their own, and somebody acts for them.</param>
public sealed record SealedApplicant(
    string NameSealed, [property: SealedInJournal] string NameMasked, string IdSealed, [property: SealedInJournal] PersonHash IdHash, [property: SealedInJournal] string IdMasked,
    string PhoneSealed, [property: SealedInJournal] string PhoneMasked, string VillageCode, string TownshipCode)
{
    /// <summary>Code of the grid, fifteen digits; <c>null</c>: it was not said.</summary>
    [SealedInJournal]
    public string? GridCode { get; init; }
}
