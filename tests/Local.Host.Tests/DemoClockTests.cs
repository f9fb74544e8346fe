namespace OneVisit.Local.Host.Tests;

public sealed class DemoClockTests
{
    [Fact]
    public void It_jumps_forward()
    {
        var clock = new DemoClock();
        var there = clock.GetUtcNow().AddDays(30);

        clock.MoveTo(there);

        Assert.True(clock.GetUtcNow() >= there);
    }

    [Fact]
    public void It_never_goes_back()
    {
        var clock = new DemoClock();
        var before = clock.GetUtcNow();

        Assert.False(clock.MoveTo(before.AddDays(-1)));
        Assert.True(clock.GetUtcNow() >= before);
    }

    [Fact]
    public void A_machine_whose_clock_is_set_back_an_hour_does_not_turn_it_back()
    {
        var machine = new MachineClock();
        var clock = new DemoClock(real: machine);
        var before = clock.GetUtcNow();

        machine.Now -= TimeSpan.FromHours(1);
        var after = clock.GetUtcNow();
        machine.Now += TimeSpan.FromMinutes(1);

        Assert.Equal((before, before.AddMinutes(1)), (after, clock.GetUtcNow()));
    }

    [Fact]
    public async Task What_is_remembered_is_replaced_whole_or_not_at_all()
    {
        using var folder = new Support.TemporaryFolder();
        File.WriteAllText(folder.File("clock"), "1.00:00:00");
        await using var reader = new FileStream(folder.File("clock"), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

        new DemoClock(folder.File("clock")).MoveTo(TimeProvider.System.GetUtcNow().AddDays(9));

        // Who had opened the old file still reads all of it: it was never emptied to be written anew.
        Assert.Equal("1.00:00:00", await new StreamReader(reader).ReadToEndAsync());
    }

    [Fact]
    public async Task A_timer_of_next_month_fires_when_the_clock_passes_it()
    {
        var clock = new DemoClock();
        var fired = new TaskCompletionSource();
        await using var timer = clock.CreateTimer(_ => fired.TrySetResult(), null, TimeSpan.FromDays(30), Timeout.InfiniteTimeSpan);

        clock.MoveTo(clock.GetUtcNow().AddDays(31));

        await fired.Task.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void It_remembers_across_a_restart()
    {
        var file = Path.GetTempFileName();
        try
        {
            var first = new DemoClock(file);
            var there = first.GetUtcNow().AddDays(3);
            first.MoveTo(there);

            Assert.True(new DemoClock(file).GetUtcNow() >= there);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private sealed class MachineClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 11, 24, 1, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
