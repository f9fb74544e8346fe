using System.Collections.Immutable;
using System.Globalization;
using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Interview;

namespace OneVisit.Conversation.Understanding;

/// <summary>Sets, reads and clears household facts by the name of their <see cref="Question"/>, and turns them into the domain's household.</summary>
internal static class HouseholdFactsIn
{
    /// <summary>Facts of the household that are one value each.</summary>
    public static ImmutableArray<Question> Asked { get; } =
    [
        Question.LocalHukou, Question.Area, Question.Members, Question.MonthlyIncome, Question.FinancialAssets, Question.Car, Question.Homes, Question.HomesBelowAverageArea,
        Question.NonResidentialProperty, Question.BusinessCapital, Question.MedicalSpending, Question.RehabilitationSpending, Question.EducationSpending,
    ];

    /// <summary>A value as the interview takes it.</summary>
    public static Answer AnswerOf(object value) => value switch
    {
        bool yes => new Answer.YesNo(yes),
        int number => new Answer.Number(number),
        decimal yuan => new Answer.Yuan(yuan),
        _ => new Answer.Word((string)value),
    };

    public static Household ToDomain(this HouseholdFacts facts) => new()
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
        HasSeverelyAffectedMember = facts.HasSeverelyAffectedMember,
    };

    /// <summary>The fact as a value: <see cref="bool"/>, <see cref="int"/>, <see cref="decimal"/>, an area's code, or <c>null</c>.</summary>
    public static object? Value(this HouseholdFacts facts, Question question) => question switch
    {
        Question.LocalHukou => facts.HasLocalHukou,
        Question.Area => facts.Area,
        Question.Members => facts.Members,
        Question.MonthlyIncome => facts.MonthlyIncome,
        Question.FinancialAssets => facts.FinancialAssets,
        Question.Car => facts.OwnsCar,
        Question.Homes => facts.Homes,
        Question.HomesBelowAverageArea => facts.HomesBelowAverageArea,
        Question.NonResidentialProperty => facts.OwnsNonResidentialProperty,
        Question.BusinessCapital => facts.BusinessCapital,
        Question.MedicalSpending => facts.YearlyMedicalSpending,
        Question.RehabilitationSpending => facts.YearlyRehabilitationSpending,
        Question.EducationSpending => facts.YearlyEducationSpending,
        Question.SeverelyAffectedMember => facts.HasSeverelyAffectedMember,
        _ => null,
    };

    public static HouseholdFacts With(this HouseholdFacts facts, Question question, object? value) => question switch
    {
        Question.LocalHukou => facts with { HasLocalHukou = (bool?)value },
        Question.Area => facts with { Area = (string?)value },
        Question.Members => facts with { Members = (int?)value },
        Question.MonthlyIncome => facts with { MonthlyIncome = (decimal?)value },
        Question.FinancialAssets => facts with { FinancialAssets = (decimal?)value },
        Question.Car => facts with { OwnsCar = (bool?)value },
        Question.Homes => facts with { Homes = (int?)value },
        Question.HomesBelowAverageArea => facts with { HomesBelowAverageArea = (bool?)value },
        Question.NonResidentialProperty => facts with { OwnsNonResidentialProperty = (bool?)value },
        Question.BusinessCapital => facts with { BusinessCapital = (decimal?)value },
        Question.MedicalSpending => facts with { YearlyMedicalSpending = (decimal?)value },
        Question.RehabilitationSpending => facts with { YearlyRehabilitationSpending = (decimal?)value },
        Question.EducationSpending => facts with { YearlyEducationSpending = (decimal?)value },
        Question.SeverelyAffectedMember => facts with { HasSeverelyAffectedMember = (bool?)value },
        _ => facts,
    };

    /// <summary>A fact written as text, as buttons and patterns carry it; unchanged when the text cannot be one.</summary>
    public static HouseholdFacts With(HouseholdFacts facts, string name, string value) =>
        Enum.TryParse<Question>(name, out var question) && Parse(question, value) is { } parsed ? facts.With(question, parsed) : facts;

    /// <summary>The value of a fact from text, within its bounds, or <c>null</c>.</summary>
    public static object? Parse(Question question, string value) => KindOf(question) switch
    {
        FactKind.YesNo => value switch { "yes" => true, "no" => false, _ => null },
        FactKind.Area => Areas.Parse(value)?.Code(),
        FactKind.Count => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && FitsCount(question, count) ? count : null,
        _ => decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var yuan) && FitsMoney(yuan) ? yuan : null,
    };

    public static bool FitsCount(Question question, int count) =>
        question == Question.Members ? count is >= 1 and <= Household.MostMembers : count is >= 0 and <= Household.MostHomes;

    public static bool FitsMoney(decimal yuan) => yuan is >= 0 and <= Household.MostYuan;

    /// <summary>The same, or <c>null</c> for a fact that is not one value of the household.</summary>
    public static FactKind? KindOrNull(Question question) => Asked.Contains(question) ? KindOf(question) : null;

    public static FactKind KindOf(Question question) => question switch
    {
        Question.LocalHukou or Question.Car or Question.HomesBelowAverageArea or Question.NonResidentialProperty or Question.SeverelyAffectedMember => FactKind.YesNo,
        Question.Area => FactKind.Area,
        Question.Members or Question.Homes => FactKind.Count,
        Question.MedicalSpending or Question.RehabilitationSpending or Question.EducationSpending => FactKind.YearlyMoney,
        _ => FactKind.Money,
    };
}

/// <summary>How a fact is answered.</summary>
internal enum FactKind
{
    YesNo,
    Area,
    Count,
    Money,
    YearlyMoney,
}
