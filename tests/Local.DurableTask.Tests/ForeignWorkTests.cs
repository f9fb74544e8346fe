using Microsoft.DurableTask;

namespace OneVisit.Local.DurableTask.Tests;

/// <summary>Orchestrators that do what belongs into an activity.</summary>
public sealed class ForeignWorkTests : OnTheBench
{
    [Fact]
    public async Task An_orchestrator_that_blocks_is_reported_while_it_blocks()
    {
        using ManualResetEventSlim released = new();
        bench.Options = options => options with { LongestStep = TimeSpan.FromMilliseconds(20) };
        await bench.Crash();
        bench.Orchestrator("Blocking", _ =>
        {
            released.Wait(bench.Deadline);
            return Task.FromResult(0);
        }).Start();

        await bench.Schedule("Blocking", id: "one");
        var report = await bench.Log.LineWith("it blocks, computes or does I/O", bench.Deadline);
        released.Set();

        Assert.StartsWith("Error: Orchestrator Blocking of one ", report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_orchestrator_that_is_quick_is_not_reported()
    {
        bench.Orchestrator("Quick", _ => Task.FromResult(0)).Start();

        await bench.Run("Quick");

        Assert.Empty(bench.Log.Lines);
    }

    [Fact]
    public async Task What_comes_back_from_outside_after_the_step_is_reported()
    {
        TaskCompletionSource outside = new();
        bench.Orchestrator("Straying", async context =>
        {
            var timer = context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
            await outside.Task;
            await timer;
            return 0;
        }).Start();
        await bench.Schedule("Straying", id: "one");
        await bench.Idle();

        await Task.Run(outside.SetResult, bench.Deadline);

        Assert.Equal(
            "Error: Orchestrator Straying of one awaits something that its context did not give it; what came of that is lost",
            await bench.Log.LineWith("did not give it", bench.Deadline));
    }
}
