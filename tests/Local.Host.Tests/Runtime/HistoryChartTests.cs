using Microsoft.DurableTask;
using OneVisit.Local.DurableTask.Inspection;
using OneVisit.Local.Host.Runtime;

namespace OneVisit.Local.Host.Tests.Runtime;

public sealed class HistoryChartTests
{
    private static readonly DateTimeOffset Nine = new(2026, 11, 24, 1, 0, 0, TimeSpan.Zero);
    private static readonly HistoryStep Start = new("ExecutionStarted", Nine, Name: "Bake");

    [Fact]
    public void An_activity_is_a_bar_from_its_order_to_its_result() => Assert.Equal(
        new Bar("activity", "Knead", Nine, Nine.AddMinutes(2), "done", Detail: "dough"),
        Only(Nine.AddMinutes(3), Start, new("TaskScheduled", Nine, 0, "Knead"), new("TaskCompleted", Nine.AddMinutes(2), 0, "Knead", "\"dough\"")));

    [Fact]
    public void A_failed_activity_says_why_without_the_numbers_of_people()
    {
        var bar = Only(
            Nine.AddMinutes(3), Start, new("TaskScheduled", Nine, 0, "Knead"),
            new("TaskFailed", Nine.AddMinutes(2), 0, "Knead") { Failure = TaskFailureDetails.FromException(new InvalidOperationException("ask 13812345678")) });

        Assert.Equal(("failed", "System.InvalidOperationException: ask 138****5678"), (bar.State, bar.Detail));
    }

    [Fact]
    public void An_activity_without_a_result_goes_on()
    {
        var bar = Only(null, Start, new("TaskScheduled", Nine, 0, "Knead"));

        Assert.Equal(("open", null), (bar.State, bar.To));
    }

    [Fact]
    public void An_activity_without_a_result_ended_with_its_orchestration()
    {
        var bar = Only(Nine.AddMinutes(3), Start, new("TaskScheduled", Nine, 0, "Knead"));

        Assert.Equal(("cancelled", Nine.AddMinutes(3)), (bar.State, bar.To));
    }

    [Fact]
    public void A_timer_that_is_set_goes_on_until_it_is_due()
    {
        var bar = Assert.Single(new HistoryChart([Start, Timer], new HashSet<int> { 0 }, finished: null).Bars());

        Assert.Equal(("open", null, Nine.AddDays(1)), (bar.State, bar.To, bar.Due));
    }

    [Fact]
    public void A_timer_that_is_set_no_more_was_cancelled_by_what_came_next()
    {
        var bar = new HistoryChart([Start, Timer, new("EventRaised", Nine.AddHours(1), Name: "door")], new HashSet<int>(), finished: null).Bars()[0];

        Assert.Equal(("cancelled", Nine.AddHours(1)), (bar.State, bar.To));
    }

    [Fact]
    public void Who_has_nothing_open_waits_for_an_event()
    {
        var bar = Only(null, Start);

        Assert.Equal(("waiting", Nine), (bar.Kind, bar.From));
    }

    [Fact]
    public void Who_has_finished_waits_for_nothing() => Assert.Empty(new HistoryChart([Start], new HashSet<int>(), Nine).Bars());

    private static HistoryStep Timer => new("TimerCreated", Nine, 0) { FireAt = Nine.AddDays(1) };

    private static Bar Only(DateTimeOffset? finished, params HistoryStep[] history) =>
        Assert.Single(new HistoryChart(history, new HashSet<int>(), finished).Bars());
}
