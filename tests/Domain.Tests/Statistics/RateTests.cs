using CsCheck;
using OneVisit.Domain.Statistics;

namespace OneVisit.Domain.Tests.Statistics;

public sealed class RateTests
{
    [Fact]
    public void All_of_twelve_is_less_certain_than_all_of_fifteen_hundred()
    {
        Assert.Equal(0.758, Of(12, 12).Interval!.Value.Low, 3);
        Assert.Equal(0.997, Of(1_511, 1_511).Interval!.Value.Low, 3);
    }

    [Fact]
    public void The_interval_holds_the_rate_and_stays_between_nothing_and_all() => Gen.Select(Gen.Int[1, 2_000], Gen.Double.Unit).Sample((n, share) =>
    {
        var rate = Of((int)(n * share), n);
        var (low, high) = rate.Interval!.Value;
        return low >= 0 && low <= rate.Value + 1e-12 && rate.Value - 1e-12 <= high && high <= 1;
    });

    [Fact]
    public void Of_nothing_there_is_no_rate() => Assert.Equal((null, null), (Of(0, 0).Value, Of(0, 0).Interval));

    [Fact]
    public void All_of_any_number_may_be_all_and_none_may_be_none() =>
        Assert.All(Enumerable.Range(1, 2_000), n => Assert.Equal((1.0, 0.0), (Of(n, n).Interval!.Value.High, Of(0, n).Interval!.Value.Low)));

    [Fact]
    public void Of_four_nothing_is_said_of_five_it_is() => Assert.Equal((true, false), (Of(4, 4).IsSuppressed, Of(5, 5).IsSuppressed));

    [Fact]
    public void An_open_case_past_its_limit_counts_as_late()
    {
        var counts = new int[Cell.Size];
        (counts[(int)Measure.Open], counts[(int)Measure.Clocked], counts[(int)Measure.Green], counts[(int)Measure.Approved]) = (3, 10, 10, 10);
        var rate = Rates.OnTimeOf(new Cell(counts, [], []), openLate: 2);
        Assert.Equal((10, 12, new Exclusion(Exclusions.Open, 1)), (rate.Numerator, rate.N, Assert.Single(rate.Excluded)));
    }

    [Fact]
    public void Quantiles_are_days_that_a_case_really_took()
    {
        var duration = Duration.Of(Cell.Parse("|3=5 10=4 25=1|"))!;
        Assert.Equal((10, 3, 10, 3, 25), (duration.N, duration.Median, duration.P90, duration.Fastest, duration.Slowest));
        Assert.Equal([(7, 5), (20, 9), (30, 10), (55, 10)], duration.Within.Select(within => (within.WorkingDays, within.Cases)));
    }

    [Fact]
    public void A_lone_small_count_hides_another_with_it() => Assert.Equal("* - * : -", Hidden(3, 40, 12));

    [Fact]
    public void Beside_nothing_else_the_total_is_hidden_too() => Assert.Equal("* - : *", Hidden(3, 0));

    [Fact]
    public void Nobody_computes_a_hidden_count_from_the_total() => Gen.Int[0, 30].Array[1, 12].Sample(counts =>
    {
        var (rows, total) = Suppression.Of(counts);
        var hidden = counts.Where((_, row) => rows[row]).ToArray();
        return counts.Where((count, row) => !rows[row]).All(count => count is 0 or >= Rate.Least) && (hidden.Length == 0 || total || hidden is { Length: >= 2 } && hidden.Sum() >= Rate.Least);
    });

    [Fact]
    public void A_point_that_slips_from_almost_all_to_two_thirds_is_named() => Assert.True(Trend.Of(Of(95, 100), Of(27, 40))!.Worsened);

    [Fact]
    public void Chance_is_not_a_trend() => Assert.False(Trend.Of(Of(90, 100), Of(34, 40))!.Worsened);

    [Fact]
    public void Of_few_cases_no_trend_is_told() => Assert.Null(Trend.Of(Of(95, 100), Of(0, 19)));

    private static Rate Of(int numerator, int n) => new(Rates.OnTime, numerator, n, []);

    // A star for what is hidden: the counts, then the total.
    private static string Hidden(params int[] counts)
    {
        var (rows, total) = Suppression.Of(counts);
        return string.Join(' ', rows.Select(Star)) + " : " + Star(total);
    }

    private static string Star(bool hidden) => hidden ? "*" : "-";
}
