using DurableTask.Core.Exceptions;
using Grpc.Core;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace OneVisit.Local.DurableTask.Tests;

public sealed class ClientTests : OnTheBench
{
    [Fact]
    public async Task A_second_start_under_the_id_of_a_running_orchestration_is_refused()
    {
        Register();
        await bench.Schedule("Wait", id: "one");

        await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(() => bench.Schedule("Wait", id: "one"));
    }

    [Fact]
    public async Task A_start_under_the_id_of_a_finished_orchestration_replaces_it()
    {
        Register();
        await bench.Completion(await bench.Schedule("Echo", "first", "one"));

        var end = await bench.Completion(await bench.Schedule("Echo", "second", "one"));

        Assert.Equal("second", end.ReadOutputAs<string>());
    }

    [Theory]
    [InlineData("@one")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a#b")]
    [InlineData("a?b")]
    [InlineData("a\tb")]
    public async Task An_id_the_back_end_cannot_hold_is_refused(string id)
    {
        Register();

        await Assert.ThrowsAsync<RpcException>(() => bench.Schedule("Echo", id: id));
    }

    [Fact]
    public async Task An_orchestrator_nobody_registered_is_refused()
    {
        Register();

        var refusal = await Assert.ThrowsAsync<RpcException>(() => bench.Schedule("Nobody"));

        Assert.Contains("There is no orchestrator called 'Nobody'", refusal.Message);
    }

    [Fact]
    public async Task A_planned_start_waits_for_its_time()
    {
        Register();
        var options = new StartOrchestrationOptions("later", bench.Clock.GetUtcNow().AddDays(1));
        await bench.Client.ScheduleNewOrchestrationInstanceAsync("Echo", "x", options, bench.Deadline);
        var before = (await bench.Look("later")).RuntimeStatus;
        await bench.Advance(TimeSpan.FromDays(1));

        Assert.Equal(
            (OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Completed),
            (before, (await bench.Look("later")).RuntimeStatus));
    }

    [Fact]
    public async Task An_unknown_instance_is_null()
    {
        Assert.Null(await bench.Client.GetInstanceAsync("nobody", bench.Deadline));
    }

    [Fact]
    public async Task Without_asking_for_them_inputs_and_outputs_stay_in_the_store()
    {
        Register();
        var id = await bench.Schedule("Echo", "secret");

        var end = await bench.Client.WaitForInstanceCompletionAsync(id, bench.Deadline);

        Assert.Null(end.SerializedInput);
        Assert.Throws<InvalidOperationException>(() => end.ReadOutputAs<string>());
    }

    [Fact]
    public async Task Waiting_for_the_start_ends_once_the_first_step_is_taken()
    {
        Register();
        var id = await bench.Schedule("Wait");

        var started = await bench.Client.WaitForInstanceStartAsync(id, bench.Deadline);

        Assert.Equal(OrchestrationRuntimeStatus.Running, started.RuntimeStatus);
    }

    [Fact]
    public async Task Waiting_can_be_cancelled()
    {
        Register();
        var id = await bench.Schedule("Wait");
        using CancellationTokenSource source = new();
        var waiting = bench.Client.WaitForInstanceCompletionAsync(id, source.Token);
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public async Task Listing_goes_through_all_pages()
    {
        Register();
        for (var i = 0; i < 25; i++) await bench.Schedule("Wait", id: $"case-{i:00}");

        List<string> listed = [];
        await foreach (var instance in bench.Client.GetAllInstancesAsync(new(PageSize: 10))) listed.Add(instance.InstanceId);

        Assert.Equal(Enumerable.Range(0, 25).Select(i => $"case-{i:00}"), listed);
    }

    [Fact]
    public async Task Listing_filters_by_prefix_and_status()
    {
        Register();
        await bench.Schedule("Wait", id: "case-open");
        await bench.Completion(await bench.Schedule("Echo", "x", "case-done"));
        await bench.Completion(await bench.Schedule("Echo", "x", "other-done"));
        await bench.Idle();

        List<string> listed = [];
        OrchestrationQuery query = new(Statuses: [OrchestrationRuntimeStatus.Completed], InstanceIdPrefix: "case-");
        await foreach (var instance in bench.Client.GetAllInstancesAsync(query)) listed.Add(instance.InstanceId);

        Assert.Equal(["case-done"], listed);
    }

    private void Register() => bench
        .Orchestrator("Wait", context => context.WaitForExternalEvent<string>("never"))
        .Orchestrator("Echo", context => Task.FromResult(context.GetInput<string>()))
        .Start();
}
