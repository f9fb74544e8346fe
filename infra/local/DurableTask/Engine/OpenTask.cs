using Microsoft.DurableTask;

namespace OneVisit.Local.DurableTask.Engine;

/// <summary>Something scheduled whose result is not in the history yet.</summary>
internal interface IOpenTask
{
    void Complete(string? data);

    void Fail(TaskFailureDetails failure);
}

/// <inheritdoc cref="IOpenTask"/>
internal sealed class OpenTask<T>(string name, int number, DataConverter converter) : IOpenTask
{
    // Continuations must run inline: the pool would take them off the orchestrator's thread.
    private readonly TaskCompletionSource<T> source = new();

    public Task<T> Task => source.Task;

    public void Complete(string? data)
    {
        T result;
        try
        {
            result = converter.Deserialize<T>(data)!;
        }
        catch (Exception unreadable)
        {
            source.TrySetException(unreadable);
            return;
        }

        source.TrySetResult(result);
    }

    public void Fail(TaskFailureDetails failure) => source.TrySetException(new TaskFailedException(name, number, failure));

    public bool Cancel(CancellationToken token) => source.TrySetCanceled(token);
}
