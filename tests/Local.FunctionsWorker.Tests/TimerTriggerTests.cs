using System.Threading.Channels;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Local.FunctionsWorker.Timers;

namespace OneVisit.Local.FunctionsWorker.Tests;

public sealed class TimerTriggerTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public sealed class Daily(Channel<TimerInfo> runs)
    {
        [Function("Daily")]
        public void Run([TimerTrigger("0 0 16 * * *")] TimerInfo timer) => runs.Writer.TryWrite(timer);
    }

    public sealed class AtStart(Channel<TimerInfo> runs)
    {
        [Function("AtStart")]
        public void Run([TimerTrigger("0 0 16 * * *", RunOnStartup = true, UseMonitor = false)] TimerInfo timer) => runs.Writer.TryWrite(timer);
    }

    [Fact]
    public void Six_fields_are_read_as_utc()
    {
        var schedule = new TimerSchedule("0 */5 * * * *", TimeZoneInfo.Utc);

        Assert.Equal(At(10, 5), schedule.After(At(10, 0)));
    }

    [Fact]
    public async Task A_timer_runs_when_its_clock_gets_there()
    {
        var (clock, runs) = (new HandClock(At(15, 59)), Channel.CreateUnbounded<TimerInfo>());
        await using var running = await StartAsync(clock, runs, null, typeof(Daily));

        clock.Now = At(16, 0);
        running.Host.ClockMoved();

        Assert.False((await NextAsync(runs)).IsPastDue);
    }

    [Fact]
    public async Task A_clock_that_jumps_over_three_runs_gets_one_past_due()
    {
        var (clock, runs) = (new HandClock(At(15, 59)), Channel.CreateUnbounded<TimerInfo>());
        await using var running = await StartAsync(clock, runs, null, typeof(Daily));

        clock.Now = At(15, 0).AddDays(3);
        running.Host.ClockMoved();
        var first = await NextAsync(runs);
        clock.Now = At(16, 0).AddDays(3);
        running.Host.ClockMoved();
        var second = await NextAsync(runs);

        Assert.Equal((true, false), (first.IsPastDue, second.IsPastDue));
    }

    [Fact]
    public async Task A_timer_may_run_at_the_start()
    {
        var runs = Channel.CreateUnbounded<TimerInfo>();
        await using var running = await StartAsync(new HandClock(At(12, 0)), runs, null, typeof(AtStart));

        Assert.Null((await NextAsync(runs)).ScheduleStatus);
    }

    [Fact]
    public async Task A_run_missed_while_the_host_was_down_is_made_up_for()
    {
        var path = Path.Combine(Path.GetTempPath(), $"timers-{Guid.NewGuid():N}.json");
        var runs = Channel.CreateUnbounded<TimerInfo>();
        var clock = new HandClock(At(15, 59));
        await using (var before = await StartAsync(clock, runs, path, typeof(Daily)))
        {
            clock.Now = At(16, 0);
            before.Host.ClockMoved();
            _ = await NextAsync(runs);
        }

        await using var after = await StartAsync(new HandClock(At(17, 0).AddDays(2)), runs, path, typeof(Daily));
        var madeUp = await NextAsync(runs);
        File.Delete(path);

        Assert.Equal((true, At(16, 0).AddDays(1).UtcDateTime), (madeUp.IsPastDue, madeUp.ScheduleStatus!.Next));
    }

    private static DateTimeOffset At(int hour, int minute) => new(2026, 11, 24, hour, minute, 0, TimeSpan.Zero);

    private static Task<Running> StartAsync(TimeProvider clock, Channel<TimerInfo> runs, string? path, Type type) => Running.StartAsync(
        new LocalFunctionsOptions { Clock = clock, TimerStatusPath = path, ConfigureServices = services => services.AddSingleton(runs) }, _ => { }, type);

    private static async Task<TimerInfo> NextAsync(Channel<TimerInfo> runs)
    {
        using var patience = new CancellationTokenSource(Patience);
        return await runs.Reader.ReadAsync(patience.Token);
    }

    private sealed class HandClock(DateTimeOffset start) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = start;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
