using System.Text.Json.Serialization;

namespace OneVisit.Domain.Directories;

/// <summary>A service point of a township with its special seal and its responsibility agreement (责任书) with the city.</summary>
/// <param name="Township">Nine digits.</param>
/// <param name="Seal">Number of the special seal.</param>
/// <param name="Agreement">Number of the responsibility agreement; <c>null</c>: none was signed.</param>
/// <param name="Signed">When the agreement was signed.</param>
/// <param name="AgreementUntil">Last day of the agreement, inclusive; <c>null</c>: open, or there is none.</param>
public sealed record PointRecord(
    string Township, string Seal,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Agreement,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] DateOnly? Signed,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] DateOnly? AgreementUntil,
    DateOnly From, DateOnly? To = null) : IEffective;
