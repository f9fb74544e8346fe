using Grpc.Core;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace OneVisit.Local.DurableTask.Tests;

public sealed class LifecycleTests : OnTheBench
{
    [Fact]
    public async Task Terminating_ends_an_orchestration_with_the_given_output()
    {
        var id = await Waiting();
        await bench.Client.TerminateInstanceAsync(id, "withdrawn", bench.Deadline);

        var end = await bench.Completion(id);

        Assert.Equal((OrchestrationRuntimeStatus.Terminated, "withdrawn"), (end.RuntimeStatus, end.ReadOutputAs<string>()));
    }

    [Fact]
    public async Task Terminating_leaves_no_timer_behind()
    {
        bench.Orchestrator("Sleep", async context =>
        {
            await context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
            return 0;
        }).Start();
        var id = await bench.Schedule("Sleep");
        await bench.Idle();
        await bench.Client.TerminateInstanceAsync(id, bench.Deadline);
        await bench.Completion(id);

        Assert.Null(await bench.Engine.NextTimerAsync(bench.Deadline));
    }

    [Fact]
    public async Task Terminating_leaves_children_alone_unless_told_otherwise()
    {
        var (parent, child) = await Family();
        await bench.Client.TerminateInstanceAsync(parent, bench.Deadline);

        Assert.Equal(OrchestrationRuntimeStatus.Running, (await bench.Look(child)).RuntimeStatus);
    }

