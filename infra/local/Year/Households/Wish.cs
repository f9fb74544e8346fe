using OneVisit.Contracts;

namespace OneVisit.Local.Year.Households;

/// <summary>What a household comes for, and what it tells.</summary>
/// <param name="Services">Codes; several come in one application.</param>
/// <param name="Story">In its own words.</param>
public sealed record Wish(IReadOnlyList<string> Services, HouseholdFacts Facts, string Story);
