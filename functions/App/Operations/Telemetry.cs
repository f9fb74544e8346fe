using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace OneVisit.Functions.Operations;

/// <summary>Traces from the request through the process to its activities, and the back office's own numbers, exported only where a collector is named.</summary>
internal static class Telemetry
{
    private const string Collector = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static ActivitySource Source { get; } = new("OneVisit.BackOffice");

    public static Meter Meter { get; } = new("OneVisit.BackOffice");

    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        if (string.IsNullOrWhiteSpace(configuration[Collector]))
            return;
        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("onevisit-back-office"))
            .WithMetrics(metrics => metrics
                .AddMeter(Meter.Name)
                .AddOtlpExporter())
            .WithTracing(tracing => tracing
                .AddSource(Source.Name, "Microsoft.DurableTask", "Microsoft.Azure.Functions.Worker")
                .AddAspNetCoreInstrumentation()
                .AddProcessor(new ScrubbedSpans())
                .AddOtlpExporter());
    }

    /// <summary>A span about one case.</summary>
    public static Activity? AboutCase(string what, string caseId) => Source.StartActivity(what)?.SetTag("onevisit.case", caseId);
}
