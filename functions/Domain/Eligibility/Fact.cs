namespace OneVisit.Domain.Eligibility;

/// <summary>A fact that can be asked for, and of whom.</summary>
/// <param name="Person">Place in <see cref="Household.People"/>, from 0; <c>null</c>: a fact of the household.</param>
public readonly record struct Fact(Question Question, int? Person = null);
