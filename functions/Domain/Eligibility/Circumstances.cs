using OneVisit.Domain.Eligibility.People;

namespace OneVisit.Domain.Eligibility;

/// <summary>What a rule looks at: the household, the numbers of the day, and the area whose standard the service goes by.</summary>
/// <param name="Area"><c>null</c>: the household's own is not known.</param>
/// <param name="At">The place in the household's list of the person looked at; <c>null</c>: the rule is about the household.</param>
internal readonly record struct Circumstances(Household Household, EligibilityParameters Parameters, Area? Area, int? At = null)
{
    public DateOnly Day => Parameters.On;

    public Sourced<Money>? SourcedStandard => Area is { } area ? Parameters.Standard(area) : null;

    public Money? Standard => SourcedStandard?.Value;

    public Sourced<Money>? Disposable => Area is { } area ? Parameters.DisposableIncome(area) : null;

    /// <exception cref="InvalidOperationException">The rule stands outside of <c>Someone</c>.</exception>
    public Person Person => At is { } at ? Household.People!.Value[at] : throw new InvalidOperationException("This rule is about a person.");

    /// <summary>The dated number of that name; <c>null</c>: there is none for the day.</summary>
    public decimal? Number(string name) => Parameters.Number(name)?.Value;

    /// <summary>Full years of somebody on the day; <c>null</c> while the birthday is not known.</summary>
    public int? AgeOf(DateOnly? born) => born?.AgeOn(Day);
}
