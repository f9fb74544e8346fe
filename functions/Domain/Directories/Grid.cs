using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace OneVisit.Domain.Directories;

/// <summary>A grid (网格): 150 to 300 households of a town, or a villagers' group.</summary>
/// <param name="Code">Fifteen digits: code of the village and three more.</param>
/// <param name="Households">How many live in it, about.</param>
/// <param name="Landmarks">Estates, schools, markets, temples by which people say where they live.</param>
public sealed record Grid(string Code, Text Name, GridKind Kind, int Households, ImmutableArray<string> Landmarks, DateOnly From, DateOnly? To = null) : IEffective
{
    [JsonIgnore]
    public string Village => Code[..12];
}

public enum GridKind
{
    /// <summary>城市网格.</summary>
    Urban,

    /// <summary>农村网格.</summary>
    Rural,
}

/// <summary>What somebody does in a grid. It gives no right to any case.</summary>
/// <param name="Grid">Fifteen digits.</param>
public sealed record GridDuty(GridRole Role, string Grid, DateOnly From, DateOnly? To = null) : IEffective;

public enum GridRole
{
    /// <summary>网格长: one in a grid.</summary>
    Manager,

    /// <summary>网格员: helps the manager.</summary>
    Assistant,

    /// <summary>信息员: tells the grid what happens.</summary>
    InformationOfficer,
}
