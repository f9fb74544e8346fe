using System.Diagnostics;
using OneVisit.Domain.Interview;
using OneVisit.Domain.Tests.Interview.Simulation;

namespace OneVisit.Benchmarks;

/// <summary>How many questions the golden households are asked, from each life event of their service, and how long a choice takes. Goals: median 9 at most; under 2 ms.</summary>
internal static class InterviewReport
{
    public static void Print()
    {
        var cases = GoldenInterviews.Cases().ToArray();
        foreach (var (golden, lifeEvent) in cases)
            Run(golden, lifeEvent, told: false);
        Tell("everything is answered", cases, told: true);
        Tell("what a case does not tell is answered with 不清楚", cases, told: false);
        Console.WriteLine($"a choice, services of one life event: {TimesOf(cases.Select(one => GoldenInterviews.FromEvent(one.LifeEvent)), cases)}");
        Console.WriteLine($"a choice, all services at once:       {TimesOf(cases.Select(_ => GoldenInterviews.AboutEverything()), cases)}");
    }

    private static void Tell(string what, (OneVisit.Domain.Tests.Eligibility.GoldenHousehold Golden, string LifeEvent)[] cases, bool told)
    {
        var runs = cases.Select(one => (one.Golden, one.LifeEvent, Run: Run(one.Golden, one.LifeEvent, told))).OrderBy(one => one.Run.Questions).ToArray();
        Console.WriteLine($"questions, {what}: {Counts([.. runs.Select(one => one.Run.Questions)])}");
        foreach (var group in runs.GroupBy(one => one.LifeEvent).OrderBy(group => group.Key, StringComparer.Ordinal))
            Console.WriteLine($"  {group.Key,-20} {Counts([.. group.Select(one => one.Run.Questions)])}");
        foreach (var (golden, lifeEvent, run) in runs.Reverse().Take(5))
            Console.WriteLine($"  {run.Questions} from {lifeEvent}: {golden}: {run}");
    }

    private static InterviewRun Run(OneVisit.Domain.Tests.Eligibility.GoldenHousehold golden, string lifeEvent, bool told) =>
        InterviewRun.Of(GoldenInterviews.FromEvent(lifeEvent), GoldenInterviews.ResidentOf(told ? golden.Household.Filled() : golden.Household));

    private static Spread TimesOf(IEnumerable<Interviewer> interviewers, (OneVisit.Domain.Tests.Eligibility.GoldenHousehold Golden, string LifeEvent)[] cases)
    {
        var spread = new Spread();
        foreach (var (interviewer, (golden, _)) in interviewers.Zip(cases))
        {
            var run = InterviewRun.Of(interviewer, GoldenInterviews.ResidentOf(golden.Household.Filled()));
            for (var answers = 0; answers <= run.Told.Answers.Length; answers++)
            {
                var told = run.Told with { Answers = run.Told.Answers[..answers] };
                var began = Stopwatch.GetTimestamp();
                interviewer.Next(told);
                spread.Add(Stopwatch.GetElapsedTime(began));
            }
        }
        return spread;
    }

    private static string Counts(int[] sorted) => $"least {sorted[0]}, median {sorted[sorted.Length / 2]}, nine in ten {sorted[sorted.Length * 9 / 10]}, most {sorted[^1]} (n = {sorted.Length})";
}
