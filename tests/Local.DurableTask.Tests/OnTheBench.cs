namespace OneVisit.Local.DurableTask.Tests;

/// <summary>Tests that each have a bench of their own, which is cleared away after them. xunit calls <see cref="IAsyncLifetime"/>; it does not know <see cref="IAsyncDisposable"/>.</summary>
public abstract class OnTheBench : IAsyncLifetime
{
    private protected readonly Bench bench = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await bench.DisposeAsync();
}
