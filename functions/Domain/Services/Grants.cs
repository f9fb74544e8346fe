namespace OneVisit.Domain.Services;

/// <summary>What an approval gives, and with it which amount is decided on.</summary>
public enum Grants
{
    /// <summary>An amount each month.</summary>
    Monthly,

    /// <summary>A new monthly amount in place of an old one; 0 stops it.</summary>
    Recomputed,

    /// <summary>A sum, once.</summary>
    Once,

    /// <summary>A standing, a certificate or a service: no amount.</summary>
    Nothing,
}

/// <summary>Names of <see cref="Grants"/> as they travel.</summary>
public static class GrantNames
{
    public static string Code(this Grants grants) => grants switch
    {
        Grants.Monthly => "monthly",
        Grants.Recomputed => "recomputed",
        Grants.Once => "once",
        Grants.Nothing => "nothing",
        _ => throw new ArgumentOutOfRangeException(nameof(grants)),
    };

    public static Grants? Parse(string? code) => Codes.Parse<Grants>(code, Code);
}
