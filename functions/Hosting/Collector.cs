using System.Diagnostics.Metrics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace OneVisit.Hosting;

/// <summary>Sends figures and traces of a program to the collector; nothing where none is named. No span leaves with a number of somebody in it.</summary>
public static class Collector
{
    private const string Address = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <param name="services">Of the program.</param>
    /// <param name="settings">Name the collector's address, or do not.</param>
    /// <param name="program">As the collector knows it.</param>
    /// <param name="meter">The program's figures.</param>
    /// <param name="traced">What else is traced beside the requests that come: its sources, those of its libraries.</param>
    public static void AddCollector(this IServiceCollection services, IConfiguration settings, string program, Meter meter, Action<TracerProviderBuilder> traced)
    {
        if (string.IsNullOrWhiteSpace(settings[Address]))
            return;
        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(program))
            .WithMetrics(metrics => metrics
                .AddMeter(meter.Name)
                .AddOtlpExporter())
            .WithTracing(tracing =>
            {
                traced(tracing.AddAspNetCoreInstrumentation());
                // Behind whatever writes into spans, before what sends them.
                tracing.AddProcessor(new ScrubbedSpans()).AddOtlpExporter();
            });
    }
}
