using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace OneVisit.Local.DurableTask.Tests;

public sealed class TimerTests : OnTheBench
{
    [Fact]
    public async Task A_timer_fires_once_the_clock_is_moved_past_it()
    {
        var id = await Sleep(TimeSpan.FromDays(20));
        await bench.Advance(TimeSpan.FromDays(20));

        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await bench.Look(id)).RuntimeStatus);
    }

    [Fact]
    public async Task A_timer_does_not_fire_a_second_early()
    {
        var id = await Sleep(TimeSpan.FromDays(20));
        await bench.Advance(TimeSpan.FromDays(20) - TimeSpan.FromSeconds(1));

        Assert.Equal(OrchestrationRuntimeStatus.Running, (await bench.Look(id)).RuntimeStatus);
    }

    [Fact]
    public async Task A_timer_that_was_due_while_the_engine_was_down_fires_at_the_next_start()
    {
        var id = await Sleep(TimeSpan.FromDays(3));
        await bench.Crash();
        bench.Clock.Advance(TimeSpan.FromDays(4));
        bench.Orchestrator("Sleep", Sleeping).Start();

        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await bench.Completion(id)).RuntimeStatus);
    }

    [Fact]
    public async Task A_time_already_past_fires_at_once()
    {
        var id = await Sleep(TimeSpan.FromDays(-1));

        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await bench.Look(id)).RuntimeStatus);
    }

    [Fact]
    public async Task Timers_fire_in_the_order_of_their_times_however_far_the_clock_jumps()
    {
        bench.Orchestrator("Race", async context =>
        {
            List<int> order = [];
            await Task.WhenAll(new[] { 3, 1, 2 }.Select(async day =>
            {
                await context.CreateTimer(TimeSpan.FromDays(day), CancellationToken.None);
                order.Add(day);
            }));
            return string.Join(',', order);
        }).Start();
        var id = await bench.Schedule("Race");
        await bench.Advance(TimeSpan.FromDays(9));

        Assert.Equal("1,2,3", (await bench.Look(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_cancelled_timer_throws_and_is_no_longer_due()
    {
        bench.Orchestrator("Change", async context =>
        {
            using CancellationTokenSource source = new();
            var timer = context.CreateTimer(TimeSpan.FromDays(1), source.Token);
            await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
            source.Cancel();
            var cancelled = timer.IsCanceled;
            await context.WaitForExternalEvent<string>("never");
            return cancelled;
        }).Start();
        await bench.Schedule("Change");
        await bench.Advance(TimeSpan.FromHours(1));

        Assert.Null(await bench.Engine.NextTimerAsync(bench.Deadline));
    }

    [Fact]
    public async Task The_next_timer_is_the_earliest_of_all_instances()
    {
        bench.Orchestrator("Sleep", Sleeping).Start();
        await bench.Schedule("Sleep", TimeSpan.FromDays(5));
        await bench.Schedule("Sleep", TimeSpan.FromDays(2));
        await bench.Idle();

        Assert.Equal(bench.Clock.GetUtcNow().AddDays(2), await bench.Engine.NextTimerAsync(bench.Deadline));
    }

    [Fact]
    public async Task The_time_an_orchestrator_sees_is_the_time_of_its_step_and_stays_so_in_replay()
    {
        bench.Orchestrator("Look", async context =>
        {
            var first = context.CurrentUtcDateTime;
            await context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
            return new[] { first, context.CurrentUtcDateTime };
        }).Start();
        var began = bench.Clock.GetUtcNow().UtcDateTime;
        var id = await bench.Schedule("Look");
        await bench.Advance(TimeSpan.FromDays(3));

        Assert.Equal([began, began.AddDays(3)], (await bench.Look(id)).ReadOutputAs<DateTime[]>()!);
    }

    [Fact]
    public async Task A_clock_set_back_does_not_take_an_orchestrator_back_in_time()
    {
        bench.Orchestrator("Look", async context =>
        {
            var before = context.CurrentUtcDateTime;
            await context.WaitForExternalEvent<int>("go");
            return context.CurrentUtcDateTime >= before;
        }).Start();
        var id = await bench.Schedule("Look");
        await bench.Advance(TimeSpan.FromDays(-1));
        await bench.Client.RaiseEventAsync(id, "go", 1, bench.Deadline);

        Assert.True((await bench.Completion(id)).ReadOutputAs<bool>());
    }

    [Fact]
    public async Task On_the_real_clock_a_timer_fires_by_itself()
    {
        await using DurableTaskEngine engine = new(new() { DatabasePath = bench.DatabasePath + ".real" });
        engine.AddOrchestrator("Nap", async context =>
        {
            await context.CreateTimer(TimeSpan.FromMilliseconds(30), CancellationToken.None);
            return null;
        });
        await engine.StartAsync(bench.Deadline);
        var id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("Nap", bench.Deadline);

        var end = await engine.Client.WaitForInstanceCompletionAsync(id, bench.Deadline);

        Assert.Equal(OrchestrationRuntimeStatus.Completed, end.RuntimeStatus);
    }

    [Fact]
    public async Task Wake_makes_the_engine_look_at_a_clock_whose_timers_do_not_ring()
    {
        SilentClock clock = new();
        await using DurableTaskEngine engine = new(new() { DatabasePath = bench.DatabasePath + ".silent", Clock = clock });
        engine.AddOrchestrator("Nap", async context =>
        {
            await context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
            return null;
        });
        await engine.StartAsync(bench.Deadline);
        var id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("Nap", bench.Deadline);
        await engine.WhenIdleAsync(bench.Deadline);

        clock.Ahead += TimeSpan.FromDays(2);
        engine.Wake();
        var end = await engine.Client.WaitForInstanceCompletionAsync(id, bench.Deadline);

        Assert.Equal(OrchestrationRuntimeStatus.Completed, end.RuntimeStatus);
    }

    private static async Task<string> Sleeping(TaskOrchestrationContext context)
    {
        await context.CreateTimer(context.GetInput<TimeSpan>(), CancellationToken.None);
        return "awake";
    }

    private async Task<string> Sleep(TimeSpan delay)
    {
        var id = await bench.Orchestrator("Sleep", Sleeping).Start().Schedule("Sleep", delay);
        await bench.Idle();
        return id;
    }

    private sealed class SilentClock : TimeProvider
    {
        private readonly MovableClock standing = new();

        public TimeSpan Ahead { get; set; }

        public override DateTimeOffset GetUtcNow() => standing.GetUtcNow() + Ahead;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            standing.CreateTimer(callback, state, dueTime, period);
    }
}
