namespace Microsoft.DurableTask;

/// <summary>An orchestrator written as a class, whatever its types.</summary>
public interface ITaskOrchestrator
{
    Type InputType { get; }

    Type OutputType { get; }

    Task<object?> RunAsync(TaskOrchestrationContext context, object? input);
}

/// <summary>An orchestrator written as a class.</summary>
public abstract class TaskOrchestrator<TInput, TOutput> : ITaskOrchestrator
{
    Type ITaskOrchestrator.InputType => typeof(TInput);

    Type ITaskOrchestrator.OutputType => typeof(TOutput);

    async Task<object?> ITaskOrchestrator.RunAsync(TaskOrchestrationContext context, object? input)
    {
        ArgumentNullException.ThrowIfNull(context);
        return input switch
        {
            null => await RunAsync(context, default!),
            TInput typed => await RunAsync(context, typed),
            _ => throw new ArgumentException($"Expected an input of type {typeof(TInput)}, not {input.GetType()}.", nameof(input)),
        };
    }

    public abstract Task<TOutput> RunAsync(TaskOrchestrationContext context, TInput input);
}
