using System.Text.Json;
using System.Threading.Channels;
using OneVisit.Hosting;

namespace OneVisit.Local.Host;

/// <summary>Structured log of the local city, one JSON object a line, one file a day, with the scopes (case id) of each line.</summary>
public sealed class LogFile : ILoggerProvider, ISupportExternalScope
{
    // Bounded: whoever logs never waits for the disk; what does not fit is lost.
    private readonly Channel<string> _lines = Channel.CreateBounded<string>(new BoundedChannelOptions(10_000) { SingleReader = true });
    private readonly Task _writing;
    private IExternalScopeProvider _scopes = new LoggerExternalScopeProvider();

    public LogFile(string folder)
    {
        Directory.CreateDirectory(folder);
        _writing = Task.Run(() => WriteAsync(folder));
    }

    public ILogger CreateLogger(string categoryName) => new Category(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public void Dispose()
    {
        if (_lines.Writer.TryComplete()) _writing.Wait(TimeSpan.FromSeconds(2));
    }

    // Flushed whenever there is nothing more to write: the log can be followed while the city runs.
    private async Task WriteAsync(string folder)
    {
        using var file = new DayFile(folder, TimeProvider.System);
        while (await _lines.Reader.WaitToReadAsync())
        {
            while (_lines.Reader.TryRead(out var line)) file.Write(line);
            file.Flush();
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
                // Also of who writes past the net of the two programs.
                message = KeysInAddresses.Masked(formatter(state, exception)),
                exception = exception?.ToString(),
                scopes,
                trace = System.Diagnostics.Activity.Current?.TraceId.ToString(),
            });
            file._lines.Writer.TryWrite(line);
        }
    }
}
