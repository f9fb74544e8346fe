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
}