    [Fact]
    public async Task Recursive_termination_takes_the_children_along()
    {
        var (parent, child) = await Family();
        await bench.Client.TerminateInstanceAsync(parent, new TerminateInstanceOptions(Recursive: true), bench.Deadline);

        Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await bench.Look(child)).RuntimeStatus);
    }

    [Fact]
    public async Task A_finished_orchestration_cannot_be_terminated()
    {
        bench.Orchestrator("Short", _ => Task.FromResult(1)).Start();
        var end = await bench.Run("Short");

        await Assert.ThrowsAsync<RpcException>(() => bench.Client.TerminateInstanceAsync(end.InstanceId, bench.Deadline));
    }

    [Fact]
    public async Task A_suspended_orchestration_keeps_what_reaches_it_and_goes_on_when_resumed()
    {
        var id = await Waiting();
        await bench.Client.SuspendInstanceAsync(id, "audit", bench.Deadline);
        await bench.Idle();
        await bench.Client.RaiseEventAsync(id, "go", "now", bench.Deadline);
        var held = (await bench.Look(id)).RuntimeStatus;
        await bench.Client.ResumeInstanceAsync(id, "done", bench.Deadline);

        Assert.Equal(
            (OrchestrationRuntimeStatus.Suspended, "now"), (held, (await bench.Completion(id)).ReadOutputAs<string>()));
    }

    [Fact]
    public async Task A_suspended_orchestration_can_be_terminated()
    {
        var id = await Waiting();
        await bench.Client.SuspendInstanceAsync(id, null, bench.Deadline);
        await bench.Client.TerminateInstanceAsync(id, bench.Deadline);

        Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await bench.Completion(id)).RuntimeStatus);
    }

    [Fact]
    public async Task A_suspension_survives_a_restart()
    {
        var id = await Waiting();
        await bench.Client.SuspendInstanceAsync(id, null, bench.Deadline);
        await bench.Idle();
        await bench.Crash();
        bench.Orchestrator("Wait", Wait).Start();
        await bench.Client.RaiseEventAsync(id, "go", "now", bench.Deadline);

        Assert.Equal(OrchestrationRuntimeStatus.Suspended, (await bench.Look(id)).RuntimeStatus);
    }

    [Fact]
    public async Task Only_a_suspended_orchestration_can_be_resumed()
    {
        var id = await Waiting();

        await Assert.ThrowsAsync<RpcException>(() => bench.Client.ResumeInstanceAsync(id, bench.Deadline));
    }

    [Fact]
    public async Task A_purged_orchestration_is_gone()
    {
        bench.Orchestrator("Short", _ => Task.FromResult(1)).Start();
        var end = await bench.Run("Short");

        var purged = await bench.Client.PurgeInstanceAsync(end.InstanceId, bench.Deadline);

        Assert.Equal(1, purged.PurgedInstanceCount);
        Assert.Null(await bench.Client.GetInstanceAsync(end.InstanceId, bench.Deadline));
    }

    [Fact]
    public async Task An_orchestration_that_is_still_going_is_not_purged()
    {
        var id = await Waiting();

        Assert.Equal(0, (await bench.Client.PurgeInstanceAsync(id, bench.Deadline)).PurgedInstanceCount);
    }

    [Fact]
    public async Task Purging_by_filter_takes_only_what_was_created_in_the_span()
    {
        bench.Orchestrator("Short", _ => Task.FromResult(1)).Start();
        await bench.Run("Short");
        var noon = bench.Clock.GetUtcNow();
        await bench.Advance(TimeSpan.FromHours(1));
        await bench.Run("Short");

        var purged = await bench.Client.PurgeAllInstancesAsync(new(CreatedTo: noon), bench.Deadline);

        Assert.Equal(1, purged.PurgedInstanceCount);
    }

    [Fact]
    public async Task Purging_by_status_takes_only_those_and_none_that_is_still_going()
    {
        bench.Orchestrator("Short", _ => Task.FromResult(1))
            .Orchestrator("Broken", Task<int> (_) => throw new FormatException("bad"))
            .Orchestrator("Long", context => context.WaitForExternalEvent<int>("go"))
            .Start();
        await bench.Run("Broken");
        var done = await bench.Run("Short");
        var going = await bench.Schedule("Long");
        await bench.Idle();

        await bench.Client.PurgeAllInstancesAsync(
            new(Statuses: [OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Running]), bench.Deadline);

        Assert.Equal(
            new[] { done.InstanceId, going }.Order(StringComparer.Ordinal),
            await bench.Client.GetAllInstancesAsync().Select(instance => instance.InstanceId).Order(StringComparer.Ordinal).ToListAsync(bench.Deadline));
    }

    [Fact]
    public async Task Recursive_purging_takes_the_children_along()
    {
        bench.Orchestrator("Child", _ => Task.FromResult(1))
            .Orchestrator("Parent", context => context.CallSubOrchestratorAsync<int>("Child"))
            .Start();
        var end = await bench.Run("Parent");

        var purged = await bench.Client.PurgeInstanceAsync(end.InstanceId, new PurgeInstanceOptions(Recursive: true), bench.Deadline);

        Assert.Equal(2, purged.PurgedInstanceCount);
    }

    [Fact]
    public async Task The_custom_status_is_the_last_one_set()
    {
        bench.Orchestrator("Report", async context =>
        {
            context.SetCustomStatus("collecting");
            context.SetCustomStatus(new { stage = "survey", round = 2 });
            return await context.WaitForExternalEvent<string>("go");
        }).Start();
        var id = await bench.Schedule("Report");

        Assert.Equal("""{"stage":"survey","round":2}""", (await bench.Look(id)).SerializedCustomStatus);
    }

    [Fact]
    public async Task A_custom_status_over_16_KB_is_refused()
    {
        bench.Orchestrator("Report", context =>
        {
            context.SetCustomStatus(new string('x', 8192));
            return Task.FromResult(0);
        }).Start();

        Assert.Equal("System.ArgumentException", (await bench.Run("Report")).FailureDetails!.ErrorType);
    }

    private static Task<string> Wait(TaskOrchestrationContext context) => context.WaitForExternalEvent<string>("go");

    private async Task<string> Waiting()
    {
        var id = await bench.Orchestrator("Wait", Wait).Start().Schedule("Wait");
        await bench.Idle();
        return id;
    }

    private async Task<(string Parent, string Child)> Family()
    {
        bench.Orchestrator("Wait", Wait)
            .Orchestrator("Parent", context =>
                context.CallSubOrchestratorAsync<string>("Wait", new TaskOptions().WithInstanceId("child")))
            .Start();
        var parent = await bench.Schedule("Parent");
        await bench.Idle();
        return (parent, "child");
    }
}
