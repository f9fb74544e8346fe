using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace OneVisit.Local.DurableTask.Tests;

public sealed class ContinueAsNewTests : OnTheBench
{
    [Fact]
    public async Task It_starts_over_with_the_new_input_under_the_same_id()
    {
        bench.Orchestrator("Count", context =>
        {
            var round = context.GetInput<int>();
            if (round < 5) context.ContinueAsNew(round + 1);
            return Task.FromResult(round);
        }).Start();
        var id = await bench.Schedule("Count", 0, "loop");

        var end = await bench.Completion(id);

        Assert.Equal((5, 5), (end.ReadOutputAs<int>(), end.ReadInputAs<int>()));
    }

    [Fact]
    public async Task Events_nobody_waited_for_pass_over_in_their_order()
    {
        bench.Orchestrator("Collect", Collect(preserve: true)).Start();

        Assert.Equal("1,2,3", (await Feed()).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Events_nobody_waited_for_are_dropped_when_so_asked()
    {
        bench.Orchestrator("Collect", Collect(preserve: false)).Start();

        Assert.Equal("4,5,6", (await Feed()).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Timers_of_the_earlier_execution_are_forgotten()
    {
        bench.Orchestrator("Again", async context =>
        {
            if (context.GetInput<bool>()) return await context.WaitForExternalEvent<string>("never");
            _ = context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
            context.ContinueAsNew(true);
            return "";
        }).Start();
        await bench.Schedule("Again", false);
        await bench.Idle();

        Assert.Null(await bench.Engine.NextTimerAsync(bench.Deadline));
    }

    [Fact]
    public async Task The_result_of_an_activity_of_the_earlier_execution_is_dropped()
    {
        TaskCompletionSource<string> slow = new();
        bench.Activity<int, string>("Slow", (_, _) => slow.Task)
            .Orchestrator("Again", async context =>
            {
                if (context.GetInput<bool>())
                {
                    await context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
                    return "";
                }

                _ = context.CallActivityAsync<string>("Slow");
                context.ContinueAsNew(true);
                return "";
            }).Start();
        var id = await bench.Schedule("Again", false);
        await bench.Client.WaitForInstanceStartAsync(id, bench.Deadline);
        slow.SetResult("old");

        Assert.Equal(OrchestrationRuntimeStatus.Running, (await bench.Look(id)).RuntimeStatus);
    }

    [Fact]
    public async Task A_child_that_starts_over_still_answers_its_parent()
    {
        bench.Orchestrator("Child", context =>
            {
                var round = context.GetInput<int>();
                if (round < 3) context.ContinueAsNew(round + 1);
                return Task.FromResult(round);
            })
            .Orchestrator("Parent", context => context.CallSubOrchestratorAsync<int>("Child", 0))
            .Start();

        Assert.Equal(3, (await bench.Run("Parent")).ReadOutputAs<int>());
    }

    private static Func<TaskOrchestrationContext, Task<string>> Collect(bool preserve) => async context =>
    {
        if (context.GetInput<string>() == "second")
        {
            var first = await context.WaitForExternalEvent<int>("number");
            var second = await context.WaitForExternalEvent<int>("number");
            return $"{first},{second},{await context.WaitForExternalEvent<int>("number")}";
        }

        await context.WaitForExternalEvent<string>("go");
        context.ContinueAsNew("second", preserve);
        return "";
    };

    private async Task<OrchestrationMetadata> Feed()
    {
        var id = await bench.Schedule("Collect", "first");
        foreach (var number in new[] { 1, 2, 3 }) await bench.Client.RaiseEventAsync(id, "number", number, bench.Deadline);
        await bench.Client.RaiseEventAsync(id, "go", cancellation: bench.Deadline);
        await bench.Idle();
        if ((await bench.Look(id)).IsCompleted) return await bench.Look(id);
        foreach (var number in new[] { 4, 5, 6 }) await bench.Client.RaiseEventAsync(id, "number", number, bench.Deadline);
        return await bench.Completion(id);
    }
}
