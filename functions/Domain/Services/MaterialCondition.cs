namespace OneVisit.Domain.Services;

/// <summary>When a material belongs on the list at all.</summary>
public enum MaterialCondition
{
    Always,

    /// <summary>The household counts education spending: there are students.</summary>
    Students,

    /// <summary>The household counts spending on illness or rehabilitation.</summary>
    Illness,

    /// <summary>Somebody has died.</summary>
    Death,

    /// <summary>Somebody else acts for the resident.</summary>
    Agent,

    /// <summary>The departments were asked first and have it not.</summary>
    NotOnRecord,
}

/// <summary>Names of <see cref="MaterialCondition"/> as they travel.</summary>
public static class MaterialConditions
{
    public static string Code(this MaterialCondition condition) => condition switch
    {
        MaterialCondition.Always => "always",
        MaterialCondition.Students => "students",
        MaterialCondition.Illness => "illness",
        MaterialCondition.Death => "death",
        MaterialCondition.Agent => "agent",
        MaterialCondition.NotOnRecord => "not-on-record",
        _ => throw new ArgumentOutOfRangeException(nameof(condition)),
    };

    public static MaterialCondition? Parse(string? code) => Codes.Parse<MaterialCondition>(code, Code);
}
