using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace OneVisit.Benchmarks.Durable;

/// <summary>Ten activities, one after the other.</summary>
public static class Sequence
{
    public const int Length = 10;

    [Function(nameof(Sequence))]
    public static async Task<int> Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var sum = 0;
        for (var i = 0; i < Length; i++) sum = await context.CallActivityAsync<int>(nameof(AddOne), sum);
        return sum;
    }
}

/// <summary>A hundred activities at once.</summary>
public static class FanOut
{
    public const int Width = 100;

    [Function(nameof(FanOut))]
    public static async Task<int> Run([OrchestrationTrigger] TaskOrchestrationContext context) =>
        (await Task.WhenAll(Enumerable.Range(0, Width).Select(i => context.CallActivityAsync<int>(nameof(AddOne), i)))).Length;
}

/// <summary>Six stages as a case has them: a task is opened, its answer is awaited for thirty days at most, and is written down.</summary>
public static class CaseLike
{
    public const int Stages = 6;

    [Function(nameof(CaseLike))]
    public static async Task<int> Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var answered = 0;
        for (var stage = 0; stage < Stages; stage++)
        {
            await context.CallActivityAsync(nameof(OpenTask), new Stage(context.InstanceId, stage));
            answered += await context.WaitForExternalEvent<int>($"stage-{stage}", TimeSpan.FromDays(30));
            await context.CallActivityAsync<int>(nameof(AddOne), stage);
        }

        return answered;
    }
}

/// <summary>Waits for a year, or until it is told to go on.</summary>
public static class Waiting
{
    [Function(nameof(Waiting))]
    public static async Task<string> Run([OrchestrationTrigger] TaskOrchestrationContext context) =>
        await context.WaitForExternalEvent<string>("go", TimeSpan.FromDays(365));
}

public sealed record Stage(string Instance, int Number);

public static class AddOne
{
    [Function(nameof(AddOne))]
    public static int Run([ActivityTrigger] int number) => number + 1;
}

/// <summary>Lays a task on the desk; whoever sits there answers at once.</summary>
public sealed class OpenTask(Desk desk)
{
    [Function(nameof(OpenTask))]
    public void Run([ActivityTrigger] Stage stage) => desk.Lay(stage);
}

/// <summary>Tasks laid before somebody outside the orchestration.</summary>
public sealed class Desk
{
    private readonly Channel<Stage> tasks = Channel.CreateUnbounded<Stage>();
    private readonly ConcurrentDictionary<Stage, bool> laid = new();

    /// <summary>An activity may run twice; its task is laid once.</summary>
    public void Lay(Stage stage)
    {
        if (laid.TryAdd(stage, true)) tasks.Writer.TryWrite(stage);
    }

    public IAsyncEnumerable<Stage> TasksAsync(CancellationToken stop) => tasks.Reader.ReadAllAsync(stop);
}
