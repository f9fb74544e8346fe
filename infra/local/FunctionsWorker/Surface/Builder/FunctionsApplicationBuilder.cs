using Microsoft.AspNetCore.Builder;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OneVisit.Local.FunctionsWorker;
using OneVisit.Local.FunctionsWorker.Hosting;
using OneVisit.Local.FunctionsWorker.Http;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Collects services, configuration and middleware of a function application, then builds it once.</summary>
public class FunctionsApplicationBuilder : IHostApplicationBuilder, IFunctionsWorkerApplicationBuilder
{
    private readonly LocalFunctionsOptions options;
    private readonly IReadOnlyCollection<Type> types;
    private readonly WebApplicationBuilder web;
    private readonly List<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> middleware = [];
    private bool servesHttp;
    private bool built;

    internal FunctionsApplicationBuilder(LocalFunctionsOptions options, IReadOnlyCollection<Type> types)
    {
        this.options = options;
        this.types = types;
        web = LocalWebHost.CreateBuilder(options);
    }

    public IDictionary<object, object> Properties => ((IHostApplicationBuilder)web).Properties;

    public ConfigurationManager Configuration => web.Configuration;

    IConfigurationManager IHostApplicationBuilder.Configuration => web.Configuration;

    public IHostEnvironment Environment => web.Environment;

    public ILoggingBuilder Logging => web.Logging;

    public IMetricsBuilder Metrics => web.Metrics;

    public IServiceCollection Services => web.Services;

    /// <exception cref="InvalidOperationException">Built before, or a function that cannot run; the message names it and its parameter.</exception>
    public IHost Build()
    {
        RefuseOnceBuilt();
        built = true;
        return LocalWebHost.Build(web, options, types, middleware, servesHttp);
    }

    public void ConfigureContainer<TContainerBuilder>(
        IServiceProviderFactory<TContainerBuilder> factory, Action<TContainerBuilder>? configure = null)
        where TContainerBuilder : notnull => ((IHostApplicationBuilder)web).ConfigureContainer(factory, configure);

    public IFunctionsWorkerApplicationBuilder Use(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> middleware)
    {
        RefuseOnceBuilt();
        this.middleware.Add(middleware);
        return this;
    }

    /// <summary>HTTP functions become possible, and middleware added after this sees the HttpContext.</summary>
    internal void ServeHttp()
    {
        if (servesHttp)
            return;
        servesHttp = true;
        Services.AddMvcCore();
        Use(HttpProxying.Around);
    }

    private void RefuseOnceBuilt()
    {
        if (built)
            throw new InvalidOperationException("The application has already been built.");
    }
}

/// <summary>HTTP through ASP.NET Core.</summary>
public static class FunctionsApplicationBuilderAspNetCoreExtensions
{
    public static FunctionsApplicationBuilder ConfigureFunctionsWebApplication(this FunctionsApplicationBuilder builder)
    {
        builder.ServeHttp();
        return builder;
    }
}
