using OneVisit.Domain.Law;

namespace OneVisit.Domain.Eligibility.Counting;

/// <summary>A kind of income that is left out for a time.</summary>
/// <param name="Parameter">Name of the dated number it stands in.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day, inclusive; <c>null</c>: in force.</param>
/// <param name="Law">Where it is written.</param>
/// <param name="Status">How far the parameter may be shown as law.</param>
public sealed record IncomeExclusion(IncomeKind Kind, string Parameter, DateOnly From, DateOnly? To, LawReference Law, SourceStatus Status)
{
    public bool IsInForceOn(DateOnly day) => From <= day && (To is not { } last || day <= last);
}
