namespace Microsoft.DurableTask;

/// <summary>An activity written as a class, whatever its types.</summary>
public interface ITaskActivity
{
    Type InputType { get; }

    Type OutputType { get; }

    Task<object?> RunAsync(TaskActivityContext context, object? input);
}

/// <summary>An activity written as a class.</summary>
public abstract class TaskActivity<TInput, TOutput> : ITaskActivity
{
    Type ITaskActivity.InputType => typeof(TInput);

    Type ITaskActivity.OutputType => typeof(TOutput);

    async Task<object?> ITaskActivity.RunAsync(TaskActivityContext context, object? input)
    {
        ArgumentNullException.ThrowIfNull(context);
        return input switch
        {
            null => await RunAsync(context, default!),
            TInput typed => await RunAsync(context, typed),
            _ => throw new ArgumentException($"Expected an input of type {typeof(TInput)}, not {input.GetType()}.", nameof(input)),
        };
    }

    public abstract Task<TOutput> RunAsync(TaskActivityContext context, TInput input);
}
