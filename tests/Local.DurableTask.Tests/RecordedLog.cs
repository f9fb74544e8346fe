using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace OneVisit.Local.DurableTask.Tests;

/// <summary>Keeps every line that was logged.</summary>
public sealed class RecordedLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> lines = [];
    private TaskCompletionSource change = NewChange();

    public IReadOnlyList<string> Lines => [.. lines];

    /// <summary>Completes with the first line that contains the text, however late it comes.</summary>
    public async Task<string> LineWith(string text, CancellationToken deadline)
    {
        while (true)
        {
            var next = change.Task;
            if (lines.FirstOrDefault(line => line.Contains(text, StringComparison.Ordinal)) is { } found) return found;
            await next.WaitAsync(deadline);
        }
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lines.Enqueue($"{logLevel}: {formatter(state, exception)}");
        Interlocked.Exchange(ref change, NewChange()).SetResult();
    }

    public void Dispose()
    {
    }

    private static TaskCompletionSource NewChange() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
