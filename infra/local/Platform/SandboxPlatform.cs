using Microsoft.Extensions.Logging.Console;
using OneVisit.Local.Platform.Answers;
using OneVisit.Local.Platform.Facts;
using OneVisit.Local.Platform.People;
using OneVisit.Local.Platform.Sandbox;

namespace OneVisit.Local.Platform;

/// <summary>The platform that answers on loopback. It keeps nothing but the faults it was told: people are computed whenever they are asked about.</summary>
public sealed class SandboxPlatform : IAsyncDisposable
{
    private readonly WebApplication app;

    private SandboxPlatform(WebApplication app, Population population, Faults faults) => (this.app, Population, Faults) = (app, population, faults);

    /// <summary>With a final slash.</summary>
    public Uri Url => new(app.Urls.First() + "/");

    public Population Population { get; }

    public Faults Faults { get; }

    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<SandboxPlatform> StartAsync(PlatformOptions options, CancellationToken cancellation = default)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = typeof(SandboxPlatform).Assembly.GetName().Name });
        builder.WebHost.UseUrls($"http://127.0.0.1:{options.Port}").ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = 64 * 1024);
        // Nothing of a request is logged: its body names a person.
        builder.Logging.ClearProviders().AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning);
        // Of the output whoever started it reads one line only: what goes wrong is told beside it, where a person sees it and nothing fills up.
        builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        // By another name it would be of the same origin as a stranger's page.
        builder.Services.AddHostFiltering(hosts => hosts.AllowedHosts = ["localhost", "127.0.0.1", "[::1]"]);
        var population = new Population(options.People, options.Seed);
        var (registers, facts, faults, door) = (new Registers(population, options.AsOf), new ReceivedFacts(), new Faults(), new Door(options.Key));
        var app = builder.Build();
        app.UseHostFiltering();
        app.MapGet("/health", () => Results.Text("ok"));
        app.MapGet("/openapi.json", () => Results.Stream(typeof(SandboxPlatform).Assembly.GetManifestResourceStream("openapi.json")!, "application/json"));
        app.MapQuestions(registers, faults, door);
        app.MapExchange(registers, faults, door);
        app.MapFacts(facts, faults, door);
        app.MapSandbox(population, faults, door);
        app.MapTelling(options, door);
        await app.StartAsync(cancellation);
        return new(app, population, faults);
    }

    /// <summary>Until the machine or <paramref name="end"/> says stop.</summary>
    internal async Task RunAsync(Task? end)
    {
        var stopped = app.WaitForShutdownAsync();
        await Task.WhenAny(stopped, end ?? stopped);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
