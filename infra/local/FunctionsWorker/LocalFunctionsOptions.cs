using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace OneVisit.Local.FunctionsWorker;

/// <summary>How the function application runs on this machine.</summary>
public sealed class LocalFunctionsOptions
{
    /// <summary>Loopback address to listen on; port 0 takes a free one.</summary>
    public string Url { get; init; } = "http://127.0.0.1:0";

    /// <summary>The SQLite file of the orchestrations.</summary>
    public string DurableDatabasePath { get; init; } = Path.Combine(Path.GetTempPath(), $"durable-{Guid.NewGuid():N}.db");

    /// <summary>Where monitored timers remember their last run; null keeps it in memory only.</summary>
    public string? TimerStatusPath { get; init; }

    /// <summary>The one clock of timers, orchestrations and the application's <see cref="TimeProvider"/>.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Application settings; <c>__</c> in a name becomes <c>:</c>, as in environment variables.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    /// <summary>What a caller shows at level Function; null asks for none, as <c>func start</c> does.</summary>
    public string? FunctionKey { get; init; }

    /// <summary>What a caller shows at level Admin, and may show at level Function; null admits nobody at level Admin unless <see cref="FunctionKey"/> is null too.</summary>
    public string? MasterKey { get; init; }

    /// <summary>What a caller of the durable management API shows (the system key <c>durabletask_extension</c>); null asks for none, as <c>func start</c> does.</summary>
    public string? DurableTaskKey { get; init; }

    /// <summary>What <c>taskHub</c> is called in links of the durable management API: host.json's <c>hubName</c>.</summary>
    public string TaskHub { get; init; } = "TestHubName";

    /// <summary>Largest request body in bytes, inclusive; more is answered 413.</summary>
    public long MaxRequestBodyBytes { get; init; } = 12 * 1024 * 1024;

    public Action<ILoggingBuilder>? ConfigureLogging { get; init; }

    /// <summary>Runs after the application registered its services.</summary>
    public Action<IServiceCollection>? ConfigureServices { get; init; }
}
