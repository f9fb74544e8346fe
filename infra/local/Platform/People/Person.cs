namespace OneVisit.Local.Platform.People;

/// <summary>Somebody whom the registries know; nobody who exists.</summary>
/// <param name="Household">Number of the household register they stand in.</param>
/// <param name="Spouse">Index of who they are married to today; <c>null</c>: nobody. Who died is married to nobody.</param>
/// <param name="DisabilityKind"><c>null</c>: no certificate.</param>
/// <param name="InsuranceBase">Yuan per month; <c>null</c>: not insured as an employee.</param>
/// <param name="Benefits">Codes of services, in order.</param>
public sealed record Person(
    int Index, string Number, bool IsMan, DateOnly BornOn, string Village, int Household, int? Spouse, DateOnly? DiedOn, bool Cremated,
    string? DisabilityKind, int DisabilityGrade, bool IsStudent, int Cars, int Homes, int? InsuranceBase, IReadOnlyList<string> Benefits)
{
    public bool IsAlive => DiedOn is null;
}
