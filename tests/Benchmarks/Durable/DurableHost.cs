using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Local.FunctionsWorker;

namespace OneVisit.Benchmarks.Durable;

/// <summary>The local runtime with the measured programs, on a file of its own; a desk whose tasks are answered as they come.</summary>
internal sealed class DurableHost : IAsyncDisposable
{
    private readonly LocalFunctionsHost host;
    private readonly CancellationTokenSource stop = new();
    private Task answering = Task.CompletedTask;

    private DurableHost(LocalFunctionsHost host) => this.host = host;

    public DurableTaskClient Client => host.Engine.Client;

    public static async Task<DurableHost> StartAsync(string folder)
    {
        DurableHost durable = new(LocalFunctionsHost.Create(
            builder => builder.Services.AddSingleton<Desk>(),
            [typeof(DurableHost).Assembly],
            new LocalFunctionsOptions { DurableDatabasePath = Path.Combine(folder, "durable.db") }));
        await durable.host.StartAsync();
        durable.answering = durable.AnswerAsync();
        return durable;
    }

    /// <summary>Starts one and waits until it is known to have ended well.</summary>
    public async Task RunAsync(string program)
    {
        var id = await Client.ScheduleNewOrchestrationInstanceAsync(program);
        var ended = await Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true);
        if (ended.RuntimeStatus != OrchestrationRuntimeStatus.Completed)
            throw new InvalidOperationException($"{program} ended as {ended.RuntimeStatus}: {ended.FailureDetails}");
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await answering.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await host.StopAsync();
        await host.DisposeAsync();
        stop.Dispose();
    }

    private async Task AnswerAsync()
    {
        await foreach (var task in host.Services.GetRequiredService<Desk>().TasksAsync(stop.Token))
            await Client.RaiseEventAsync(task.Instance, $"stage-{task.Number}", 1, stop.Token);
    }
}
