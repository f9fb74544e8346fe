using System.Collections.Concurrent;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OneVisit.Support;

namespace OneVisit.Local.FunctionsWorker.Tests;

public sealed record Order(string Name, int Copies);

public static class PrintOrder
{
    [Function(nameof(PrintOrder))]
    public static async Task<string> Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var order = context.GetInput<Order>()!;
        var pages = new List<string>();
        for (var copy = 1; copy <= order.Copies; copy++)
            pages.Add(await context.CallActivityAsync<string>(nameof(PrintPage), order with { Copies = copy }));
        var stamp = await context.WaitForExternalEvent<string>("stamp");
        return string.Join(',', pages.Append(stamp));
    }
}

public static class PrintTyped
{
    [Function(nameof(PrintTyped))]
    public static async Task<string> Run([OrchestrationTrigger] TaskOrchestrationContext context, Order order) =>
        await context.CallActivityAsync<string>(nameof(PrintPage), order);
}

public sealed class PrintPage(Ink ink)
{
    [Function(nameof(PrintPage))]
    public string Run([ActivityTrigger] Order order, FunctionContext context, CancellationToken cancellation) =>
        $"{order.Name}{order.Copies}-{(ink == context.InstanceServices.GetRequiredService<Ink>() ? "same" : "other")}";
}

public sealed class Ink;

public sealed class OrderFunctions
{
    [Function("StartOrder")]
    public async Task<IActionResult> Start(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "orders/{id}")] HttpRequest request, string id, [DurableClient] DurableTaskClient client) =>
        new OkObjectResult(await client.ScheduleNewOrchestrationInstanceAsync(
            nameof(PrintOrder), input: new Order("p", 2), options: new StartOrchestrationOptions(InstanceId: id)));

    [Function("StampOrder")]
    public async Task<IActionResult> Stamp(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "orders/{id}/stamp")] HttpRequest request, string id, [DurableClient] DurableTaskClient client)
    {
        await client.RaiseEventAsync(id, "stamp", "sealed");
        return new AcceptedResult();
    }
}

public sealed class DurableFunctionTests : IDisposable
{
    private static readonly Type[] Functions = [typeof(PrintOrder), typeof(PrintTyped), typeof(PrintPage), typeof(OrderFunctions)];

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task An_orchestration_is_started_woken_and_finished_over_http()
    {
        await using var running = await StartAsync();

        using var started = await running.Http.PostAsync("api/orders/o1", null);
        await IdleAsync(running);
        using var stamped = await running.Http.PutAsync("api/orders/o1/stamp", null);
        var done = await running.Host.Engine.Client.WaitForInstanceCompletionAsync("o1", getInputsAndOutputs: true);

        Assert.Equal("p1-same,p2-same,sealed", done.ReadOutputAs<string>());
    }

    [Fact]
    public async Task An_orchestrator_may_take_its_input_as_a_parameter()
    {
        await using var running = await StartAsync();

        var id = await running.Host.Engine.Client.ScheduleNewOrchestrationInstanceAsync(nameof(PrintTyped), input: new Order("x", 7));
        var done = await running.Host.Engine.Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true);

        Assert.Equal("x7-same", done.ReadOutputAs<string>());
    }

    [Fact]
    public async Task Middleware_runs_round_activities_and_orchestrators_too()
    {
        var seen = new ConcurrentDictionary<string, string>();
        await using var running = await StartAsync(builder => builder.UseMiddleware((context, next) =>
        {
            seen[context.FunctionDefinition.Name] = context.FunctionDefinition.InputBindings.Values.Single(binding => binding.Type.EndsWith("Trigger", StringComparison.Ordinal)).Type;
            return next();
        }));

        var id = await running.Host.Engine.Client.ScheduleNewOrchestrationInstanceAsync(nameof(PrintTyped), input: new Order("x", 1));
        await running.Host.Engine.Client.WaitForInstanceCompletionAsync(id);

        Assert.Equal(("orchestrationTrigger", "activityTrigger"), (seen[nameof(PrintTyped)], seen[nameof(PrintPage)]));
    }

    [Fact]
    public async Task An_orchestration_goes_on_after_a_restart()
    {
        await using (var before = await StartAsync())
        {
            using var started = await before.Http.PostAsync("api/orders/o2", null);
            await IdleAsync(before);
        }

        await using var after = await StartAsync();
        using var stamped = await after.Http.PutAsync("api/orders/o2/stamp", null);
        var done = await after.Host.Engine.Client.WaitForInstanceCompletionAsync("o2");

        Assert.Equal(OrchestrationRuntimeStatus.Completed, done.RuntimeStatus);
    }

    public void Dispose() => _folder.Dispose();

    private Task<Running> StartAsync(Action<Microsoft.Azure.Functions.Worker.Builder.FunctionsApplicationBuilder>? configure = null)
    {
        var options = new LocalFunctionsOptions
        {
            DurableDatabasePath = _folder.File("process.db"),
            ConfigureServices = services => services.AddScoped<Ink>(),
        };
        return Running.StartAsync(options, configure ?? (_ => { }), Functions);
    }

    private static async Task IdleAsync(Running running)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await running.Host.Engine.WhenIdleAsync(patience.Token);
    }
}
