using Xunit.Abstractions;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Tests.Eligibility;
using OneVisit.Domain.Tests.Interview.Simulation;

namespace OneVisit.Domain.Tests.Interview;

/// <summary>How many questions the golden households are asked, and whether the answers lead to the verdicts of the whole truth.</summary>
public sealed class GoldenInterviewTests(ITestOutputHelper output)
{
    [Fact]
    public void Half_of_the_golden_households_are_asked_nine_questions_at_most()
    {
        var told = GoldenInterviews.Cases().Select(one => Run(one.Golden.Household.Filled(), one.LifeEvent).Questions).Order().ToArray();
        var untold = GoldenInterviews.Cases().Select(one => Run(one.Golden.Household, one.LifeEvent).Questions).Order().ToArray();
        output.WriteLine($"everything told: {Spread(told)}; the rest not known: {Spread(untold)}");
        Assert.InRange(Math.Max(told[told.Length / 2], untold[untold.Length / 2]), 1, 9);
    }

    [Fact]
    public void The_verdicts_in_the_end_are_those_of_the_whole_truth()
    {
        var wrong = new List<string>();
        foreach (var (golden, lifeEvent) in GoldenInterviews.Cases())
        {
            var truth = golden.Household.Filled();
            var run = Run(truth, lifeEvent);
            foreach (var (service, evaluation) in run.End.Verdicts)
            {
                var full = Households.Of(service, truth).Verdict;
                if (evaluation.Verdict != full)
                    wrong.Add($"{golden} {lifeEvent} {service}: {evaluation.Verdict} not {full} [{run}]");
            }
        }
        Assert.Empty(wrong);
    }

    private static InterviewRun Run(Household truth, string lifeEvent) => InterviewRun.Of(GoldenInterviews.FromEvent(lifeEvent), GoldenInterviews.ResidentOf(truth));

    private static string Spread(int[] counts) =>
        $"n {counts.Length}, least {counts[0]}, median {counts[counts.Length / 2]}, p90 {counts[counts.Length * 9 / 10]}, most {counts[^1]}";
}
