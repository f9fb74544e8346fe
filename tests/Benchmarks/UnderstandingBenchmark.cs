using BenchmarkDotNet.Attributes;
using OneVisit.Catalogue;
using OneVisit.Catalogue.Understanding;
using OneVisit.Domain.Understanding;

namespace OneVisit.Benchmarks;

/// <summary>One utterance understood. Goal: under 1 ms, no storm of allocations.</summary>
[MemoryDiagnoser]
[InProcess]
public class UnderstandingBenchmark
{
    private const string Story = "丈夫病逝，上有老人下有两个上学的孩子，靠我当保洁的工资过不下去";

    private static readonly string Longest = string.Concat(Enumerable.Repeat(Story, 40));

    private readonly Reception _reception = CityReception.Open(CityCatalogue.Load().Services);

    [GlobalSetup]
    public void Check()
    {
        if (_reception.Find("着火了！").Emergency != "fire" || _reception.EmergencyIn(Story) is not null) throw new InvalidOperationException("An utterance is not what its name says.");
    }

    [Benchmark]
    public Understood Short() => _reception.Find("高龄津贴怎么领");

    [Benchmark]
    public Understood Told() => _reception.Find(Story);

    [Benchmark]
    public Understood English() => _reception.Find("my husband died and I cannot pay the school fees of my two children");

    [Benchmark]
    public Understood TooLong() => _reception.Find(Longest);

    [Benchmark]
    public Emergency? SignsOnly() => _reception.EmergencyIn(Story);
}
