using System.Collections.Immutable;
using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Eligibility.People;
using OneVisit.Functions.FrontDoor;

namespace OneVisit.Functions.Advice;

/// <summary>Makes a household of posted facts; what cannot be is reported by field.</summary>
internal static class HouseholdReading
{
    /// <param name="benefits">Codes of what can be drawn.</param>
    /// <returns><c>null</c> when there was an error.</returns>
    public static Household? Of(HouseholdFacts? facts, IReadOnlySet<string> benefits, DateOnly today, FieldErrors errors)
    {
        if (facts is null)
        {
            errors.Add("household", "field.required");
            return null;
        }

        var before = errors.Fields.Count;
        Check(facts, benefits, errors);
        var people = PeopleIn(facts, benefits, today, errors);
        var incomes = IncomeReading.Of(facts, errors);
        var wishes = new WishReading(facts, today, errors);
        wishes.Check();
        return errors.Fields.Count > before ? null : wishes.AddTo(new()
        {
            HasLocalHukou = facts.HasLocalHukou,
            Area = Areas.Parse(facts.Area),
            Members = facts.Members,
            MonthlyIncome = Money.OrNull(facts.MonthlyIncome),
            FinancialAssets = Money.OrNull(facts.FinancialAssets),
            OwnsCar = facts.OwnsCar,
            Homes = facts.Homes,
            HomesBelowAverageArea = facts.HomesBelowAverageArea,
            OwnsNonResidentialProperty = facts.OwnsNonResidentialProperty,
            BusinessCapital = Money.OrNull(facts.BusinessCapital),
            YearlyMedicalSpending = Money.OrNull(facts.YearlyMedicalSpending),
            YearlyRehabilitationSpending = Money.OrNull(facts.YearlyRehabilitationSpending),
            YearlyEducationSpending = Money.OrNull(facts.YearlyEducationSpending),
            People = people,
            Draws = facts.Draws?.ToImmutableHashSet(StringComparer.Ordinal),
            Emergency = Situations.ParseEmergency(facts.Emergency),
            IsHereOtherwise = facts.IsHereOtherwise,
            Deceased = Situations.ParseDeceased(facts.Deceased),
            ListsEverybody = facts.ListsEverybody,
            Incomes = incomes,
            HasSeverelyAffectedMember = facts.HasSeverelyAffectedMember,
        });
    }

    private static ImmutableArray<Person>? PeopleIn(HouseholdFacts facts, IReadOnlySet<string> benefits, DateOnly today, FieldErrors errors)
    {
        if (facts.People is not { } people)
            return null;
        if (people.Count > Household.MostMembers || people.Any(person => person is null))
        {
            errors.Add("household.people", "field.people", Household.MostMembers);
            return null;
        }

        if (people.Count(person => person.Relation == "self") > 1 || people.Count(person => person.Relation == "spouse") > 1)
            errors.Add("household.people", "field.one-applicant");
        return [.. people.Select((person, at) => new PersonReading(person, at, benefits, today, errors).Read())];
    }

    private static void Check(HouseholdFacts facts, IReadOnlySet<string> benefits, FieldErrors errors)
    {
        if (facts.Area is not null && Areas.Parse(facts.Area) is null)
            errors.Add("household.area", "field.area");
        if (facts.Members is < 1 or > Household.MostMembers)
            errors.Add("household.members", "field.members", Household.MostMembers);
        if (facts.Homes is < 0 or > Household.MostHomes)
            errors.Add("household.homes", "field.homes", Household.MostHomes);
        if (facts.Draws is { } draws && !draws.All(benefits.Contains))
            errors.Add("household.draws", "field.draws");
        if (facts.Emergency is not null && Situations.ParseEmergency(facts.Emergency) is null)
            errors.Add("household.emergency", "field.emergency");
        if (facts.Deceased is not null && Situations.ParseDeceased(facts.Deceased) is null)
            errors.Add("household.deceased", "field.deceased");
        CheckMoney(facts.MonthlyIncome, "monthlyIncome", errors);
        CheckMoney(facts.FinancialAssets, "financialAssets", errors);
        CheckMoney(facts.BusinessCapital, "businessCapital", errors);
        CheckMoney(facts.YearlyMedicalSpending, "yearlyMedicalSpending", errors);
        CheckMoney(facts.YearlyRehabilitationSpending, "yearlyRehabilitationSpending", errors);
        CheckMoney(facts.YearlyEducationSpending, "yearlyEducationSpending", errors);
    }

    private static void CheckMoney(decimal? yuan, string field, FieldErrors errors)
    {
        if (yuan is < 0 or > Household.MostYuan)
            errors.Add("household." + field, "field.money", Household.MostYuan);
    }
}
