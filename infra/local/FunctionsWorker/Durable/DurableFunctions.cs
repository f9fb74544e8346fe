using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OneVisit.Local.DurableTask;
using OneVisit.Local.FunctionsWorker.Binding;
using OneVisit.Local.FunctionsWorker.Invocation;

namespace OneVisit.Local.FunctionsWorker.Durable;

/// <summary>Hands orchestrator and activity functions to the engine; each runs through the same middleware as any other function.</summary>
internal sealed class DurableFunctions : IHostedService
{
    private static readonly Dictionary<string, object?> NoData = [];
    private readonly DurableTaskEngine? engine;
    private readonly FunctionPipeline pipeline;
    private readonly ILogger<DurableFunctions> logger;

    public DurableFunctions(IServiceProvider services, FunctionPipeline pipeline, IReadOnlyList<LocalFunction> functions, ILogger<DurableFunctions> logger)
    {
        this.pipeline = pipeline;
        this.logger = logger;
        if (!functions.Any(IsDurable))
            return;
        engine = services.GetRequiredService<DurableTaskEngine>();
        foreach (var function in functions)
        {
            if (function.Trigger is FunctionTrigger.Orchestration orchestration)
                engine.AddOrchestrator(orchestration.Name, context => OrchestrateAsync(function, context));
            else if (function.Trigger is FunctionTrigger.Activity activity)
                engine.AddActivity(activity.Name, (input, cancellation) => ActAsync(function, input, cancellation));
        }
    }

    /// <summary>Whether the application has any.</summary>
    public bool Any => engine is not null;

    public Task StartAsync(CancellationToken cancellationToken) => engine?.StartAsync(cancellationToken) ?? Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => engine?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    public void Wake() => engine?.Wake();

    private static bool IsDurable(LocalFunction function) =>
        function.Trigger is FunctionTrigger.Orchestration or FunctionTrigger.Activity || function.Parameters.Any(p => p.Kind == "durableClient");

    private Task<object?> OrchestrateAsync(LocalFunction function, TaskOrchestrationContext context) =>
        pipeline.InvokeAsync(function, NoData, invocation => invocation.Features.Set(context), CancellationToken.None);

    private async Task<object?> ActAsync(LocalFunction function, ActivityInvocation input, CancellationToken cancellation)
    {
        try
        {
            return await pipeline.InvokeAsync(function, NoData, invocation => invocation.Features.Set(input), cancellation);
        }
        catch (Exception trouble) when (!cancellation.IsCancellationRequested)
        {
            logger.LogWarning(trouble, "Activity {Function} failed", function.Name);
            throw;
        }
    }
}
