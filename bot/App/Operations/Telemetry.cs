using System.Diagnostics;
using System.Diagnostics.Metrics;
using OneVisit.Hosting;
using OpenTelemetry.Trace;

namespace OneVisit.Bot.Operations;

/// <summary>Traces across bot, back office and orchestration, and the bot's own numbers.</summary>
internal static class Telemetry
{
    public static ActivitySource Source { get; } = new("OneVisit.Bot");

    public static Meter Meter { get; } = new("OneVisit.Bot");

    public static void AddTelemetry(this WebApplicationBuilder builder) => builder.Services.AddCollector(
        builder.Configuration, "onevisit-bot", Meter, traced => traced.AddSource(Source.Name).AddHttpClientInstrumentation());
}
