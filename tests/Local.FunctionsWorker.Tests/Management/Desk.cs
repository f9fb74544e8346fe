using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Support;

namespace OneVisit.Local.FunctionsWorker.Tests.Management;

public static class BreakOrder
{
    [Function(nameof(BreakOrder))]
    public static Task Run([OrchestrationTrigger] TaskOrchestrationContext context) => throw new InvalidOperationException("no paper");
}

/// <summary>A host with printing orders, asked by its management API as an operator's tool would.</summary>
internal sealed class Desk : IAsyncDisposable
{
    public const string Key = "the+system/key=";
    private const string Root = "runtime/webhooks/durabletask/";

    private readonly TemporaryFolder _folder;
    private readonly Running _running;

    private Desk(TemporaryFolder folder, Running running) => (_folder, _running) = (folder, running);

    public DurableTaskClient Client => _running.Host.Engine.Client;

    public HttpClient Http => _running.Http;

    public static async Task<Desk> OpenAsync(TimeProvider? clock = null)
    {
        TemporaryFolder folder = new();
        LocalFunctionsOptions options = new()
        {
            DurableDatabasePath = folder.File("process.db"),
            DurableTaskKey = Key,
            MasterKey = "master",
            TaskHub = "Prints",
            Clock = clock ?? TimeProvider.System,
            ConfigureServices = services => services.AddScoped<Ink>(),
        };
        return new(folder, await Running.StartAsync(options, _ => { }, typeof(PrintOrder), typeof(PrintPage), typeof(BreakOrder)));
    }

    /// <summary>An order that waits for its stamp after <paramref name="copies"/> pages.</summary>
    public async Task<string> WaitingAsync(string id = "o1", int copies = 1)
    {
        await Client.ScheduleNewOrchestrationInstanceAsync(nameof(PrintOrder), new Order("p", copies), new StartOrchestrationOptions(id));
        await IdleAsync();
        return id;
    }

    public async Task<string> CompletedAsync(string id = "o1")
    {
        await WaitingAsync(id);
        await Client.RaiseEventAsync(id, "stamp", "sealed");
        await IdleAsync();
        return id;
    }

    public async Task<string> FailedAsync(string id = "o1")
    {
        await Client.ScheduleNewOrchestrationInstanceAsync(nameof(BreakOrder), null, new StartOrchestrationOptions(id));
        await IdleAsync();
        return id;
    }

    public async Task<OrchestrationRuntimeStatus?> StatusOfAsync(string id)
    {
        await IdleAsync();
        return (await Client.GetInstanceAsync(id))?.RuntimeStatus;
    }

    public Task<HttpResponseMessage> GetAsync(string route) => SendAsync(HttpMethod.Get, route);

    public Task<HttpResponseMessage> PostAsync(string route, HttpContent? body = null) => SendAsync(HttpMethod.Post, route, body);

    public Task<HttpResponseMessage> DeleteAsync(string route) => SendAsync(HttpMethod.Delete, route);

    public async Task<JsonNode> ReadAsync(string route)
    {
        using var answer = await GetAsync(route);
        return (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
    }

    public static string WithKey(string route) => $"{Root}{route}{(route.Contains('?', StringComparison.Ordinal) ? '&' : '?')}code={Uri.EscapeDataString(Key)}";

    public static string WithoutKey(string route) => Root + route;

    public async ValueTask DisposeAsync()
    {
        await _running.DisposeAsync();
        _folder.Dispose();
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string route, HttpContent? body = null)
    {
        using HttpRequestMessage request = new(method, WithKey(route)) { Content = body };
        return await Http.SendAsync(request);
    }

    private async Task IdleAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await _running.Host.Engine.WhenIdleAsync(patience.Token);
    }
}
