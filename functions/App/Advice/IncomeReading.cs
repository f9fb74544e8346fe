using System.Collections.Immutable;
using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Eligibility.Counting;
using OneVisit.Functions.FrontDoor;

namespace OneVisit.Functions.Advice;

/// <summary>Makes incomes of posted facts; what cannot be is reported by field.</summary>
internal static class IncomeReading
{
    /// <returns><c>null</c> when none are told, or there was an error.</returns>
    public static ImmutableArray<Income>? Of(HouseholdFacts facts, FieldErrors errors)
    {
        if (facts.Incomes is not { } incomes)
            return null;
        if (incomes.Count > Income.Most || incomes.Any(income => income is null))
        {
            errors.Add("household.incomes", "field.incomes", Income.Most);
            return null;
        }

        var before = errors.Fields.Count;
        for (var at = 0; at < incomes.Count; at++)
            Check(incomes[at], $"household.incomes[{at}].", facts.People?.Count ?? 0, errors);
        return errors.Fields.Count > before ? null : [.. incomes.Select(Known)];
    }

    private static Income Known(IncomeFacts told) => new(IncomeKinds.Parse(told.Kind)!.Value, new Money(told.Amount), Stretches.Parse(told.Per)!.Value, told.Person);

    private static void Check(IncomeFacts told, string field, int people, FieldErrors errors)
    {
        if (IncomeKinds.Parse(told.Kind) is null)
            errors.Add(field + "kind", "field.income-kind");
        if (told.Amount is < 0 or > Household.MostYuan)
            errors.Add(field + "amount", "field.money", Household.MostYuan);
        if (Stretches.Parse(told.Per) is null)
            errors.Add(field + "per", "field.income-per");
        if (told.Person is { } person && (person < 0 || person >= people))
            errors.Add(field + "person", "field.income-person");
    }
}
