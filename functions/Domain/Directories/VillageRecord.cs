using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace OneVisit.Domain.Directories;

/// <summary>A village or community of the directory. A village that gets another name keeps its code.</summary>
/// <param name="Code">Twelve digits: code of the township and three more.</param>
/// <param name="OtherNames">Names it had, and what people call it; found like its own.</param>
/// <param name="Into">Code of the village that it was merged into after its last day; <c>null</c>: none.</param>
public sealed record VillageRecord(string Code, Text Name, ImmutableArray<string> OtherNames, DateOnly From, DateOnly? To = null, string? Into = null) : IEffective
{
    [JsonIgnore]
    public string Township => Code[..9];
}
