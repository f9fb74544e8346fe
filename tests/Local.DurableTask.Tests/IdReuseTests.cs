using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace OneVisit.Local.DurableTask.Tests;

/// <summary>Starting under an id that is taken, when the caller says in which statuses that is a duplicate.</summary>
public sealed class IdReuseTests : OnTheBench
{
    [Fact]
    public async Task An_instance_in_a_status_named_refuses_the_start()
    {
        await Finished();

        await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(() => StartAgain(OrchestrationRuntimeStatus.Completed));
    }

    [Fact]
    public async Task A_finished_instance_in_a_status_not_named_is_replaced()
    {
        await Finished();

        await StartAgain(OrchestrationRuntimeStatus.Failed);

        Assert.Equal("again", (await bench.Look("one")).ReadInputAs<string>());
    }

    [Fact]
    public async Task An_instance_that_is_still_going_is_replaced_if_no_status_refuses()
    {
        await Going();

        await StartAgain();

        Assert.Equal("again", (await bench.Look("one")).ReadInputAs<string>());
    }

    [Fact]
    public async Task The_timer_of_a_replaced_instance_does_not_wake_the_new_one()
    {
        await Going();
        await StartAgain();

        await bench.Advance(TimeSpan.FromDays(1));

        Assert.Equal(OrchestrationRuntimeStatus.Running, (await bench.Look("one")).RuntimeStatus);
    }

    [Fact]
    public async Task The_parent_of_a_replaced_child_learns_that_it_was_ended()
    {
        Register().Orchestrator("Parent", async context =>
        {
            try
            {
                return await context.CallSubOrchestratorAsync<string>("Wait", "child", new SubOrchestrationOptions { InstanceId = "one" });
            }
            catch (TaskFailedException failed)
            {
                return failed.FailureDetails.ErrorType;
            }
        }).Start();
        var parent = await bench.Schedule("Parent");
        await bench.Idle();

        await StartAgain();

        Assert.Equal("Terminated", (await bench.Completion(parent)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Refusing_terminated_ones_while_ending_running_ones_makes_no_sense()
    {
        await Going();

        await Assert.ThrowsAsync<ArgumentException>(() => StartAgain(OrchestrationRuntimeStatus.Terminated));
    }

    [Fact]
    public async Task A_status_that_does_not_exist_is_refused()
    {
        await Finished();

        await Assert.ThrowsAsync<ArgumentException>(() => bench.Client.ScheduleNewOrchestrationInstanceAsync(
            "Wait", "again", new StartOrchestrationOptions("one") { DedupeStatuses = ["Asleep"] }, bench.Deadline));
    }

    [Fact]
    public async Task A_finished_instance_is_restarted_in_its_place_with_its_input()
    {
        await Finished();

        await bench.Client.RestartAsync("one", cancellation: bench.Deadline);

        Assert.Equal("quick", (await bench.Completion("one")).ReadInputAs<string>());
    }

    [Fact]
    public async Task An_instance_is_restarted_under_a_new_id_beside_the_old_one()
    {
        await Going();

        var id = await bench.Client.RestartAsync("one", restartWithNewInstanceId: true, bench.Deadline);

        Assert.Equal(("slow", "slow"), ((await bench.Look("one")).ReadInputAs<string>(), (await bench.Look(id)).ReadInputAs<string>()));
    }

    [Fact]
    public async Task An_instance_that_is_still_going_is_not_restarted_in_its_place()
    {
        await Going();

        await Assert.ThrowsAsync<InvalidOperationException>(() => bench.Client.RestartAsync("one", cancellation: bench.Deadline));
    }

    [Fact]
    public async Task An_unknown_instance_cannot_be_restarted()
    {
        Register().Start();

        await Assert.ThrowsAsync<ArgumentException>(() => bench.Client.RestartAsync("nobody", cancellation: bench.Deadline));
    }

    private Bench Register() => bench.Orchestrator("Wait", async context =>
    {
        if (context.GetInput<string>() == "slow") await context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
        else if (context.GetInput<string>() != "quick") await context.WaitForExternalEvent<int>("go");
        return "ended";
    });

    private async Task Finished()
    {
        Register().Start();
        await bench.Completion(await bench.Schedule("Wait", "quick", "one"));
    }

    private async Task Going()
    {
        Register().Start();
        await bench.Schedule("Wait", "slow", "one");
        await bench.Idle();
    }

    private Task<string> StartAgain(params OrchestrationRuntimeStatus[] refusing) => bench.Client.ScheduleNewOrchestrationInstanceAsync(
        "Wait", "again", new StartOrchestrationOptions("one").WithDedupeStatuses(refusing), bench.Deadline);
}
