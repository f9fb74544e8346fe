using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OneVisit.Local.DurableTask;
using OneVisit.Local.FunctionsWorker.Binding;
using OneVisit.Local.FunctionsWorker.Durable;
using OneVisit.Local.FunctionsWorker.Durable.Management;
using OneVisit.Local.FunctionsWorker.Http;
using OneVisit.Local.FunctionsWorker.Invocation;
using OneVisit.Local.FunctionsWorker.Timers;

namespace OneVisit.Local.FunctionsWorker.Hosting;

/// <summary>Puts the pieces together: what is there before the application registers anything, and what is added after.</summary>
internal static class LocalWebHost
{
    private const string EnvironmentSetting = "AZURE_FUNCTIONS_ENVIRONMENT";

    public static WebApplicationBuilder CreateBuilder(LocalFunctionsOptions options)
    {
        var environment = options.Settings.GetValueOrDefault(EnvironmentSetting) ?? Environments.Development;
        var web = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { EnvironmentName = environment });
        web.Configuration.AddInMemoryCollection(options.Settings.Select(pair => KeyValuePair.Create(pair.Key.Replace("__", ":", StringComparison.Ordinal), pair.Value)));
        web.Host.UseDefaultServiceProvider(provider =>
        {
            provider.ValidateScopes = web.Environment.IsDevelopment();
            provider.ValidateOnBuild = web.Environment.IsDevelopment();
        });
        web.Services.AddLogging().AddRouting().AddHttpContextAccessor();
        web.Services.TryAddSingleton(options.Clock);
        web.Services.Configure<JsonSerializerOptions>(json => json.PropertyNameCaseInsensitive = true);
        web.Services.Configure<ForwardedHeadersOptions>(forwarded => forwarded.ForwardedHeaders = ForwardedHeaders.All);
        options.ConfigureLogging?.Invoke(web.Logging);
        return web;
    }

    public static WebApplication Build(
        WebApplicationBuilder web,
        LocalFunctionsOptions options,
        IEnumerable<Type> types,
        IReadOnlyList<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> middleware,
        bool servesHttp)
    {
        var functions = FunctionDiscovery.In(types);
        if (!servesHttp && functions.FirstOrDefault(f => f.Trigger is FunctionTrigger.Http) is { } http)
            throw FunctionDiscovery.Refused(http.Name, "it answers HTTP, and ConfigureFunctionsWebApplication() was not called.");
        options.ConfigureServices?.Invoke(web.Services);
        Register(web.Services, options, functions, middleware);
        Listen(web, options);
        var app = web.Build();
        app.UseOwnNamesOnly();
        app.UseForwardedHeaders();
        app.UseRouting();
        ((IEndpointRouteBuilder)app).DataSources.Add(Endpoints(functions, app.Services.GetRequiredService<FunctionEndpoints>()));
        // Made now, so that what they refuse is refused before anything starts.
        if (app.Services.GetRequiredService<DurableFunctions>().Any) app.Services.GetRequiredService<ManagementApi>().Map(app);
        _ = app.Services.GetRequiredService<TimerFunctions>();
        return app;
    }

    private static void Register(
        IServiceCollection services,
        LocalFunctionsOptions options,
        IReadOnlyList<LocalFunction> functions,
        IReadOnlyList<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> middleware)
    {
        services.Replace(ServiceDescriptor.Singleton(options.Clock));
        services.AddSingleton(options);
        services.AddSingleton(functions);
        services.AddSingleton(p => new FunctionPipeline(middleware, p.GetRequiredService<IServiceScopeFactory>(), p.GetRequiredService<ILogger<FunctionPipeline>>()));
        services.AddSingleton<FunctionKeys>();
        services.AddSingleton<FunctionEndpoints>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<MatcherPolicy, MethodsAsRoute>());
        services.AddSingleton(p => Engine(options, p));
        services.AddSingleton<DurableFunctions>();
        services.AddDurableManagement(options);
        services.AddHostedService(p => p.GetRequiredService<DurableFunctions>());
        services.AddSingleton<TimerFunctions>();
        services.AddHostedService(p => p.GetRequiredService<TimerFunctions>());
    }

    private static DefaultEndpointDataSource Endpoints(IEnumerable<LocalFunction> functions, FunctionEndpoints endpoints) =>
        new(functions.Where(f => f.Trigger is FunctionTrigger.Http).Select((f, order) => endpoints.For(f, (FunctionTrigger.Http)f.Trigger, order)));

    private static DurableTaskEngine Engine(LocalFunctionsOptions options, IServiceProvider services) => new(new DurableTaskEngineOptions
    {
        DatabasePath = options.DurableDatabasePath,
        Clock = options.Clock,
        LoggerFactory = services.GetRequiredService<ILoggerFactory>(),
        Json = services.GetRequiredService<IOptions<JsonSerializerOptions>>().Value,
    });

    private static void Listen(WebApplicationBuilder web, LocalFunctionsOptions options)
    {
        var url = new Uri(options.Url);
        var address = url.Host == "localhost" ? IPAddress.Loopback : IPAddress.TryParse(url.Host.Trim('[', ']'), out var parsed) ? parsed : null;
        if (address is null || !IPAddress.IsLoopback(address) || url.Scheme != Uri.UriSchemeHttp)
            throw new InvalidOperationException($"'{options.Url}' is not an http:// address of this machine alone.");
        web.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = options.MaxRequestBodyBytes;
            // By its name, this machine is reached over both versions of IP; a free port can be taken for one only.
            if (url.Host == "localhost" && url.Port != 0)
                kestrel.ListenLocalhost(url.Port);
            else
                kestrel.Listen(address, url.Port);
        });
    }
}
