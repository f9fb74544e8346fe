using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace OneVisit.Local.DurableTask;

/// <summary>Where the engine keeps its history and by which clock it lives.</summary>
public sealed record DurableTaskEngineOptions
{
    /// <summary>The SQLite file; made with its folder if absent. One engine at a time may use it.</summary>
    public required string DatabasePath { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>How inputs, outputs and payloads are written; <c>null</c>: System.Text.Json as it comes, fields included.</summary>
    public JsonSerializerOptions? Json { get; init; }

    public OrchestrationVersioning Versioning { get; init; } = OrchestrationVersioning.Unversioned;

    /// <summary>How long a step of an orchestrator may take before it is reported: it only ever has to decide what comes next.</summary>
    public TimeSpan LongestStep { get; init; } = TimeSpan.FromSeconds(2);

    public ILoggerFactory LoggerFactory { get; init; } = NullLoggerFactory.Instance;
}
