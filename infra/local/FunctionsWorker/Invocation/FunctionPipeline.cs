using System.Diagnostics;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OneVisit.Local.FunctionsWorker.Binding;

namespace OneVisit.Local.FunctionsWorker.Invocation;

/// <summary>Every invocation goes through here: middleware in order, then the function.</summary>
internal sealed class FunctionPipeline(
    IEnumerable<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> middleware,
    IServiceScopeFactory scopes,
    ILogger<FunctionPipeline> logger)
{
    private static readonly ActivitySource Source = new("Microsoft.Azure.Functions.Worker");
    private readonly FunctionExecutionDelegate whole = middleware.Reverse().Aggregate((FunctionExecutionDelegate)ExecuteAsync, (next, step) => step(next));

    /// <summary>Runs the function; <paramref name="prepare"/> puts in what the trigger brought.</summary>
    /// <returns>What the function returned, or what middleware made of it.</returns>
    public async Task<object?> InvokeAsync(
        LocalFunction function, IReadOnlyDictionary<string, object?> data, Action<LocalFunctionContext> prepare, CancellationToken cancellation)
    {
        // An orchestrator runs many times in part: the engine traces it as a whole.
        using var activity = function.Trigger is FunctionTrigger.Orchestration ? null : Source.StartActivity($"function {function.Name}");
        await using var context = new LocalFunctionContext(function.Definition, scopes, data, cancellation);
        activity?.SetTag("faas.name", function.Name).SetTag("faas.invocation_id", context.InvocationId);
        using var scope = logger.BeginScope(new Dictionary<string, object>
        {
            ["AzureFunctions_InvocationId"] = context.InvocationId,
            ["AzureFunctions_FunctionName"] = function.Name,
        });
        context.Features.Set(function);
        prepare(context);
        try
        {
            await whole(context);
            return context.GetInvocationResult().Value;
        }
        catch (Exception trouble)
        {
            activity?.SetStatus(ActivityStatusCode.Error, trouble.GetType().Name);
            throw;
        }
    }

    private static async Task ExecuteAsync(FunctionContext context)
    {
        var function = context.Features.Get<LocalFunction>()!;
        var local = (LocalFunctionContext)context;
        var values = new object?[function.Parameters.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = await function.Parameters[i].Value(local);
        context.GetInvocationResult().Value = await function.CallAsync(context.InstanceServices, values);
    }
}
