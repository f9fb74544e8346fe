using CsCheck;
using OneVisit.Domain.Supervision;

namespace OneVisit.Domain.Tests.Supervision;

public sealed class SamplingTests
{
    private const string Seed = "5eed";

    [Fact]
    public void The_same_seed_draws_the_same_cases_in_whatever_order_they_come() =>
        Assert.Equal(Told(Draw(Many(90))), Told(Sampling.Draw(Many(90).Reverse(), Seed, 2, 1)));

    // A recorded draw: whoever changes the rule gives it another version.
    [Fact]
    public void A_draw_of_the_past_comes_out_as_it_did() => Assert.Equal(
        ["XT-000", "XT-004", "XT-006", "XT-008", "XT-009"], Sampling.Draw(Many(10), "2026-11", 0, 1).Select(drawn => drawn.CaseId));

    [Fact]
    public void Another_seed_draws_others() => Assert.NotEqual(Told(Draw(Many(90))), Told(Sampling.Draw(Many(90), "other", 2, 1)));

    [Fact]
    public void Of_each_hundred_cases_of_a_point_thirty_are_drawn_by_lot() =>
        Assert.Equal([30, 30, 30], Draw(Many(300)).Where(drawn => drawn.Reasons.Contains(DrawReason.Lot)).CountBy(drawn => drawn.Point).Select(point => point.Value));

    [Fact]
    public void A_point_with_a_single_case_is_not_left_out() =>
        Assert.Contains(DrawReason.Lot, Draw([Case("XT-1") with { Point = "township/small", BasePercent = 1 }, .. Many(200)]).Single(drawn => drawn.Point == "township/small").Reasons);

    [Fact]
    public void Every_case_of_relatives_and_every_one_complained_about_is_drawn()
    {
        var special = Many(200).Select((candidate, i) => candidate with { Relatives = i % 9 == 0, Complained = i % 11 == 0 }).ToArray();

        var drawn = Draw(special).ToDictionary(drawn => drawn.CaseId, drawn => drawn.Reasons);

        Assert.All(special.Where(candidate => candidate.Relatives), candidate => Assert.Contains(DrawReason.Relatives, drawn[candidate.CaseId]));
        Assert.All(special.Where(candidate => candidate.Complained), candidate => Assert.Contains(DrawReason.Complaint, drawn[candidate.CaseId]));
    }

    [Fact]
    public void The_fastest_and_the_slowest_are_told_by_the_share_of_their_time()
    {
        var drawn = Draw([Case("XT-A") with { DaysUsed = 10, DaysCommitted = 20 }, Case("XT-B") with { DaysUsed = 9, DaysCommitted = 10 }, Case("XT-C") with { DaysUsed = 12, DaysCommitted = 60 }]);

        Assert.Equal(["XT-C"], With(drawn, DrawReason.Fastest));
        Assert.Equal(["XT-B"], With(drawn, DrawReason.Slowest));
    }

    [Fact]
    public void The_first_decisions_of_a_representative_are_drawn_and_the_next_is_not() => Assert.Equal(
        ["XT-1", "XT-2"],
        With(Draw([Case("XT-1") with { NumberOfDecider = 1 }, Case("XT-2") with { NumberOfDecider = 2 }, Case("XT-3") with { NumberOfDecider = 3 }, Case("XT-4")]), DrawReason.NewRepresentative));

    [Fact]
    public void Nothing_decided_nothing_drawn() => Assert.Empty(Draw([]));

    [Fact]
    public void Whatever_was_decided_each_point_is_drawn_from_and_each_drawn_case_has_its_reason() => Gen.Int[1, 60].Select(Gen.Int[1, 100]).Sample(pair =>
    {
        var cases = Many(pair.Item1).Select(candidate => candidate with { BasePercent = pair.Item2 }).ToArray();
        var drawn = Draw(cases);
        return drawn.All(one => !one.Reasons.IsEmpty) && drawn.Select(one => one.Point).Distinct().Count() == cases.Select(one => one.Point).Distinct().Count();
    });

    private static IReadOnlyList<Drawn> Draw(IEnumerable<Candidate> candidates) => Sampling.Draw(candidates, Seed, 2, 1);

    private static IEnumerable<string> Told(IEnumerable<Drawn> drawn) => drawn.Select(one => $"{one.CaseId}: {string.Join(',', one.Reasons)}");

    private static IEnumerable<string> With(IEnumerable<Drawn> drawn, DrawReason reason) => drawn.Where(one => one.Reasons.Contains(reason)).Select(one => one.CaseId);

    private static IEnumerable<Candidate> Many(int count) => Enumerable.Range(0, count).Select(i => Case($"XT-{i:000}") with { Point = $"township/{i % 3}", DaysUsed = i % 20 });

    private static Candidate Case(string caseId) => new(caseId, "D1.2", "township/0", 30, 10, 20, "staff:chief", false, false);
}
