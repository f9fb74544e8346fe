using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OneVisit.Local.DurableTask;
using OneVisit.Local.DurableTask.Inspection;
using OneVisit.Local.FunctionsWorker.Durable;
using OneVisit.Local.FunctionsWorker.Timers;

namespace OneVisit.Local.FunctionsWorker;

/// <summary>A function application running inside this process: its HTTP, timer and durable functions, on the loopback address only.</summary>
public sealed class LocalFunctionsHost : IAsyncDisposable
{
    private readonly WebApplication app;

    private LocalFunctionsHost(WebApplication app) => this.app = app;

    /// <summary>Services of the application.</summary>
    public IServiceProvider Services => app.Services;

    /// <summary>The engine that runs the orchestrations.</summary>
    public DurableTaskEngine Engine => app.Services.GetRequiredService<DurableTaskEngine>();

    /// <summary>Looks into the engine's file.</summary>
    public OrchestrationInspector Inspector => app.Services.GetRequiredService<OrchestrationInspector>();

    /// <summary>Where the host answers, without the route prefix, with a final slash. Known once started.</summary>
    /// <exception cref="InvalidOperationException">Not started.</exception>
    public Uri BaseAddress => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is { } address
        ? new Uri(address)
        : throw new InvalidOperationException("The host is not started.");

    /// <summary>Builds the application without starting it.</summary>
    /// <param name="configureProduct">What the application's own Program does with its builder.</param>
    /// <param name="functionAssemblies">Where functions are looked for.</param>
    /// <param name="options">How to run it here.</param>
    /// <exception cref="InvalidOperationException">A function that cannot run; the message names it and its parameter.</exception>
    public static LocalFunctionsHost Create(
        Action<FunctionsApplicationBuilder> configureProduct, IReadOnlyCollection<Assembly> functionAssemblies, LocalFunctionsOptions options) =>
        Create(configureProduct, [.. functionAssemblies.SelectMany(assembly => assembly.GetTypes())], options);

    internal static LocalFunctionsHost Create(
        Action<FunctionsApplicationBuilder> configureProduct, IReadOnlyCollection<Type> types, LocalFunctionsOptions options)
    {
        var builder = new FunctionsApplicationBuilder(options, types);
        configureProduct(builder);
        return new((WebApplication)builder.Build());
    }

    public Task StartAsync(CancellationToken cancellation = default) => app.StartAsync(cancellation);

    public Task StopAsync(CancellationToken cancellation = default) => app.StopAsync(cancellation);

    /// <summary>The clock has jumped: timers and orchestrations look again at once.</summary>
    public void ClockMoved()
    {
        app.Services.GetRequiredService<TimerFunctions>().Wake();
        app.Services.GetRequiredService<DurableFunctions>().Wake();
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
