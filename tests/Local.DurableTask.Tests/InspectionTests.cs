using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using OneVisit.Local.DurableTask.Inspection;

namespace OneVisit.Local.DurableTask.Tests;

/// <summary>What an operator sees of the engine's file.</summary>
public sealed class InspectionTests : OnTheBench
{
    private OrchestrationInspector Inspector => new(bench.DatabasePath);

    [Fact]
    public async Task A_history_is_told_under_the_platforms_names()
    {
        bench.Activity<int, int>("double", number => number * 2)
            .Orchestrator("all", async context =>
            {
                await context.CallActivityAsync<int>("double", 2);
                await context.CallSubOrchestratorAsync<int>("part");
                await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
                return await context.WaitForExternalEvent<int>("go");
            })
            .Orchestrator("part", _ => Task.FromResult(1)).Start();
        var id = await bench.Schedule("all");
        await bench.Advance(TimeSpan.FromHours(1));
        await bench.Client.RaiseEventAsync(id, "go", 7);
        await bench.Completion(id);

        Assert.Equal(
            "ExecutionStarted TaskScheduled TaskCompleted SubOrchestrationInstanceCreated SubOrchestrationInstanceCompleted TimerCreated TimerFired EventRaised ExecutionCompleted",
            string.Join(' ', Inspector.History(id).Select(step => step.EventType)));
    }

    [Fact]
    public async Task Events_kept_over_a_new_beginning_are_told_after_it()
    {
        bench.Orchestrator("again", async context =>
        {
            if (context.GetInput<int>() == 1) return await context.WaitForExternalEvent<int>("never");
            await context.WaitForExternalEvent<int>("now");
            context.ContinueAsNew(1, preserveUnprocessedEvents: true);
            return 0;
        }).Start();
        var id = await bench.Schedule("again", 0);
        await bench.Client.RaiseEventAsync(id, "later", 1);
        await bench.Client.RaiseEventAsync(id, "now", 1);
        await bench.Idle();

        Assert.Equal(["ExecutionStarted", "EventRaised"], Inspector.History(id).Select(step => step.EventType));
    }

    [Fact]
    public async Task Instances_are_counted_by_their_status()
    {
        bench.Orchestrator("wait", context => context.WaitForExternalEvent<int>("go")).Orchestrator("done", _ => Task.FromResult(1)).Start();
        await bench.Schedule("wait");
        await bench.Run("done");
        await bench.Run("done");

        var counts = Inspector.Counts();

        Assert.Equal((1, 2, 2), (counts[OrchestrationRuntimeStatus.Running], counts[OrchestrationRuntimeStatus.Completed], counts.Count));
    }

    [Fact]
    public async Task Who_waits_long_without_a_timer_is_stuck()
    {
        bench.Orchestrator("wait", context => context.WaitForExternalEvent<int>("go"))
            .Orchestrator("sleep", async context =>
            {
                await context.CreateTimer(TimeSpan.FromDays(9), CancellationToken.None);
                return 1;
            }).Start();
        await bench.Schedule("wait", id: "w");
        await bench.Schedule("sleep", id: "s");
        await bench.Advance(TimeSpan.FromDays(2));

        Assert.Equal("w", Assert.Single(Inspector.Stuck(bench.Clock.GetUtcNow().AddDays(-1), failures: 3, most: 9)).Id);
    }

    [Fact]
    public async Task A_timer_counts_as_set_until_its_instance_has_seen_it_fire()
    {
        bench.Orchestrator("sleep", async context =>
        {
            await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
            return await context.WaitForExternalEvent<int>("go");
        }).Start();
        var id = await bench.Schedule("sleep");
        await bench.Idle();
        await bench.Client.SuspendInstanceAsync(id);
        await bench.Advance(TimeSpan.FromHours(2));

        var suspended = Inspector.Timers(id).Count;
        await bench.Client.ResumeInstanceAsync(id);
        await bench.Idle();

        Assert.Equal((1, 0), (suspended, Inspector.Timers(id).Count));
    }

    [Fact]
    public async Task Who_moved_a_moment_ago_is_not_stuck()
    {
        bench.Orchestrator("wait", context => context.WaitForExternalEvent<int>("go")).Start();
        await bench.Schedule("wait");
        await bench.Idle();

        Assert.Empty(Inspector.Stuck(bench.Clock.GetUtcNow().AddDays(-1), failures: 3, most: 9));
    }

    [Fact]
    public async Task Who_fails_again_and_again_is_stuck_and_says_in_what()
    {
        bench.Activity<int, int>("bad", _ => throw new InvalidOperationException("no"))
            .Orchestrator("try", context => context.CallActivityAsync<int>(
                "bad", 1, TaskOptions.FromRetryPolicy(new RetryPolicy(9, TimeSpan.FromMinutes(1))))).Start();
        await bench.Schedule("try");
        await bench.Advance(TimeSpan.FromMinutes(1));
        await bench.Advance(TimeSpan.FromMinutes(1));

        var stuck = Assert.Single(Inspector.Stuck(bench.Clock.GetUtcNow().AddDays(-1), failures: 3, most: 9));

        Assert.Equal(("bad", 3), (stuck.FailingActivity, stuck.Failures));
    }

    [Fact]
    public async Task Of_an_unknown_instance_there_is_no_history()
    {
        await bench.Start().Idle();

        Assert.Empty(Inspector.History("nobody"));
    }
}
