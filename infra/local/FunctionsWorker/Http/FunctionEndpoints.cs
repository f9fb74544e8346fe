using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OneVisit.Local.FunctionsWorker.Binding;
using OneVisit.Local.FunctionsWorker.Invocation;

namespace OneVisit.Local.FunctionsWorker.Http;

/// <summary>One endpoint per HTTP function. As in the real host a wrong key is 401, an unknown route or method 404, and a fault 500, all without a body.</summary>
internal sealed class FunctionEndpoints(
    FunctionPipeline pipeline, FunctionKeys keys, IHostApplicationLifetime lifetime, ILogger<FunctionEndpoints> logger)
{
    // What extensions.http.routePrefix of host.json is when it says nothing.
    private const string RoutePrefix = "api";

    /// <param name="order">Of its name among all: where several routes fit, the real host takes the first by name, not the one that fits nearer.</param>
    public Endpoint For(LocalFunction function, FunctionTrigger.Http trigger, int order)
    {
        var pattern = RoutePatternFactory.Parse($"{RoutePrefix}/{trigger.Route.TrimStart('/')}");
        var endpoint = new RouteEndpointBuilder(http => AnswerAsync(function, trigger, http), pattern, order) { DisplayName = function.Name };
        endpoint.Metadata.Add(new AnsweredMethods(trigger.Methods));
        return endpoint.Build();
    }

    private async Task AnswerAsync(LocalFunction function, FunctionTrigger.Http trigger, HttpContext http)
    {
        if (!keys.Admit(trigger.Level, http.Request))
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        using var ends = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, lifetime.ApplicationStopping);
        try
        {
            await pipeline.InvokeAsync(function, BroughtBy(http.Request), context => Lend(http, context), ends.Token);
        }
        catch (Exception trouble)
        {
            Fail(function, http, trouble);
        }
    }

    private static void Lend(HttpContext http, LocalFunctionContext context)
    {
        http.RequestServices = context.InstanceServices;
        context.Features.Set(http);
    }

    private static Dictionary<string, object?> BroughtBy(HttpRequest request)
    {
        var data = request.Query.ToDictionary(pair => pair.Key, pair => (object?)pair.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in request.RouteValues)
            data[name] = value?.ToString();
        return data;
    }

    private void Fail(LocalFunction function, HttpContext http, Exception trouble)
    {
        if (trouble is OperationCanceledException && http.RequestAborted.IsCancellationRequested)
            return;
        logger.LogError(trouble, "Function {Function} failed", function.Name);
        if (http.Response.HasStarted)
        {
            http.Abort();
            return;
        }

        http.Response.Clear();
        http.Response.StatusCode = trouble is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError;
    }
}
