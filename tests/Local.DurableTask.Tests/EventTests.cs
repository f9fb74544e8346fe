using Grpc.Core;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace OneVisit.Local.DurableTask.Tests;

public sealed class EventTests : OnTheBench
{
    [Fact]
    public async Task An_event_completes_the_wait_with_its_payload()
    {
        bench.Orchestrator("Wait", context => context.WaitForExternalEvent<string>("decided")).Start();
        var id = await bench.Schedule("Wait");
        await bench.Idle();
        await bench.Client.RaiseEventAsync(id, "decided", "approve", bench.Deadline);

        Assert.Equal("approve", (await bench.Completion(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task The_case_of_an_event_name_does_not_matter()
    {
        bench.Orchestrator("Wait", context => context.WaitForExternalEvent<string>("Decided")).Start();
        var id = await bench.Schedule("Wait");
        await bench.Client.RaiseEventAsync(id, "dECIDED", "approve", bench.Deadline);

        Assert.Equal("approve", (await bench.Completion(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Events_that_come_before_the_wait_are_kept_in_the_order_in_which_they_came()
    {
        bench.Orchestrator("Late", async context =>
        {
            await context.WaitForExternalEvent<string>("go");
            var first = await context.WaitForExternalEvent<int>("number");
            var second = await context.WaitForExternalEvent<int>("number");
            return $"{first},{second}";
        }).Start();
        var id = await bench.Schedule("Late");
        await bench.Client.RaiseEventAsync(id, "number", 1, bench.Deadline);
        await bench.Client.RaiseEventAsync(id, "number", 2, bench.Deadline);
        await bench.Client.RaiseEventAsync(id, "go", cancellation: bench.Deadline);

        Assert.Equal("1,2", (await bench.Completion(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task An_event_raised_before_the_first_step_is_not_lost()
    {
        bench.Orchestrator("Wait", context => context.WaitForExternalEvent<string>("decided"));
        var id = await bench.Schedule("Wait");
        await bench.Client.RaiseEventAsync(id, "decided", "early", bench.Deadline);
        bench.Start();

        Assert.Equal("early", (await bench.Completion(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Of_two_waiters_the_first_gets_the_first_event()
    {
        bench.Orchestrator("Both", async context =>
        {
            var one = context.WaitForExternalEvent<string>("letter");
            var two = context.WaitForExternalEvent<string>("letter");
            return $"{await one}{await two}";
        }).Start();
        var id = await bench.Schedule("Both");
        await bench.Client.RaiseEventAsync(id, "letter", "a", bench.Deadline);
        await bench.Client.RaiseEventAsync(id, "letter", "b", bench.Deadline);

        Assert.Equal("ab", (await bench.Completion(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_wait_that_times_out_throws_TaskCanceledException()
    {
        bench.Orchestrator("Brief", async context =>
        {
            try
            {
                return await context.WaitForExternalEvent<string>("decided", TimeSpan.FromDays(1));
            }
            catch (TaskCanceledException)
            {
                return "too late";
            }
        }).Start();
        var id = await bench.Schedule("Brief");
        await bench.Advance(TimeSpan.FromDays(1));

        Assert.Equal("too late", (await bench.Look(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_waiter_that_timed_out_does_not_eat_the_next_event()
    {
        bench.Orchestrator("Twice", async context =>
        {
            try
            {
                await context.WaitForExternalEvent<string>("decided", TimeSpan.FromDays(1));
            }
            catch (TaskCanceledException)
            {
            }

            return await context.WaitForExternalEvent<string>("decided");
        }).Start();
        var id = await bench.Schedule("Twice");
        await bench.Advance(TimeSpan.FromDays(1));
        await bench.Client.RaiseEventAsync(id, "decided", "approve", bench.Deadline);

        Assert.Equal("approve", (await bench.Completion(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task An_event_in_time_leaves_no_timer_behind()
    {
        bench.Orchestrator("Brief", async context =>
        {
            var decision = await context.WaitForExternalEvent<string>("decided", TimeSpan.FromDays(1));
            await context.WaitForExternalEvent<string>("more");
            return decision;
        }).Start();
        var id = await bench.Schedule("Brief");
        await bench.Client.RaiseEventAsync(id, "decided", "approve", bench.Deadline);
        await bench.Idle();

        Assert.Null(await bench.Engine.NextTimerAsync(bench.Deadline));
    }

    [Fact]
    public async Task An_event_for_an_unknown_instance_is_dropped_with_a_warning()
    {
        await bench.Client.RaiseEventAsync("nobody", "decided", "approve", bench.Deadline);

        Assert.Contains("Warning: Event decided dropped: there is no orchestration nobody", bench.Log.Lines);
    }

    [Fact]
    public async Task An_event_for_a_finished_instance_is_refused()
    {
        bench.Orchestrator("Short", _ => Task.FromResult(1)).Start();
        var end = await bench.Run("Short");

        var refusal = await Assert.ThrowsAsync<RpcException>(
            () => bench.Client.RaiseEventAsync(end.InstanceId, "decided", "approve", bench.Deadline));

        Assert.Equal(StatusCode.Unknown, refusal.StatusCode);
    }

    [Fact]
    public async Task One_orchestration_can_send_an_event_to_another()
    {
        bench.Orchestrator("Wait", context => context.WaitForExternalEvent<string>("word"))
            .Orchestrator("Speak", context =>
            {
                context.SendEvent(context.GetInput<string>()!, "word", "hello");
                return Task.FromResult("sent");
            })
            .Start();
        var listener = await bench.Schedule("Wait");
        await bench.Run("Speak", listener);

        Assert.Equal("hello", (await bench.Completion(listener)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_payload_of_the_wrong_type_fails_the_wait()
    {
        bench.Orchestrator("Wait", context => context.WaitForExternalEvent<int>("number")).Start();
        var id = await bench.Schedule("Wait");
        await bench.Client.RaiseEventAsync(id, "number", "many", bench.Deadline);

        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await bench.Completion(id)).RuntimeStatus);
    }
}
