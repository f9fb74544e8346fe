using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Supervision;

/// <summary>
/// One line of the authority matrix (授权): who of a point may decide on an item, up to which amount and between which days. 行政许可法 §24: the
/// delegate acts in the name of who delegated, and does not delegate further.
/// </summary>
/// <param name="Item">Code of the service.</param>
/// <param name="Holder">The chief representative or the deputy.</param>
/// <param name="From">First day, inclusive.</param>
/// <param name="Seal">Number of the point's special seal.</param>
/// <param name="DecisionName">In whose name it is decided, for example the bureau's.</param>
/// <param name="UpTo">Yuan, per month for the household or paid once, inclusive; <c>null</c>: whatever the amount. What pays nothing is below any.</param>
/// <param name="To">Last day, inclusive; <c>null</c>: until it is changed.</param>
public sealed record AuthorityGrant(string Item, Role Holder, DateOnly From, string Seal, string DecisionName, Money? UpTo = null, DateOnly? To = null)
{
    public bool IsInForce(DateOnly day) => From <= day && (To is null || day <= To);

    /// <param name="amount"><c>null</c>: the service pays nothing, or nothing is to be paid.</param>
    public bool Reaches(Money? amount) => UpTo is not { } most || amount is not { } asked || asked <= most;

    /// <summary>The same item and holder on a common day.</summary>
    public bool Meets(AuthorityGrant other) => (Item, Holder) == (other.Item, other.Holder) && !(To < other.From) && !(other.To < From);
}

/// <summary>A line of the matrix with who wrote it and when.</summary>
public sealed record AuthorityLine(AuthorityGrant Grant, Actor By, DateTimeOffset At);

/// <summary>A line that ends early.</summary>
/// <param name="LastDay">Inclusive.</param>
public sealed record AuthorityEnd(string Item, Role Holder, DateOnly LastDay);

/// <summary>Who may decide on a case today: one question for the matrix and for suspensions.</summary>
public abstract record Competence
{
    /// <summary>The point: whoever of the two has a line that reaches, at least one of them.</summary>
    public sealed record OfPoint(AuthorityGrant? Chief, AuthorityGrant? Deputy) : Competence
    {
        /// <summary>On whose desk it lies.</summary>
        public Role Desk => Chief is null ? Role.DeputyRepresentative : Role.ChiefRepresentative;

        /// <summary>Who may take it from the same desk.</summary>
        public Role? Also => Chief is not null && Deputy is not null ? Role.DeputyRepresentative : null;

        public AuthorityGrant? Of(Role role) => role switch { Role.ChiefRepresentative => Chief, Role.DeputyRepresentative => Deputy, _ => null };
    }

    /// <summary>Somebody else, and why.</summary>
    /// <param name="Cause">See <see cref="MoveCauses"/>.</param>
    public sealed record Elsewhere(Role Role, string Office, string Cause) : Competence
    {
        /// <summary>What keeps the point from deciding; <c>null</c>: no suspension does.</summary>
        public Suspension? Suspension { get; init; }
    }

    private Competence() { }
}

/// <summary>What somebody lacks to decide, for the sentence that tells them.</summary>
/// <param name="Could">Who could.</param>
public sealed record AuthorityLack(Role Holder, Post Could)
{
    /// <summary>Most that they may decide on; <c>null</c>: not the amount is at fault.</summary>
    public Money? UpTo { get; init; }

    /// <summary>Until when they could.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>From when they will.</summary>
    public DateOnly? From { get; init; }
}
