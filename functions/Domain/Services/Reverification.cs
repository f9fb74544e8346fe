using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Eligibility.People;

namespace OneVisit.Domain.Services;

/// <summary>How often what was granted is looked at again (定期复核): 社会救助暂行办法 §13, 民发〔2021〕57号 for the allowance.</summary>
/// <param name="Months">Calendar months from the decision, or from the last look.</param>
/// <param name="UnsteadyMonths">The same where income is unsteady and somebody is able to work; <c>null</c>: no difference is made.</param>
public sealed record Reverification(int Months, int? UnsteadyMonths = null)
{
    /// <summary>Below this age somebody counts as a child, from <see cref="Old"/> as no longer able to work; for this question only.</summary>
    private const int Grown = 18, Old = 60;

    /// <summary>For a household as it applied. Who is not known to be unable counts as able: an early look takes nothing from anybody.</summary>
    public int MonthsFor(Household household, DateOnly on) =>
        UnsteadyMonths is { } unsteady && (household.People is not { IsEmpty: false } people || people.Any(person => MayWork(person, on))) ? unsteady : Months;

    private static bool MayWork(Person person, DateOnly on) =>
        !(person.BornOn is { } born && (born.AddYears(Grown) > on || born.AddYears(Old) <= on))
        && person.Disability is not { Grade: 1 or 2 }
        && person.GraveIllness != true
        && person.StudiesUpToBachelor != true;
}
