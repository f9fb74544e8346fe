using System.Diagnostics;
using OneVisit.Domain.Eligibility;
using static OneVisit.Domain.Tests.Eligibility.Households;

namespace OneVisit.Domain.Tests.Eligibility;

public sealed class EvaluationCostTests
{
    private const int Times = 10_000;

    [Fact]
    public void Evaluating_a_household_allocates_no_more_than_its_verdict()
    {
        Evaluate();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Evaluate();
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / Times, 0, 64);
    }

    [Fact]
    public void Evaluating_a_household_takes_less_than_20_microseconds()
    {
        var fastest = Enumerable.Range(0, 10).Min(_ =>
        {
            var watch = Stopwatch.StartNew();
            Evaluate();
            return watch.Elapsed / Times;
        });
        Assert.True(fastest < TimeSpan.FromMicroseconds(20), $"{fastest.TotalMicroseconds} µs");
    }

    private static void Evaluate()
    {
        var rules = City.Find("D1.2")!.Eligibility;
        for (var i = 0; i < Times; i++)
            rules.Evaluate(Widow, Parameters);
    }
}
