using BenchmarkDotNet.Attributes;
using OneVisit.Catalogue;
using OneVisit.Domain;
using OneVisit.Domain.Eligibility;

namespace OneVisit.Benchmarks;

/// <summary>One household against the rules of the rural allowance. Goal: under 20 µs, no allocation worth mentioning.</summary>
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
}
