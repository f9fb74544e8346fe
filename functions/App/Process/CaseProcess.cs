using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace OneVisit.Functions.Process;

/// <summary>
/// Walks a case through its procedure: do what is due, then wait for whoever is next, or for the clock. The journal is the truth;
/// this is only its timer and messenger, begins anew after every turn and can be thrown away and started again at any time.
/// The instance id is the case id.
/// </summary>
public static class CaseProcess
{
    [Function(nameof(CaseProcess))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var turn = await AdvanceCase.In(context, context.InstanceId, context.GetInput<Published>());
        context.SetCustomStatus(new ProcessStatus(turn.Version, turn.OpenTasks, turn.NextAlarm));
        if (turn.Finished)
            return;
        await SomethingHappens(context, turn);
        context.ContinueAsNew(turn.Published, preserveUnprocessedEvents: true);
    }

    // Whoever comes first: a task done, something changed about the case, or the next instant on the clock.
    private static async Task SomethingHappens(TaskOrchestrationContext context, CaseTurn turn)
    {
        using var enough = new CancellationTokenSource();
        var possible = new List<Task> { context.WaitForExternalEvent<int>(ProcessEvents.Changed(context.InstanceId)) };
        possible.AddRange(turn.OpenTasks.Select(task => context.WaitForExternalEvent<int>(ProcessEvents.Done(context.InstanceId, task))));
        if (turn.NextAlarm is { } alarm)
            possible.Add(context.CreateTimer(alarm.UtcDateTime, enough.Token));
        await Task.WhenAny(possible);
        enough.Cancel();
    }
}

/// <summary>What a turn of the process shows to who looks at it.</summary>
public sealed record ProcessStatus(int Version, IReadOnlyList<string> OpenTasks, DateTimeOffset? NextAlarm);
