namespace OneVisit.Domain.Services;

/// <summary>Who acts.</summary>
public enum Role
{
    Resident,

    /// <summary>村级代办员.</summary>
    VillageAgent,

    /// <summary>乡镇经办人.</summary>
    TownshipOfficer,

    /// <summary>首席代表: decides with the delegated power.</summary>
    ChiefRepresentative,

    /// <summary>市级备案员.</summary>
    CityFilingOfficer,

    /// <summary>市级评查员.</summary>
    CityReviewer,

    System,

    /// <summary>市局经办人: decides what is not delegated, and records what others decided.</summary>
    BureauOfficer,
}

/// <summary>Roles as they travel, kebab case.</summary>
public static class Roles
{
    public static string Code(this Role role) => role switch
    {
        Role.Resident => "resident",
        Role.VillageAgent => "village-agent",
        Role.TownshipOfficer => "township-officer",
        Role.ChiefRepresentative => "chief-representative",
        Role.CityFilingOfficer => "city-filing-officer",
        Role.CityReviewer => "city-reviewer",
        Role.System => "system",
        Role.BureauOfficer => "bureau-officer",
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };

    public static Role? Parse(string? code) => Codes.Parse<Role>(code, Code);
}
