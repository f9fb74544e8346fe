using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace OneVisit.Local.DurableTask.Tests;

public sealed class ActivityTests : OnTheBench
{
    [Fact]
    public async Task An_activity_gets_its_input_and_gives_its_result()
    {
        bench.Activity<string, string>("Greet", name => $"你好，{name}")
            .Orchestrator("Hello", context => context.CallActivityAsync<string>("Greet", context.GetInput<string>()))
            .Start();

        var end = await bench.Run("Hello", "史家庄");

        Assert.Equal("你好，史家庄", end.ReadOutputAs<string>());
    }

    [Fact]
    public async Task Activities_called_one_after_the_other_run_in_that_order()
    {
        List<int> seen = [];
        bench.Activity<int, int>("Note", number => { seen.Add(number); return number; })
            .Orchestrator("Chain", async context =>
            {
                for (var i = 0; i < 5; i++) await context.CallActivityAsync("Note", i);
                return "done";
            })
            .Start();

        await bench.Run("Chain");

        Assert.Equal([0, 1, 2, 3, 4], seen);
    }

    [Fact]
    public async Task A_thousand_activities_at_once_all_come_back()
    {
        bench.Activity<int, int>("Double", number => 2 * number)
            .Orchestrator("FanOut", async context =>
                (await Task.WhenAll(Enumerable.Range(0, 1000).Select(i => context.CallActivityAsync<int>("Double", i)))).Sum())
            .Start();

        var end = await bench.Run("FanOut");

        Assert.Equal(999_000, end.ReadOutputAs<int>());
    }

    [Fact]
    public async Task No_more_activities_run_at_a_time_than_allowed()
    {
        int running = 0, most = 0;
        bench.Activity<int, int>("Count", async (number, _) =>
            {
                var now = Interlocked.Increment(ref running);
                InterlockedMax(ref most, now);
                await Task.Yield();
                Interlocked.Decrement(ref running);
                return number;
            })
            .Orchestrator("FanOut", async context =>
                (await Task.WhenAll(Enumerable.Range(0, 100).Select(i => context.CallActivityAsync<int>("Count", i)))).Length)
            .Start();

        await bench.Run("FanOut");

        Assert.InRange(most, 1, 16);
    }

    [Fact]
    public async Task A_failed_activity_throws_TaskFailedException_with_the_type_and_message_of_the_cause()
    {
        bench.Activity<int, int>("Break", int (_) => throw new FormatException("no such village"))
            .Orchestrator("Try", async context =>
            {
                try
                {
                    return await context.CallActivityAsync<string>("Break");
                }
                catch (TaskFailedException failed)
                {
                    return $"{failed.TaskName} {failed.FailureDetails.ErrorType} {failed.FailureDetails.ErrorMessage} {failed.FailureDetails.IsCausedBy<FormatException>()}";
                }
            })
            .Start();

        var end = await bench.Run("Try");

        Assert.Equal("Break System.FormatException no such village True", end.ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_failure_nobody_catches_fails_the_orchestration_and_keeps_its_cause()
    {
        bench.Activity<int, int>("Break", int (_) => throw new FormatException("no such village"))
            .Orchestrator("Trust", context => context.CallActivityAsync<int>("Break"))
            .Start();

        var end = await bench.Run("Trust");

        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Equal(typeof(TaskFailedException).FullName, end.FailureDetails!.ErrorType);
        Assert.True(end.FailureDetails.InnerFailure!.IsCausedBy<FormatException>());
    }

    [Fact]
    public async Task An_activity_nobody_registered_fails_and_is_not_retried()
    {
        bench.Orchestrator("Ask", context => context.CallActivityAsync<int>(
            "Nobody", options: TaskOptions.FromRetryPolicy(new(5, TimeSpan.FromHours(1))))).Start();

        var end = await bench.Run("Ask");

        Assert.Contains("There is no activity called 'Nobody'", end.FailureDetails!.ErrorMessage);
    }

    [Fact]
    public async Task A_result_that_cannot_be_read_as_the_asked_type_fails_the_call()
    {
        bench.Activity<int, string>("Say", _ => "twelve")
            .Orchestrator("Count", context => context.CallActivityAsync<int>("Say"))
            .Start();

        var end = await bench.Run("Count");

        Assert.Equal("System.Text.Json.JsonException", end.FailureDetails!.ErrorType);
    }

    [Fact]
    public async Task Options_given_in_the_place_of_the_input_are_refused()
    {
        bench.Orchestrator("Mistake", context => context.CallActivityAsync<int>("Any", input: new TaskOptions())).Start();

        var end = await bench.Run("Mistake");

        Assert.Equal("System.ArgumentException", end.FailureDetails!.ErrorType);
    }

    private static void InterlockedMax(ref int target, int value)
    {
        for (var seen = Volatile.Read(ref target); seen < value; seen = Volatile.Read(ref target))
            Interlocked.CompareExchange(ref target, value, seen);
    }
}
