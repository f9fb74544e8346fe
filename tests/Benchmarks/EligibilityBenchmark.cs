using BenchmarkDotNet.Attributes;
using OneVisit.Catalogue;
using OneVisit.Domain;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Eligibility.Counting;
using OneVisit.Domain.Eligibility.People;

namespace OneVisit.Benchmarks;

/// <summary>
/// One household against the rules of the rural allowance. Goal: under 20 µs, no allocation worth mentioning. And against those of all forty services:
/// under 60 µs, with trace under 200 µs.
/// </summary>
[MemoryDiagnoser]
[InProcess]
public class EligibilityBenchmark
{
    private static readonly CityCatalogue City = CityCatalogue.Load();

    private readonly RuleSet _rules = City.Find("D1.2")!.Eligibility;
    private readonly EligibilityParameters _parameters = City.ParametersOn(new DateOnly(2026, 3, 2));

    private readonly Household _likely = new()
    {
        HasLocalHukou = true,
        Area = Area.Rural,
        Members = 4,
        MonthlyIncome = new Money(1300),
        FinancialAssets = new Money(5000),
        OwnsCar = false,
        Homes = 1,
        OwnsNonResidentialProperty = false,
        BusinessCapital = new Money(0),
    };

    private readonly Household _tooRich = new() { HasLocalHukou = true, Area = Area.Rural, Members = 2, MonthlyIncome = new Money(90_000), OwnsCar = true };

    private readonly Household _halfKnown = new() { HasLocalHukou = true, Area = Area.Rural, Members = 4 };

    private readonly Household _listed = new()
    {
        ListsEverybody = true,
        People =
        [
            new() { Relation = Relation.Self, Away = Away.Not }, new() { Relation = Relation.Spouse, Away = Away.Not },
            new() { Relation = Relation.Child, Away = Away.Not, StudiesUpToBachelor = true }, new() { Relation = Relation.Parent, Away = Away.Not, LivesInLongTerm = true },
        ],
        Incomes = [new(IncomeKind.Wage, new Money(1300), Per.Month, 0), new(IncomeKind.Farming, new Money(5000), Per.Year), new(IncomeKind.BasePension, new Money(200), Per.Month, 3)],
    };

    // Three generations, one of them ill, and two of the errands told: much to look at.
    private readonly Household _large = new()
    {
        HasLocalHukou = true, Area = Area.Rural, Members = 5, MonthlyIncome = new Money(2300), FinancialAssets = new Money(12_000), OwnsCar = false, Homes = 1,
        OwnsNonResidentialProperty = false, BusinessCapital = new Money(0), YearlyMedicalSpending = new Money(9000), YearlyRehabilitationSpending = new Money(0),
        YearlyEducationSpending = new Money(4800), Draws = ["D1.2"], Emergency = Emergency.SuddenIllness, Deceased = DeceasedGroup.Nobody,
        Marriage = new() { ManBornOn = new(2000, 1, 1), WomanBornOn = new(2001, 1, 1), BothSingle = true, CloseKin = false },
        Errand = new() { OwnRecord = true, HouseIsHere = true },
        People =
        [
            new() { BornOn = new(1940, 1, 1), Disability = new(DisabilityKind.Physical, 2), CannotCareForSelf = true, AbilityGrade = 2, Draws = [], HasAbleObligor = true },
            new() { BornOn = new(1943, 1, 1), Disability = Disability.None, CannotCareForSelf = false, AbilityGrade = 0, Draws = [], HasAbleObligor = true },
            new() { BornOn = new(1980, 1, 1), Disability = Disability.None, GraveIllness = true, Draws = [] },
            new() { BornOn = new(2012, 1, 1), Disability = Disability.None, GraveIllness = false, Father = new(ParentFate.Able), Mother = new(ParentFate.Dead), Draws = [] },
        ],
    };

    [GlobalSetup]
    public void Check()
    {
        if (!Likely() || !Unlikely() || StillOpen() == 0) throw new InvalidOperationException("A household is not what its name says.");
    }

    [Benchmark]
    public bool Likely() => _rules.Evaluate(_likely, _parameters).Verdict is Verdict.Likely;

    [Benchmark]
    public bool Unlikely() => _rules.Evaluate(_tooRich, _parameters).Verdict is Verdict.Unlikely;

    [Benchmark]
    public int StillOpen() => _rules.Evaluate(_halfKnown, _parameters).StillOpen.Length;

    [Benchmark]
    public int AllServices()
    {
        var likely = 0;
        foreach (var service in City.Services)
            likely += service.Eligibility.Evaluate(_large, _parameters).Verdict is Verdict.Likely ? 1 : 0;
        return likely;
    }

    [Benchmark]
    public int AllServicesWithTrace()
    {
        var told = 0;
        foreach (var service in City.Services)
        {
            var evaluation = service.Eligibility.Evaluate(_large, _parameters);
            told += evaluation.Explain().Length + (evaluation.ExplainAmount()?.Parts.Length ?? 0);
        }
        return told;
    }

    [Benchmark]
    public int AllServicesStillOpen()
    {
        var open = 0;
        foreach (var service in City.Services)
            open += service.Eligibility.Evaluate(_halfKnown, _parameters).StillOpen.Length;
        return open;
    }
}
