using System.Diagnostics;
using System.Diagnostics.Metrics;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace OneVisit.Bot.Operations;

/// <summary>Traces across bot, back office and orchestration, and the bot's own numbers. They are sent only where an OTLP endpoint is configured.</summary>
internal static class Telemetry
{
    public static ActivitySource Source { get; } = new("OneVisit.Bot");

    public static Meter Meter { get; } = new("OneVisit.Bot");

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is not { Length: > 0 } endpoint) return;
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("onevisit-bot"))
            .WithMetrics(metrics => metrics
                .AddMeter(Meter.Name)
                .AddOtlpExporter(otlp => otlp.Endpoint = new Uri(endpoint)))
            .WithTracing(tracing => tracing
                .AddSource(Source.Name)
                .AddAspNetCoreInstrumentation()
                .AddProcessor(new ScrubbedSpans())
                .AddHttpClientInstrumentation()
                .AddOtlpExporter(otlp => otlp.Endpoint = new Uri(endpoint)));
    }
}
