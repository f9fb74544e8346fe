using CsCheck;
using OneVisit.Domain.Eligibility;

namespace OneVisit.Domain.Tests.Eligibility;

/// <summary>Households near the boundaries of the rules, and the same with some facts not known.</summary>
internal static class HouseholdGen
{
    private static readonly Gen<Money> Income = Gen.OneOf(Gen.Int[0, 9000], OneOf(0, 730, 2190, 2919, 2920, 2921, 8000)).Select(yuan => new Money(yuan));
    private static readonly Gen<Money> Spending = Gen.OneOf(Gen.Const(0), Gen.Int[0, 40_000]).Select(yuan => new Money(yuan));
    private static readonly Gen<Money> Wealth = OneOf(0, 5000, 86_400, 86_401, 100_000, 100_001, 300_000).Select(yuan => new Money(yuan));
    private static readonly Gen<bool> Mostly = Gen.Int[0, 7].Select(n => n > 0);

    /// <summary>Every fact known.</summary>
    public static Gen<Household> Known { get; } =
        Gen.Select(
            Gen.Select(Mostly, Mostly, Gen.Int[1, 6], Income),
            Gen.Select(Wealth, Mostly, Gen.Int[0, 3], Gen.Bool, Mostly, Wealth),
            Gen.Select(Spending, Spending, Spending)).Select((belongs, owns, spends) => new Household
            {
                HasLocalHukou = belongs.Item1, Area = belongs.Item2 ? Area.Rural : Area.Urban, Members = belongs.Item3, MonthlyIncome = belongs.Item4,
                FinancialAssets = owns.Item1, OwnsCar = !owns.Item2, Homes = owns.Item3, HomesBelowAverageArea = owns.Item4,
                OwnsNonResidentialProperty = !owns.Item5, BusinessCapital = owns.Item6,
                YearlyMedicalSpending = spends.Item1, YearlyRehabilitationSpending = spends.Item2, YearlyEducationSpending = spends.Item3,
                HasSeverelyAffectedMember = false,
            });

    /// <summary>A set of facts, one bit a <see cref="Question"/>.</summary>
    public static Gen<int> Facts { get; } = Gen.OneOf(Gen.Int[0, (1 << 13) - 1], Gen.Select(Gen.Int[0, 12], Gen.Int[0, 12]).Select((a, b) => (1 << 13) - 1 & ~(1 << a) & ~(1 << b)));

    /// <summary>The household with only those facts known.</summary>
    public static Household Knowing(this Household all, int facts) => Enum.GetValues<Question>()
        .Aggregate(new Household(), (known, question) => IsAmong(question, facts) ? known.Answering(question, all) : known);

    /// <summary>The household after a question was answered as <paramref name="all"/> would.</summary>
    public static Household Answering(this Household known, Question question, Household all) => question switch
    {
        Question.LocalHukou => known with { HasLocalHukou = all.HasLocalHukou },
        Question.Area => known with { Area = all.Area },
        Question.Members => known with { Members = all.Members },
        Question.MonthlyIncome => known with { MonthlyIncome = all.MonthlyIncome },
        Question.FinancialAssets => known with { FinancialAssets = all.FinancialAssets },
        Question.Car => known with { OwnsCar = all.OwnsCar },
        Question.Homes => known with { Homes = all.Homes },
        Question.HomesBelowAverageArea => known with { HomesBelowAverageArea = all.HomesBelowAverageArea },
        Question.NonResidentialProperty => known with { OwnsNonResidentialProperty = all.OwnsNonResidentialProperty },
        Question.BusinessCapital => known with { BusinessCapital = all.BusinessCapital },
        Question.MedicalSpending => known with { YearlyMedicalSpending = all.YearlyMedicalSpending },
        Question.RehabilitationSpending => known with { YearlyRehabilitationSpending = all.YearlyRehabilitationSpending },
        Question.EducationSpending => known with { YearlyEducationSpending = all.YearlyEducationSpending },
        Question.SeverelyAffectedMember => known with { HasSeverelyAffectedMember = all.HasSeverelyAffectedMember },
        _ => known,
    };

    /// <summary>Only the first thirteen questions have a bit.</summary>
    public static bool IsAmong(Question question, int facts) => question <= Question.EducationSpending && (facts & (1 << (int)question)) != 0;

    public static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(at => values[at]);
}
