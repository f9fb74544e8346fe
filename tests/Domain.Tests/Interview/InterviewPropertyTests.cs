using System.Collections.Immutable;
using CsCheck;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Tests.Eligibility;
using OneVisit.Domain.Tests.Interview.Simulation;

namespace OneVisit.Domain.Tests.Interview;

public sealed class InterviewPropertyTests
{
    private const int Few = 100;

    [Fact]
    public void An_interview_ends_and_asks_nothing_twice() =>
        Gen.Select(TruthGen.HalfKnown, TruthGen.Services).Sample((truth, services) =>
            Run(truth, services).Asked.Select(ask => ask.Inquiry) is var asked && asked.Distinct().Count() == asked.Count(), iter: Few);

    [Fact]
    public void Who_answers_everything_gets_the_verdicts_of_the_whole_truth() =>
        Gen.Select(TruthGen.Known, TruthGen.Services).Sample((truth, services) =>
        {
            foreach (var (service, evaluation) in Run(truth, services).End.Verdicts)
                Assert.Equal((service, Households.Of(service, truth).Verdict), (service, evaluation.Verdict));
        }, iter: Few);

    [Fact]
    public void A_verdict_once_known_stays_as_it_is() =>
        Gen.Select(TruthGen.HalfKnown, TruthGen.Services).Sample((truth, services) =>
        {
            var known = new Dictionary<string, Type>(StringComparer.Ordinal);
            var run = Run(truth, services);
            foreach (var (service, evaluation) in run.Asked.SelectMany(ask => ask.Verdicts).Concat(run.End.Verdicts))
            {
                if (known.TryGetValue(service, out var before))
                    Assert.Equal(before, evaluation.Verdict.GetType());
                else if (evaluation.Verdict is not Verdict.Unknown)
                    known[service] = evaluation.Verdict.GetType();
            }
        }, iter: Few);

    [Fact]
    public void A_verdict_stays_unknown_only_by_what_nobody_knows() =>
        Gen.Select(TruthGen.HalfKnown, TruthGen.Services).Sample((truth, services) =>
        {
            var run = Run(truth, services);
            return run.End.Verdicts.SelectMany(verdict => verdict.Evaluation.OpenFacts).Where(fact => fact.Question != Question.Parents).All(run.Told.NotKnown.Contains);
        }, iter: Few);

    [Fact]
    public void The_order_of_the_people_changes_no_verdict() =>
        Gen.Select(TruthGen.Known, TruthGen.Services).Sample((truth, services) =>
            Assert.Equal(VerdictsOnThese(services, truth), VerdictsOnThese(services, truth with { People = [.. truth.People!.Value.Reverse()] })), iter: Few);

    [Fact]
    public void How_many_questions_are_left_never_grows_wildly() =>
        Gen.Select(TruthGen.Known, TruthGen.Services).Sample((truth, services) =>
        {
            var ahead = Run(truth, services).Asked.Select(ask => ask.StillToCome).ToArray();
            // Who is there brings the most, about three questions a person; a way to be entitled that failed, or a service brought in, a few.
            var most = 5 + 3 * truth.People!.Value.Length;
            return ahead.Zip(ahead.Skip(1)).All(pair => pair.Second <= pair.First + most) && ahead.All(left => left >= 1);
        }, iter: Few);

    // What else comes into play hangs on what was asked.
    private static IEnumerable<(string, Verdict)> VerdictsOnThese(string[] services, Household truth) =>
        Run(truth, services).End.Verdicts.Where(verdict => services.Contains(verdict.Service)).Select(verdict => (verdict.Service, verdict.Verdict));

    private static InterviewRun Run(Household truth, string[] services) => InterviewRun.Of(GoldenInterviews.About(services), GoldenInterviews.ResidentOf(truth));
}
