using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;

namespace OneVisit.Local.Host;

/// <summary>Structured log of the local city, one JSON object a line, one file a day, with the scopes (case id) of each line.</summary>
public sealed class LogFile : ILoggerProvider, ISupportExternalScope
{
    private readonly BlockingCollection<string> _lines = new(10_000);
    private readonly Thread _writer;
    private IExternalScopeProvider _scopes = new LoggerExternalScopeProvider();

    public LogFile(string folder)
    {
        Directory.CreateDirectory(folder);
        _writer = new Thread(() => Write(folder)) { IsBackground = true, Name = "log file" };
        _writer.Start();
    }

    public ILogger CreateLogger(string categoryName) => new Category(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public void Dispose()
    {
        if (_lines.IsAddingCompleted) return;
        _lines.CompleteAdding();
        _writer.Join(TimeSpan.FromSeconds(2));
    }

    private void Write(string folder)
    {
        foreach (var line in _lines.GetConsumingEnumerable())
        {
            var file = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{TimeProvider.System.GetUtcNow():yyyy-MM-dd}-{Environment.ProcessId}-{GetHashCode():x}.jsonl"));
            File.AppendAllText(file, line + Environment.NewLine);
        }
    }

    private sealed class Category(LogFile file, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => file._scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var scopes = new List<string>();
            file._scopes.ForEachScope((scope, all) => all.Add(scope?.ToString() ?? ""), scopes);
            var line = JsonSerializer.Serialize(new
            {
                at = TimeProvider.System.GetUtcNow(),
                level = logLevel.ToString(),
                category,
                message = formatter(state, exception),
                exception = exception?.ToString(),
                scopes,
                trace = System.Diagnostics.Activity.Current?.TraceId.ToString(),
            });
            if (!file._lines.IsAddingCompleted) file._lines.TryAdd(line);
        }
    }
}
