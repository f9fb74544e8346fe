using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using OneVisit.Bot.Notices;
using OneVisit.Bot.Tests.City;

namespace OneVisit.Bot.Tests;

[Collection(CityCollection.Name)]
public sealed class PoisonWatchTests(BotCity city) : IAsyncLifetime
{
    // More than the city itself ever has.
    private const int Many = 7;

    private readonly NoticeBench _bench = new(city);

    public async Task InitializeAsync()
    {
        await _bench.OpenAsync();
        for (var i = 0; i < Many; i++) await _bench.Queue.SendAsync(Sample.Notice("resident:a", "no-such-kind", "XT261124-POISON"));
    }

    [Fact]
    public async Task How_many_notices_were_put_aside_is_a_number_that_a_dashboard_can_watch()
    {
        var numbers = new ConcurrentQueue<int>();
        using var dashboard = new MeterListener();
        dashboard.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name == PoisonWatch.Instrument) listener.EnableMeasurementEvents(instrument);
        };
        dashboard.SetMeasurementEventCallback<int>((_, number, _, _) => numbers.Enqueue(number));
        dashboard.Start();
        using var watch = _bench.Watch();
        await watch.StartAsync(CancellationToken.None);

        await _bench.Queue.ReceiveAsync();
        await NoticeBench.UntilAsync(() => numbers.Contains(Many));

        await watch.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Each_change_is_warned_of_once()
    {
        using var watch = _bench.Watch();
        await _bench.Queue.ReceiveAsync();
        await watch.StartAsync(CancellationToken.None);
        await NoticeBench.UntilAsync(() => !_bench.Log.Lines.IsEmpty);
        await _bench.Queue.SendAsync(Sample.Notice("resident:a", "no-such-kind", "XT261124-POISON"));
        await _bench.Queue.ReceiveAsync();
        await NoticeBench.UntilAsync(() => _bench.Log.Lines.Count > 1);
        await watch.StopAsync(CancellationToken.None);

        Assert.Equal(
            [(LogLevel.Warning, "7 notices are put aside and wait for a person; 0 before."), (LogLevel.Warning, "8 notices are put aside and wait for a person; 7 before.")],
            _bench.Log.Lines);
    }

    public Task DisposeAsync() => Task.CompletedTask;
}
