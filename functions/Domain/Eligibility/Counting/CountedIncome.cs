using System.Collections.Immutable;

namespace OneVisit.Domain.Eligibility.Counting;

/// <summary>Income of the household after what is left out.</summary>
/// <param name="Monthly">A twelfth of a year's sum, exact; <c>null</c> while it is open whether somebody with an income that would count belongs to the household.</param>
/// <param name="Parts">One for each income, in the household's order.</param>
public sealed record CountedIncome(Money? Monthly, ImmutableArray<IncomePart> Parts)
{
    /// <param name="count"><c>null</c>: nobody is placed, so that what belongs to a person stays open.</param>
    /// <returns><c>null</c>: no income is told by kind.</returns>
    public static CountedIncome? Of(Household household, HouseholdCount? count, EligibilityParameters parameters)
    {
        if (household.Incomes is not { } incomes)
            return null;
        ImmutableArray<IncomePart> parts = [.. incomes.Select(income => PartOf(income, count, parameters))];
        return new(parts.All(part => part.Counts is not null) ? Twelfth(parts.Where(part => part.Counts == true).Select(part => part.Income)) : null, parts);
    }

    /// <summary>
    /// What one person has per month that counts; <c>null</c> while incomes are not told by kind. What is told as the household's is nobody's own [our reading].
    /// </summary>
    public static Money? OwnOf(int person, Household household, EligibilityParameters parameters)
    {
        if (household.Incomes is not { } incomes)
            return null;
        var yearly = Money.Zero;
        foreach (var income in incomes)
        {
            if (income.Person == person && parameters.ExclusionOf(income.Kind) is null)
                yearly += income.Yearly;
        }
        return yearly / 12;
    }

    private static IncomePart PartOf(Income income, HouseholdCount? count, EligibilityParameters parameters)
    {
        if (parameters.ExclusionOf(income.Kind) is { } exclusion)
            return new(income, false, exclusion);
        if (income.Person is not { } at)
            return new(income, true);
        var counts = count is not null && at >= 0 && at < count.Standings.Length ? count.Standings[at].Counts : null;
        return new(income, counts is null && income.Amount == Money.Zero ? false : counts);
    }

    private static Money Twelfth(IEnumerable<Income> incomes) => incomes.Aggregate(Money.Zero, (sum, income) => sum + income.Yearly) / 12;
}

/// <summary>One income, and whether it is added up.</summary>
/// <param name="Counts"><c>false</c>: left out by kind, or its owner does not count; <c>null</c>: not known whether its owner does.</param>
/// <param name="Exclusion">By which it is left out; <c>null</c>: not by its kind.</param>
public sealed record IncomePart(Income Income, bool? Counts, IncomeExclusion? Exclusion = null)
{
    /// <summary>Per month, for naming it; sums are made by the year.</summary>
    public Money Monthly => Income.Yearly / 12;
}
