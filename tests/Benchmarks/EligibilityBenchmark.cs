using BenchmarkDotNet.Attributes;
using OneVisit.Catalogue;
using OneVisit.Domain;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Eligibility.Counting;
using OneVisit.Domain.Eligibility.People;

namespace OneVisit.Benchmarks;

/// <summary>One household against the rules of the rural allowance. Goal: under 20 µs, no allocation worth mentioning.</summary>
[MemoryDiagnoser]
[InProcess]
public class EligibilityBenchmark
{
    private readonly EligibilityParameters _parameters = CityCatalogue.Load().ParametersOn(new DateOnly(2026, 3, 2));

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
            new() { Relation = Relation.Child, Away = Away.Not, StudiesFullTime = true }, new() { Relation = Relation.Parent, Away = Away.Not, LivesInLongTerm = true },
        ],
        Incomes = [new(IncomeKind.Wage, new Money(1300), Per.Month, 0), new(IncomeKind.Farming, new Money(5000), Per.Year), new(IncomeKind.BasePension, new Money(200), Per.Month, 3)],
    };

    [GlobalSetup]
    public void Check()
    {
        if (!Likely() || !Unlikely() || StillOpen() == 0) throw new InvalidOperationException("A household is not what its name says.");
    }

    [Benchmark]
    public bool Likely() => ServiceRules.Evaluate("D1.2", _likely, _parameters).Verdict is Verdict.Likely;

    [Benchmark]
    public bool Unlikely() => ServiceRules.Evaluate("D1.2", _tooRich, _parameters).Verdict is Verdict.Unlikely;

    [Benchmark]
    public int StillOpen() => ServiceRules.Evaluate("D1.2", _halfKnown, _parameters).StillOpen.Length;

    /// <summary>Done once for all services.</summary>
    [Benchmark]
    public int Counted() => _listed.Counted(_parameters).Household.Members!.Value;
}
