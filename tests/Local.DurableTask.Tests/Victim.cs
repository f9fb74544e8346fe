using System.Diagnostics;
using Microsoft.DurableTask;

namespace OneVisit.Local.DurableTask.Tests;

/// <summary>
/// A program with one orchestration of many steps, which notes each activity in a diary outside the engine. Soon after as many notes as it is
/// told, it sends itself SIGKILL while its work goes on.
/// </summary>
public static class Victim
{
    public const int Steps = 200;

    /// <summary>Notes after which it is dead at the latest.</summary>
    private const int Grace = 20;

    public static async Task<int> Work(string database, string diary, int dieAfter)
    {
        var notes = 0;
        await using DurableTaskEngine engine = new(new() { DatabasePath = database });
        engine.AddOrchestrator("Walk", Walk);
        engine.AddActivity("Note", (invocation, _) =>
        {
            File.AppendAllText(diary, invocation.Input + "\n");
            if (++notes == dieAfter) new Thread(Die).Start();
            // A busy machine may let that thread wait for long; the work is not to be finished by then.
            else if (notes - dieAfter == Grace) Die();
            return Task.FromResult<object?>(int.Parse(invocation.Input!));
        });
        await engine.StartAsync(CancellationToken.None);
        if (await engine.Client.GetInstanceAsync("walk") is null)
            await engine.Client.ScheduleNewOrchestrationInstanceAsync("Walk", new StartOrchestrationOptions("walk"));

        var end = await engine.Client.WaitForInstanceCompletionAsync("walk", getInputsAndOutputs: true);
        await File.AppendAllTextAsync(diary, $"end {end.SerializedOutput}\n");
        return 0;
    }

    private static void Die()
    {
        Thread.SpinWait(Random.Shared.Next(1_000_000));
        Process.GetCurrentProcess().Kill();
    }

    private static async Task<object?> Walk(TaskOrchestrationContext context)
    {
        var sum = 0;
        for (var step = 0; step < Steps; step++)
        {
            sum += await context.CallActivityAsync<int>("Note", step);
            if (step % 10 == 0) await context.CreateTimer(TimeSpan.FromMilliseconds(1), CancellationToken.None);
        }

        return sum;
    }
}
