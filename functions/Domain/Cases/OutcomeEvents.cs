using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Cases;

/// <summary>The decision (决定): by whom and when stand in the entry.</summary>
/// <param name="Authority">Law under which it was taken, as printed on the letter.</param>
/// <param name="Power">The delegated power it was taken by; <c>null</c>: the bureau's own.</param>
/// <param name="First">Who had signed before, where two have to; the entry's actor is then the second.</param>
public sealed record Decided(CaseOutcome Outcome, string? Authority = null, DecisionPower? Power = null, Actor? First = null) : CaseEvent;

/// <summary>The delegated power a decision was taken by, as the authority matrix gave it on that day.</summary>
/// <param name="Office">The point.</param>
/// <param name="UpTo">Most that its holder may decide on; <c>null</c>: any amount.</param>
/// <param name="DecisionName">In whose name.</param>
public sealed record DecisionPower(string Office, Role Holder, string Seal, string DecisionName, Money? UpTo = null);

/// <summary>One of two signed a decision (双人签署); it counts when the other has.</summary>
public sealed record DecisionSigned(string TaskId, TaskAct Act) : CaseEvent;

/// <summary>The other did not sign, and said why: it goes back to the first.</summary>
public sealed record SignatureDeclined(string TaskId, [property: SealedInJournal] string Reason) : CaseEvent;

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
    public sealed record Approved([property: SealedInJournal] Money? Monthly = null, DateOnly? PaidFrom = null, [property: SealedInJournal] Money? Once = null) : CaseOutcome;

    /// <param name="Reason">The reason told to the household.</param>
    public sealed record Refused([property: SealedInJournal] string Reason) : CaseOutcome;

    /// <summary>不予受理: nobody looked into the matter itself; the household may apply again, and has the remedies of a refusal.</summary>
    /// <param name="Reason">The reason told to the household.</param>
    public sealed record NotAccepted([property: SealedInJournal] string Reason) : CaseOutcome;

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
public sealed record Rated(int Stars, [property: SealedInJournal] string? Comment = null, ImmutableArray<string>? Tags = null) : CaseEvent;
