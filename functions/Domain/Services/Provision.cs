namespace OneVisit.Domain.Services;

/// <summary>How a paper on the list comes to the case.</summary>
public enum Provision
{
    /// <summary>The resident gives it.</summary>
    Needed,

    /// <summary>The resident gives it because its register was asked and has it not.</summary>
    NotFound,

    /// <summary>The resident gives it because we could not look it up, and the law lets it be asked for.</summary>
    Unverified,

    /// <summary>The office looks it up later; the resident is never asked.</summary>
    LookedUpLater,

    /// <summary>The city holds it.</summary>
    Held,

    /// <summary>We fill it in; the resident signs.</summary>
    Prefilled,
}

/// <summary>Names of <see cref="Provision"/> as they travel.</summary>
public static class Provisions
{
    public static string Code(this Provision provision) => provision switch
    {
        Provision.Needed => "needed",
        Provision.NotFound => "not-found",
        Provision.Unverified => "unverified",
        Provision.LookedUpLater => "looked-up-later",
        Provision.Held => "held",
        Provision.Prefilled => "prefilled",
        _ => throw new ArgumentOutOfRangeException(nameof(provision)),
    };

    /// <summary>The resident has to bring it.</summary>
    public static bool IsAsked(this Provision provision) => provision is Provision.Needed or Provision.NotFound or Provision.Unverified;
}
