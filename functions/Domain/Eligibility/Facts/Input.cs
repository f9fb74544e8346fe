using System.Collections.Immutable;
using OneVisit.Domain.Eligibility.People;

namespace OneVisit.Domain.Eligibility.Facts;

/// <summary>A fact that a rule looked at.</summary>
/// <param name="Value"><c>null</c>: not known. Otherwise of the type that the household has for it; see <see cref="FactBook"/>.</param>
public sealed record Input(Question Question, object? Value);

/// <summary>What has become of both parents; asked for together.</summary>
public sealed record Parents(ParentState? Father, ParentState? Mother);

/// <summary>By what a grown-up child still belongs to the household; asked for together.</summary>
/// <param name="OnTheHousehold">Cannot live on own means.</param>
/// <param name="Studies">Full-time, up to a bachelor's degree.</param>
public sealed record Dependence(bool? OnTheHousehold, bool? Studies);
