using System.Collections.Immutable;
using OneVisit.Domain.Law;

namespace OneVisit.Domain.Services;

/// <summary>A service (事项) of the city's catalogue.</summary>
/// <param name="Code">For example <c>D1.2</c>.</param>
/// <param name="Materials">Everything that may be on a one-time list; see <see cref="MaterialList"/>.</param>
/// <param name="Procedures">In order of their periods, which do not overlap.</param>
public sealed record Service(
    string Code, Text Name, Text Summary, SourceStatus Status,
    ImmutableArray<Material> Materials, ImmutableArray<Procedure> Procedures, ImmutableArray<LawReference> Laws)
{
    /// <summary>The procedure in force on a day.</summary>
    /// <exception cref="InvalidOperationException">None is: the service did not exist yet, or no longer.</exception>
    public Procedure ProcedureOn(DateOnly day) => Procedures.Single(procedure => procedure.IsInForce(day));

    public Procedure? ProcedureOf(string version) => Procedures.FirstOrDefault(procedure => procedure.Version == version);
}
