using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace OneVisit.Domain.Cases;

/// <summary>The decision (决定): by whom and when stand in the entry.</summary>
/// <param name="Authority">Law under which it was taken, as printed on the letter.</param>
public sealed record Decided(CaseOutcome Outcome, string? Authority = null) : CaseEvent;

/// <summary>What was decided.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "outcome")]
[JsonDerivedType(typeof(Approved), "approved")]
[JsonDerivedType(typeof(Refused), "refused")]
[JsonDerivedType(typeof(NotAccepted), "not-accepted")]
public abstract record CaseOutcome
{
    /// <summary>Neither <paramref name="Monthly"/> nor <paramref name="Once"/>: a standing, a certificate or a service.</summary>
    /// <param name="Monthly">Yuan per month for the household; 0: what was paid stops.</param>
    /// <param name="PaidFrom">First day of the month from which <paramref name="Monthly"/> counts.</param>
    /// <param name="Once">Yuan, paid once.</param>
    public sealed record Approved(Money? Monthly = null, DateOnly? PaidFrom = null, Money? Once = null) : CaseOutcome;

    /// <param name="Reason">The reason told to the household.</param>
    public sealed record Refused(string Reason) : CaseOutcome;

    /// <summary>不予受理: nobody looked into the matter itself; the household may apply again, and has the remedies of a refusal.</summary>
    /// <param name="Reason">The reason told to the household.</param>
    public sealed record NotAccepted(string Reason) : CaseOutcome;

    private CaseOutcome() { }
}

/// <summary>The decision was handed to the household (送达).</summary>
public sealed record Delivered : CaseEvent;

/// <summary>The city took the case into its register (备案).</summary>
public sealed record Filed(string RegisterNumber) : CaseEvent;

/// <summary>Nothing is left to do.</summary>
public sealed record Closed : CaseEvent;

/// <summary>The household rated the service (好差评).</summary>
/// <param name="Stars">From 1 (very bad) to 5 (very good).</param>
/// <param name="Tags">Ids of the grade's tags in <see cref="Supervision.RatingGrades"/>; <c>null</c>: none.</param>
public sealed record Rated(int Stars, string? Comment = null, ImmutableArray<string>? Tags = null) : CaseEvent;
