using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace OneVisit.Local.DurableTask.Tests;

public sealed class SubOrchestrationTests : OnTheBench
{
    [Fact]
    public async Task A_parent_gets_the_result_of_its_child()
    {
        bench.Orchestrator("Child", context => Task.FromResult(context.GetInput<int>() + 1))
            .Orchestrator("Parent", context => context.CallSubOrchestratorAsync<int>("Child", 41))
            .Start();

        Assert.Equal(42, (await bench.Run("Parent")).ReadOutputAs<int>());
    }

    [Fact]
    public async Task A_child_knows_its_parent()
    {
        bench.Orchestrator("Child", context => Task.FromResult($"{context.Parent!.Name}/{context.Parent.InstanceId}"))
            .Orchestrator("Parent", context => context.CallSubOrchestratorAsync<string>("Child"))
            .Start();

        var id = await bench.Schedule("Parent", id: "p-1");

        Assert.Equal("Parent/p-1", (await bench.Completion(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task An_orchestration_started_by_a_client_has_no_parent()
    {
        bench.Orchestrator("Alone", context => Task.FromResult(context.Parent is null)).Start();

        Assert.True((await bench.Run("Alone")).ReadOutputAs<bool>());
    }

    [Fact]
    public async Task A_child_runs_under_the_id_its_parent_chose()
    {
        bench.Orchestrator("Child", context => Task.FromResult(context.InstanceId))
            .Orchestrator("Parent", context =>
                context.CallSubOrchestratorAsync<string>("Child", new TaskOptions().WithInstanceId("child-of-mine")))
            .Start();

        Assert.Equal("child-of-mine", (await bench.Run("Parent")).ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_failed_child_throws_TaskFailedException_in_its_parent()
    {
        bench.Orchestrator("Child", Task<int> (_) => throw new FormatException("bad"))
            .Orchestrator("Parent", async context =>
            {
                try
                {
                    return await context.CallSubOrchestratorAsync<string>("Child");
                }
                catch (TaskFailedException failed)
                {
                    return failed.FailureDetails.ToString();
                }
            })
            .Start();

        Assert.Equal("System.FormatException: bad", (await bench.Run("Parent")).ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_failed_child_is_retried_by_policy()
    {
        var runs = 0;
        bench.Activity<int, int>("Count", _ => Interlocked.Increment(ref runs))
            .Orchestrator("Child", async context =>
                await context.CallActivityAsync<int>("Count") > 1 ? "better" : throw new FormatException("bad"))
            .Orchestrator("Parent", context => context.CallSubOrchestratorAsync<string>(
                "Child", TaskOptions.FromRetryPolicy(new(2, TimeSpan.FromMinutes(1)))))
            .Start();
        var id = await bench.Schedule("Parent");
        await bench.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal("better", (await bench.Look(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_child_id_that_is_in_use_fails_the_call()
    {
        bench.Orchestrator("Wait", context => context.WaitForExternalEvent<string>("never"))
            .Orchestrator("Parent", context =>
                context.CallSubOrchestratorAsync<string>("Wait", new TaskOptions().WithInstanceId("taken")))
            .Start();
        await bench.Schedule("Wait", id: "taken");

        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await bench.Run("Parent")).RuntimeStatus);
    }

    [Fact]
    public async Task A_terminated_child_fails_the_call()
    {
        bench.Orchestrator("Wait", context => context.WaitForExternalEvent<string>("never"))
            .Orchestrator("Parent", context =>
                context.CallSubOrchestratorAsync<string>("Wait", new TaskOptions().WithInstanceId("child")))
            .Start();
        var id = await bench.Schedule("Parent");
        await bench.Idle();
        await bench.Client.TerminateInstanceAsync("child", bench.Deadline);

        Assert.Contains("was terminated", (await bench.Completion(id)).FailureDetails!.ErrorMessage);
    }
}
