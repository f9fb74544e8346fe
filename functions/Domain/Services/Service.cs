using System.Collections.Immutable;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Law;

namespace OneVisit.Domain.Services;

/// <summary>A service (事项) of the city's catalogue.</summary>
/// <param name="Code">For example <c>D1.2</c>.</param>
/// <param name="Version">Of its description, from 1; procedures carry their own.</param>
/// <param name="Materials">Everything that may be on a one-time list; see <see cref="MaterialList"/>.</param>
/// <param name="Procedures">In order of their periods, which neither overlap nor leave a gap.</param>
public sealed record Service(
    string Code, int Version, Text Name, Text Summary, SourceStatus Status,
    ImmutableArray<Material> Materials, ImmutableArray<Procedure> Procedures, ImmutableArray<LawReference> Laws)
{
    public required ServiceKind Kind { get; init; }

    /// <summary>Of agent-handled services only.</summary>
    public AgentMode? Mode { get; init; }

    /// <summary>Who may apply, in plain words.</summary>
    public required Text Who { get; init; }

    public required ImmutableArray<LifeEvent> LifeEvents { get; init; }

    public required EverydayWords Words { get; init; }

    /// <summary>Share of the decided files that the bureau draws for review; delegated services only.</summary>
    public int? SamplingPercent { get; init; }

    /// <summary>Whom it is for, as rules; <see cref="RuleSet.None"/> where nobody wrote any down.</summary>
    public RuleSet Eligibility { get; init; } = RuleSet.None;

    /// <summary>Codes of services that are not applied for together with it; each of a pair may name the other.</summary>
    public ImmutableArray<string> NotWith { get; init; } = [];

    /// <summary>Codes of services whose granted amount a decision on this one changes.</summary>
    public ImmutableArray<string> Changes { get; init; } = [];

    /// <summary>Cases can be opened for it. The others are described only.</summary>
    public bool TakesApplications { get; init; }

    /// <summary>The bureau may leave its decision to a point: a procedure of it does.</summary>
    public bool IsDelegated => Procedures.Any(procedure => procedure.IsDelegated);

    /// <summary>The procedure in force on a day.</summary>
    /// <exception cref="InvalidOperationException">None is: the service did not exist yet, or no longer.</exception>
    public Procedure ProcedureOn(DateOnly day) => Procedures.Single(procedure => procedure.IsInForce(day));

    /// <summary>Is there a procedure in force on a day?</summary>
    public bool ExistsOn(DateOnly day) => Procedures.Any(procedure => procedure.IsInForce(day));

    /// <summary>The two are not given together: who applies chooses one.</summary>
    public bool Excludes(Service other) => NotWith.Contains(other.Code) || other.NotWith.Contains(Code);

    public Procedure? ProcedureOf(string version) => Procedures.FirstOrDefault(procedure => procedure.Version == version);
}
