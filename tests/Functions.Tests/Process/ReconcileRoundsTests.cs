using OneVisit.Functions.Process;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Process;

public sealed class ReconcileRoundsTests
{
    private readonly MovableClock clock = new(new DateTimeOffset(2026, 11, 24, 2, 0, 0, TimeSpan.Zero));
    private readonly ReconcileRounds rounds;

    public ReconcileRoundsTests() => rounds = new ReconcileRounds(clock);

    [Fact]
    public void The_first_round_looks_at_all() => Assert.Null(rounds.Begin().From);

    [Fact]
    public void The_next_begins_with_the_oldest_case_that_is_not_finished()
    {
        Over("XT260305-AAAAAA", "XT251224-BBBBBB", "XT261120-CCCCCC");
        Assert.Equal("XT251224-BBBBBB", rounds.Begin().From);
    }

    [Fact]
    public void A_submission_of_the_last_weeks_that_comes_again_is_not_behind_it()
    {
        Over("XT261124-AAAAAA");
        Assert.Equal("XT261024", rounds.Begin().From);
    }

    [Fact]
    public void Without_a_case_under_way_it_looks_at_the_last_weeks()
    {
        Over();
        Assert.Equal("XT261024", rounds.Begin().From);
    }

    [Fact]
    public void The_first_round_of_a_day_looks_at_all_again()
    {
        Over("XT261120-AAAAAA");
        clock.Advance(TimeSpan.FromDays(1));
        Assert.Null(rounds.Begin().From);
    }

    [Fact]
    public void A_round_that_broke_off_leaves_the_next_where_it_was()
    {
        rounds.Begin().Meet("XT261120-AAAAAA");
        Assert.Null(rounds.Begin().From);
    }

    private void Over(params string[] met)
    {
        var round = rounds.Begin();
        foreach (var caseId in met)
            round.Meet(caseId);
        rounds.End(round);
    }
}
