using OneVisit.Domain.Law;

namespace OneVisit.Domain.Places;

/// <summary>An administrative village or community.</summary>
/// <param name="Code">Twelve digits: township code and three more, for example <c>370982103201</c>.</param>
/// <param name="Township">Code of the township it lies in.</param>
/// <param name="Status"><see cref="SourceStatus.Demo"/>: the code, or the village itself, is made up.</param>
public sealed record Village(string Code, Text Name, string Township, SourceStatus Status = SourceStatus.Demo);

/// <summary>A township, subdistrict or committee that has a service point.</summary>
/// <param name="Code">Nine digits, for example <c>370982103</c>.</param>
/// <param name="Active">Inactive ones keep their code but take no cases.</param>
public sealed record Township(string Code, Text Name, bool Active, SourceStatus Status = SourceStatus.Verified);
