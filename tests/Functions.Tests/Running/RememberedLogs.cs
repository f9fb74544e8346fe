using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace OneVisit.Functions.Tests.Running;

/// <summary>Keeps every log line, with its scopes and exceptions, to be searched.</summary>
internal sealed class RememberedLogs : ILoggerProvider, ISupportExternalScope
{
    private readonly ConcurrentQueue<string> lines = new();
    private IExternalScopeProvider? scopes;

    public IReadOnlyCollection<string> Lines => lines;

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => scopes = scopeProvider;

    public ILogger CreateLogger(string categoryName) => new Pen(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Pen(RememberedLogs book, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => book.scopes?.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var around = new List<string>();
            book.scopes?.ForEachScope(
                (scope, list) => list.Add(scope is IEnumerable<KeyValuePair<string, object>> pairs ? string.Join(',', pairs) : scope?.ToString() ?? ""), around);
            book.lines.Enqueue($"{logLevel} {category} [{string.Join(' ', around)}] {formatter(state, exception)} {exception}");
        }
    }
}
