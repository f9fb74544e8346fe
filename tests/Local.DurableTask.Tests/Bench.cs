using System.Text.Json;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using OneVisit.Support;

namespace OneVisit.Local.DurableTask.Tests;

/// <summary>An engine on a file of its own and a clock that is moved by hand. Restart gives a new engine on the same file.</summary>
public sealed class Bench : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly TemporaryFolder folder = new();
    private readonly CancellationTokenSource deadline = new(Patience);

    public Bench() => Engine = NewEngine();

    public MovableClock Clock { get; } = new();

    public RecordedLog Log { get; } = new();

    public DurableTaskEngine Engine { get; private set; }

    /// <summary>How the next engine differs from an ordinary one: set it before <see cref="Crash"/>.</summary>
    public Func<DurableTaskEngineOptions, DurableTaskEngineOptions> Options { get; set; } = options => options;

    public DurableTaskClient Client => Engine.Client;

    public CancellationToken Deadline => deadline.Token;

    public string DatabasePath => folder.File("state/durable.db");

    public Bench Orchestrator<T>(string name, Func<TaskOrchestrationContext, Task<T>> run)
    {
        Engine.AddOrchestrator(name, async context => await run(context));
        return this;
    }

    public Bench Activity<TIn, TOut>(string name, Func<TIn, TOut> run)
    {
        Engine.AddActivity(name, (invocation, _) => Task.FromResult<object?>(run(Read<TIn>(invocation))));
        return this;
    }

    public Bench Activity<TIn, TOut>(string name, Func<TIn, CancellationToken, Task<TOut>> run)
    {
        Engine.AddActivity(name, async (invocation, stopping) => await run(Read<TIn>(invocation), stopping));
        return this;
    }

    public Bench Start()
    {
        Engine.StartAsync(Deadline).GetAwaiter().GetResult();
        return this;
    }

    public Task<string> Schedule(string name, object? input = null, string? id = null) =>
        Client.ScheduleNewOrchestrationInstanceAsync(name, input, new StartOrchestrationOptions(id), Deadline);

    public Task<OrchestrationMetadata> Completion(string id) => Client.WaitForInstanceCompletionAsync(id, true, Deadline);

    public async Task<OrchestrationMetadata> Run(string name, object? input = null) => await Completion(await Schedule(name, input));

    public Task Idle() => Engine.WhenIdleAsync(Deadline);

    public async Task<OrchestrationMetadata> Look(string id)
    {
        await Idle();
        return (await Client.GetInstanceAsync(id, true, Deadline))!;
    }

    public async Task Advance(TimeSpan by)
    {
        await Idle();
        Clock.Advance(by);
        await Idle();
    }

    /// <summary>The process dies and comes back, with nothing registered and nothing started yet.</summary>
    public async Task Crash()
    {
        await Engine.DisposeAsync();
        Engine = NewEngine();
    }

    public async ValueTask DisposeAsync()
    {
        await Engine.DisposeAsync();
        deadline.Dispose();
        folder.Dispose();
    }

    private static T Read<T>(ActivityInvocation invocation) =>
        invocation.Input is null ? default! : JsonSerializer.Deserialize<T>(invocation.Input)!;

    private DurableTaskEngine NewEngine() => new(Options(new()
    {
        DatabasePath = DatabasePath,
        Clock = Clock,
        LoggerFactory = LoggerFactory.Create(logging => logging.AddProvider(Log)),
    }));
}
