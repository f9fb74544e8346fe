using System.Threading.Channels;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Local.FunctionsWorker.Timers;
using OneVisit.Support;

namespace OneVisit.Local.FunctionsWorker.Tests;

public sealed class TimerTriggerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
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

    public sealed class FromSettings(Channel<TimerInfo> runs)
    {
        [Function("FromSettings")]
        public void Run([TimerTrigger("%Nightly%")] TimerInfo timer) => runs.Writer.TryWrite(timer);
    }

    public sealed class OftenMonitored(Channel<TimerInfo> runs)
    {
        [Function("OftenMonitored")]
        public void Run([TimerTrigger("*/20 * * * * *", RunOnStartup = true)] TimerInfo timer) => runs.Writer.TryWrite(timer);
    }

    public sealed class StartsAndMonitors(Channel<TimerInfo> runs)
    {
        [Function("Daily")]
        public void Run([TimerTrigger("0 0 16 * * *", RunOnStartup = true)] TimerInfo timer) => runs.Writer.TryWrite(timer);
    }

    public sealed class Moved(Channel<TimerInfo> runs)
    {
        [Function("Daily")]
        public void Run([TimerTrigger("0 30 20 * * *")] TimerInfo timer) => runs.Writer.TryWrite(timer);
    }

    public sealed class FailsOnce(Channel<TimerInfo> runs)
    {
        private static int times;

        [Function("FailsOnce")]
        public void Run([TimerTrigger("0 0 16 * * *")] TimerInfo timer)
        {
            runs.Writer.TryWrite(timer);
            if (Interlocked.Increment(ref times) == 1) throw new InvalidOperationException();
        }
    }

    [Theory]
    [InlineData("0 0 8-18/2 * * MON-FRI", 10, 1, 12, 0)]
    [InlineData("30 15,45 * * * *", 10, 15, 10, 15)]
    [InlineData("0 0 0 1 12 *", 10, 0, 24 * 7, 0)]
    [InlineData("0 */7 * * * 2", 10, 1, 10, 7)]
    [InlineData("00:10:00", 10, 1, 10, 11)]
    public void Ranges_steps_lists_names_and_time_spans_are_read(string expression, int hour, int minute, int thenHour, int thenMinute) =>
        Assert.Equal(
            At(0, 0).AddHours(thenHour).AddMinutes(thenMinute).AddSeconds(expression.StartsWith("30", StringComparison.Ordinal) ? 30 : 0),
            new TimerSchedule(expression, TimeZoneInfo.Utc).After(At(hour, minute)));

    [Theory]
    [InlineData("*/5 * * * *")]
    [InlineData("@daily")]
    [InlineData("0 0 0 L * *")]
    [InlineData("0 0 0 15W * *")]
    [InlineData("0 0 0 ? * MON")]
    [InlineData("0 0 0 * * 6#3")]
    [InlineData("0 0 0 * * 7")]
    [InlineData("0 0 22-6 * * *")]
    [InlineData("0 60 * * * *")]
    [InlineData("-00:10:00")]
    public void What_the_functions_host_does_not_read_is_refused_here_too(string expression) =>
        Assert.Throws<FormatException>(() => new TimerSchedule(expression, TimeZoneInfo.Utc));

    [Fact]
    public void A_schedule_is_in_the_time_zone_it_is_given()
    {
        var schedule = new TimerSchedule("0 0 9 * * *", TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));

        Assert.Equal(At(1, 0).AddDays(1), schedule.After(At(10, 0)));
    }

    [Fact]
    public async Task A_schedule_may_be_a_setting()
    {
        var (clock, runs) = (new HandClock(At(2, 59)), Channel.CreateUnbounded<TimerInfo>());
        var options = new LocalFunctionsOptions
        {
            Clock = clock,
            Settings = new Dictionary<string, string?> { ["Nightly"] = "0 0 3 * * *" },
            ConfigureServices = services => services.AddSingleton(runs),
        };
        await using var running = await Running.StartAsync(options, _ => { }, typeof(FromSettings));

        clock.Now = At(3, 0);
        running.Host.ClockMoved();

        Assert.False((await NextAsync(runs)).IsPastDue);
    }

    [Fact]
    public async Task The_first_run_may_be_missed_too()
    {
        var path = _folder.File("timers.json");
        var runs = Channel.CreateUnbounded<TimerInfo>();
        await using (await StartAsync(new HandClock(At(15, 59)), runs, path, typeof(Daily)))
        {
        }

        await using var after = await StartAsync(new HandClock(At(17, 0)), runs, path, typeof(Daily));

        var run = await NextAsync(runs);

        Assert.Equal((true, At(16, 0).UtcDateTime), (run.IsPastDue, run.ScheduleStatus!.Next));
    }

    [Fact]
    public async Task A_schedule_that_has_changed_makes_up_for_nothing()
    {
        var path = _folder.File("timers.json");
        var runs = Channel.CreateUnbounded<TimerInfo>();
        await using (await StartAsync(new HandClock(At(15, 59)), runs, path, typeof(Daily)))
        {
        }

        var clock = new HandClock(At(17, 0).AddDays(2));
        await using var after = await StartAsync(clock, runs, path, typeof(Moved));
        clock.Now = At(20, 30).AddDays(2);
        after.Host.ClockMoved();
        var first = await NextAsync(runs);

        Assert.Equal((false, At(20, 30).AddDays(2).UtcDateTime), (first.IsPastDue, first.ScheduleStatus!.Next));
    }

    [Fact]
    public async Task A_run_that_is_made_up_for_takes_the_place_of_the_run_at_the_start()
    {
        var path = _folder.File("timers.json");
        var runs = Channel.CreateUnbounded<TimerInfo>();
        await using (await StartAsync(new HandClock(At(15, 59)), runs, path, typeof(Daily)))
        {
        }

        await using (await StartAsync(new HandClock(At(17, 0)), runs, path, typeof(StartsAndMonitors)))
            Assert.True((await NextAsync(runs)).IsPastDue);

        Assert.False(runs.Reader.TryRead(out _));
    }

    [Fact]
    public async Task A_timer_that_runs_more_than_once_a_minute_is_not_remembered()
    {
        var runs = Channel.CreateUnbounded<TimerInfo>();
        await using var running = await StartAsync(new HandClock(At(12, 0)), runs, null, typeof(OftenMonitored));

        Assert.Null((await NextAsync(runs)).ScheduleStatus);
    }

    [Fact]
    public async Task A_memory_cut_short_by_a_power_failure_does_not_stop_the_host()
    {
        var path = _folder.File("timers.json");
        await File.WriteAllTextAsync(path, """{"Daily":{"La""");
        var (clock, runs) = (new HandClock(At(15, 59)), Channel.CreateUnbounded<TimerInfo>());
        await using var running = await StartAsync(clock, runs, path, typeof(Daily));

        clock.Now = At(16, 0);
        running.Host.ClockMoved();

        Assert.False((await NextAsync(runs)).IsPastDue);
    }

    [Fact]
    public async Task A_timer_is_told_when_it_ran_last_and_should_run_now()
    {
        var (clock, runs) = (new HandClock(At(15, 59)), Channel.CreateUnbounded<TimerInfo>());
        await using var running = await StartAsync(clock, runs, null, typeof(Daily));

        clock.Now = At(16, 0);
        running.Host.ClockMoved();
        _ = await NextAsync(runs);
        clock.Now = At(16, 0).AddDays(1);
        running.Host.ClockMoved();
        var status = (await NextAsync(runs)).ScheduleStatus!;

        Assert.Equal((At(16, 0).UtcDateTime, At(16, 0).AddDays(1).UtcDateTime), (status.Last, status.Next));
    }

    [Fact]
    public async Task A_run_that_fails_does_not_end_the_schedule()
    {
        var (clock, runs) = (new HandClock(At(15, 59)), Channel.CreateUnbounded<TimerInfo>());
        await using var running = await StartAsync(clock, runs, null, typeof(FailsOnce));

        clock.Now = At(16, 0);
        running.Host.ClockMoved();
        _ = await NextAsync(runs);
        clock.Now = At(16, 0).AddDays(1);
        running.Host.ClockMoved();

        Assert.False((await NextAsync(runs)).IsPastDue);
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
        var path = _folder.File("timers.json");
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

        Assert.Equal((true, At(16, 0).AddDays(1).UtcDateTime), (madeUp.IsPastDue, madeUp.ScheduleStatus!.Next));
    }

    public void Dispose() => _folder.Dispose();

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
