using Microsoft.Azure.Functions.Worker.Builder;

namespace OneVisit.Local.FunctionsWorker.Tests;

/// <summary>A host running the functions of the given classes.</summary>
internal sealed class Running : IAsyncDisposable
{
    private Running(LocalFunctionsHost host, HttpClient http)
    {
        Host = host;
        Http = http;
    }

    public LocalFunctionsHost Host { get; }

    public HttpClient Http { get; }

    public static Task<Running> StartAsync(params Type[] classes) => StartAsync(new LocalFunctionsOptions(), _ => { }, classes);

    public static async Task<Running> StartAsync(LocalFunctionsOptions options, Action<FunctionsApplicationBuilder> configure, params Type[] classes)
    {
        var host = LocalFunctionsHost.Create(
            builder =>
            {
                builder.ConfigureFunctionsWebApplication();
                configure(builder);
            },
            classes,
            options);
        await host.StartAsync();
        return new(host, new HttpClient { BaseAddress = host.BaseAddress });
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Host.StopAsync();
        await Host.DisposeAsync();
    }
}
