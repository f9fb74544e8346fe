namespace OneVisit.Domain.Eligibility.People;

/// <summary>Why somebody of the family is not counted into the household.</summary>
public enum Absence
{
    /// <summary>None of the below.</summary>
    None,

    /// <summary>Clergy living apart from the family (宗教教职人员).</summary>
    Clergy,
    InPrison,

    /// <summary>Drug rehabilitation by order (强制隔离戒毒).</summary>
    ForcedRehabilitation,

    /// <summary>By a court (宣告失踪); out of touch is not enough.</summary>
    DeclaredMissing,
}

/// <param name="Since">First day; it matters for clergy.</param>
public sealed record Away(Absence Reason, DateOnly? Since = null)
{
    private const int ClergyYears = 3;

    /// <summary>Nothing keeps this person out of the household.</summary>
    public static Away Not { get; } = new(Absence.None);

    /// <summary>Not counted on this day (民发〔2021〕57号): clergy from the day on which three years are full; the others while it lasts.</summary>
    public bool? IsLeftOutOn(DateOnly day) => Reason switch
    {
        Absence.None => false,
        Absence.Clergy => Since is { } since ? since.AddYears(ClergyYears) <= day : null,
        _ => true,
    };
}

/// <summary>Absences as they travel.</summary>
public static class Absences
{
    public static Absence? Parse(string? code) => code switch
    {
        "none" => Absence.None,
        "clergy" => Absence.Clergy,
        "in-prison" => Absence.InPrison,
        "forced-rehabilitation" => Absence.ForcedRehabilitation,
        "declared-missing" => Absence.DeclaredMissing,
        _ => null,
    };
}
