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

    /// <summary>副首席代表: decides in the representative's place where the authority matrix says so; the first to hear of what is late.</summary>
    DeputyRepresentative,

    /// <summary>乡镇长: hears of what stays late.</summary>
    TownshipHead,

    /// <summary>乡镇代办员: an agent for the whole township.</summary>
    TownshipAgent,

    /// <summary>市级代办员: an agent for the whole city.</summary>
    CityAgent,
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
        Role.DeputyRepresentative => "deputy-representative",
        Role.TownshipHead => "township-head",
        Role.TownshipAgent => "township-agent",
        Role.CityAgent => "city-agent",
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };

    /// <summary>Runs errands for households under a mandate (代办员), at any of the three levels.</summary>
    public static bool IsAgent(this Role role) => role is Role.VillageAgent or Role.TownshipAgent or Role.CityAgent;

    public static Role? Parse(string? code) => Codes.Parse<Role>(code, Code);
}
