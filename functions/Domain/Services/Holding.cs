using System.Collections.Immutable;

namespace OneVisit.Domain.Services;

/// <summary>What the sharing platform answered about one paper of one person. A look-up that failed is <see cref="Unknown"/>, never a no.</summary>
public abstract record Holding
{
    /// <param name="AsOf">The day the register was looked at.</param>
    public sealed record Held(DateOnly? AsOf = null) : Holding;

    /// <param name="AsOf">The day the register was looked at.</param>
    public sealed record NotHeld(DateOnly? AsOf = null) : Holding;

    public sealed record Unknown : Holding;

    /// <summary>Nobody was asked: the catalogue alone speaks.</summary>
    public static ImmutableDictionary<string, Holding> NotAsked { get; } = ImmutableDictionary<string, Holding>.Empty;

    private Holding()
    {
    }
}
