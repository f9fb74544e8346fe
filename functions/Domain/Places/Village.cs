using System.Collections.Immutable;
using OneVisit.Domain.Law;

namespace OneVisit.Domain.Places;

/// <summary>An administrative village or community.</summary>
/// <param name="Code">Twelve digits: township code and three more, for example <c>370982103201</c>.</param>
/// <param name="Township">Code of the township it lies in.</param>
/// <param name="Status"><see cref="SourceStatus.Demo"/>: the code, or the village itself, is made up.</param>
public sealed record Village(string Code, Text Name, string Township, SourceStatus Status = SourceStatus.Demo)
{
    /// <summary>Names it had, and what people call it: found like its own, shown nowhere.</summary>
    public ImmutableArray<string> OtherNames { get; init; } = [];

    /// <summary>Code of the village that it was merged into; <c>null</c>: it goes on. Whoever types its name means that one now.</summary>
    public string? Into { get; init; }

    /// <summary>One that is no more, and went into no other, keeps its code and name for old cases and is not found.</summary>
    public bool Active { get; init; } = true;
}

/// <summary>A township, subdistrict or committee that has a service point.</summary>
/// <param name="Code">Nine digits, for example <c>370982103</c>.</param>
/// <param name="Active">Inactive ones keep their code but take no cases.</param>
public sealed record Township(string Code, Text Name, bool Active, SourceStatus Status = SourceStatus.Verified);
