using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace OneVisit.Local.DurableTask.Tests;

public sealed class DeterminismTests : OnTheBench
{
    [Fact]
    public async Task A_step_that_became_another_fails_the_instance_and_is_named()
    {
        var failure = await Change(
            async context => { await context.CallActivityAsync("Survey"); await context.WaitForExternalEvent<int>("go"); },
            async context => { await context.CallActivityAsync("Review"); await context.WaitForExternalEvent<int>("go"); });

        Assert.Equal(
            "Step #0 of this orchestration was a call of activity 'Survey'; replayed, it is a call of activity 'Review'.",
            failure.ErrorMessage);
    }

    [Fact]
    public async Task A_step_that_vanished_fails_the_instance_and_is_named()
    {
        var failure = await Change(
            async context => { await context.CallActivityAsync("Survey"); await context.WaitForExternalEvent<int>("go"); },
            async context => await context.WaitForExternalEvent<int>("go"));

        Assert.Equal("Step #0 of this orchestration was a call of activity 'Survey'; replayed, it is not there.", failure.ErrorMessage);
    }

    [Fact]
    public async Task An_activity_that_became_a_timer_fails_the_instance()
    {
        var failure = await Change(
            async context => { await context.CallActivityAsync("Survey"); await context.WaitForExternalEvent<int>("go"); },
            async context =>
            {
                await context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
                await context.WaitForExternalEvent<int>("go");
            });

        Assert.Equal(typeof(NonDeterministicOrchestrationException).FullName, failure.ErrorType);
    }

    [Fact]
    public async Task An_orchestrator_that_returns_too_early_on_replay_fails_the_instance()
    {
        var failure = await Change(
            async context => { await context.CallActivityAsync("Survey"); await context.WaitForExternalEvent<int>("go"); },
            _ => Task.CompletedTask);

        Assert.Equal(typeof(NonDeterministicOrchestrationException).FullName, failure.ErrorType);
    }

    [Fact]
    public async Task Awaiting_something_foreign_fails_the_instance_instead_of_hanging()
    {
        bench.Orchestrator("Stray", async _ =>
        {
            await new TaskCompletionSource().Task;
            return 0;
        }).Start();

        Assert.Contains("its context did not give it", (await bench.Run("Stray")).FailureDetails!.ErrorMessage);
    }

    [Fact]
    public async Task The_context_refuses_to_be_used_from_another_thread()
    {
        TaskOrchestrationContext? leaked = null;
        bench.Orchestrator("Leak", context =>
        {
            leaked = context;
            return Task.FromResult(0);
        }).Start();
        await bench.Run("Leak");

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await leaked!.CallActivityAsync("Any"));
    }

    [Fact]
    public async Task A_new_guid_is_the_same_in_every_replay_and_differs_from_the_next()
    {
        HashSet<Guid> firsts = [], seconds = [];
        bench.Activity<int, int>("Nothing", number => number)
            .Orchestrator("Guids", async context =>
            {
                firsts.Add(context.NewGuid());
                seconds.Add(context.NewGuid());
                await context.CallActivityAsync("Nothing");
                await context.CallActivityAsync("Nothing");
                return 0;
            })
            .Start();

        await bench.Run("Guids");

        Assert.NotEqual(Assert.Single(firsts), Assert.Single(seconds));
    }

    [Fact]
    public async Task A_replay_safe_logger_writes_each_line_once()
    {
        bench.Activity<int, int>("Nothing", number => number)
            .Orchestrator("Tell", async context =>
            {
                var log = context.CreateReplaySafeLogger("Tell");
                log.LogInformation("begun");
                await context.CallActivityAsync("Nothing");
                await context.CallActivityAsync("Nothing");
                log.LogInformation("ended");
                return 0;
            })
            .Start();

        await bench.Run("Tell");

        Assert.Equal(["Information: begun", "Information: ended"], bench.Log.Lines);
    }

    [Fact]
    public async Task An_orchestrator_knows_what_it_repeats_from_what_it_lives()
    {
        List<bool> repeating = [];
        bench.Activity<int, int>("Nothing", number => number)
            .Orchestrator("Look", async context =>
            {
                repeating.Add(context.IsReplaying);
                await context.CallActivityAsync("Nothing");
                repeating.Add(context.IsReplaying);
                return 0;
            })
            .Start();

        await bench.Run("Look");

        // The first step lives through the beginning; the second repeats it and lives through the rest.
        Assert.Equal([false, true, false], repeating);
    }

    [Fact]
    public async Task Entities_are_refused_by_name()
    {
        bench.Orchestrator("Ask", context => Task.FromResult(context.Entities is null)).Start();

        var end = await bench.Run("Ask");

        Assert.Equal(typeof(NotSupportedException).FullName, end.FailureDetails!.ErrorType);
    }

    private async Task<TaskFailureDetails> Change(Func<TaskOrchestrationContext, Task> before, Func<TaskOrchestrationContext, Task> after)
    {
        Register(before);
        var id = await bench.Schedule("Changing");
        await bench.Idle();
        await bench.Crash();
        Register(after);
        await bench.Client.RaiseEventAsync(id, "go", 1, bench.Deadline);
        return (await bench.Completion(id)).FailureDetails!;
    }

    private void Register(Func<TaskOrchestrationContext, Task> run) => bench
        .Activity<int, int>("Survey", number => number)
        .Activity<int, int>("Review", number => number)
        .Orchestrator("Changing", async context => { await run(context); return 0; })
        .Start();
}
