using System.Diagnostics;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using OneVisit.Support;

namespace OneVisit.Local.DurableTask.Tests;

public sealed class RecoveryTests : OnTheBench
{
    // What a shell says of a process ended by signal 9.
    private const int Killed = 128 + 9;

    [Fact]
    public async Task A_process_killed_again_and_again_still_finishes_with_every_step_done()
    {
        using var folder = new TemporaryFolder();
        List<int> exits = [];
        foreach (var notes in new[] { 10, 30, 50, int.MaxValue })
        {
            using var victim = StartVictim(folder, notes);
            await victim.WaitForExitAsync(bench.Deadline);
            exits.Add(victim.ExitCode);
        }

        var diary = File.ReadAllLines(folder.File("diary.txt"));
        Assert.Equal([Killed, Killed, Killed, 0], exits);
        Assert.Equal($"end {Enumerable.Range(0, Victim.Steps).Sum()}", diary[^1]);
        Assert.Equal(Enumerable.Range(0, Victim.Steps), diary[..^1].Select(int.Parse).Distinct());
    }

    [Fact]
    public async Task An_activity_cut_short_runs_again()
    {
        TaskCompletionSource begun = new();
        bench.Activity<int, int>("Long", async (_, stopping) =>
            {
                begun.SetResult();
                await new TaskCompletionSource().Task.WaitAsync(stopping);
                return 0;
            })
            .Orchestrator("Do", context => context.CallActivityAsync<int>("Long"))
            .Start();
        var id = await bench.Schedule("Do");
        await begun.Task.WaitAsync(bench.Deadline);
        await bench.Crash();
        bench.Activity<int, int>("Long", _ => 7)
            .Orchestrator("Do", context => context.CallActivityAsync<int>("Long"))
            .Start();

        Assert.Equal(7, (await bench.Completion(id)).ReadOutputAs<int>());
    }

    [Fact]
    public async Task What_was_scheduled_while_the_engine_stood_still_runs_at_its_start()
    {
        bench.Orchestrator("Short", _ => Task.FromResult(1));
        var id = await bench.Schedule("Short");
        await bench.Crash();
        bench.Orchestrator("Short", _ => Task.FromResult(2)).Start();

        Assert.Equal(2, (await bench.Completion(id)).ReadOutputAs<int>());
    }

    [Fact]
    public async Task Events_that_nobody_waits_for_yet_survive_a_restart()
    {
        static async Task<string> Collect(TaskOrchestrationContext context)
        {
            await context.WaitForExternalEvent<string>("go");
            return $"{await context.WaitForExternalEvent<int>("number")},{await context.WaitForExternalEvent<int>("number")}";
        }

        bench.Orchestrator("Collect", Collect).Start();
        var id = await bench.Schedule("Collect");
        await bench.Client.RaiseEventAsync(id, "number", 1, bench.Deadline);
        await bench.Client.RaiseEventAsync(id, "number", 2, bench.Deadline);
        await bench.Idle();
        await bench.Crash();
        bench.Orchestrator("Collect", Collect).Start();
        await bench.Client.RaiseEventAsync(id, "go", cancellation: bench.Deadline);

        Assert.Equal("1,2", (await bench.Completion(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Stopping_waits_for_the_activity_that_is_running()
    {
        TaskCompletionSource begun = new(), release = new();
        var finished = false;
        bench.Activity<int, int>("Long", async (_, _) =>
            {
                begun.SetResult();
                await release.Task;
                finished = true;
                return 0;
            })
            .Orchestrator("Do", context => context.CallActivityAsync<int>("Long"))
            .Start();
        await bench.Schedule("Do");
        await begun.Task.WaitAsync(bench.Deadline);
        var stopping = bench.Engine.StopAsync(bench.Deadline);
        var early = stopping.IsCompleted;
        release.SetResult();
        await stopping;

        Assert.Equal((false, true), (early, finished));
    }

    [Fact]
    public void A_second_engine_on_the_same_file_is_refused()
    {
        Assert.Throws<IOException>(() => new DurableTaskEngine(new() { DatabasePath = bench.DatabasePath }));
    }

    private static Process StartVictim(TemporaryFolder folder, int dieAfter) => Process.Start(
        "dotnet", [typeof(Victim).Assembly.Location, "work", folder.File("durable.db"), folder.File("diary.txt"), $"{dieAfter}"]);
}
