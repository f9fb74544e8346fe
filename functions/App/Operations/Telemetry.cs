using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Hosting;
using OpenTelemetry.Trace;

namespace OneVisit.Functions.Operations;

/// <summary>Traces from the request through the process to its activities, and the back office's own numbers.</summary>
internal static class Telemetry
{
    public static ActivitySource Source { get; } = new("OneVisit.BackOffice");

    public static Meter Meter { get; } = new("OneVisit.BackOffice");

    public static void Add(IServiceCollection services, IConfiguration configuration) => services.AddCollector(
        configuration, "onevisit-back-office", Meter, traced => traced.AddSource(Source.Name, "Microsoft.DurableTask", "Microsoft.Azure.Functions.Worker"));

    /// <summary>A span about one case.</summary>
    public static Activity? AboutCase(string what, string caseId) => Source.StartActivity(what)?.SetTag("onevisit.case", caseId);
}
