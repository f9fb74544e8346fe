using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using OneVisit.Domain.Calendars;
using OneVisit.Functions.Tests.Running;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Process;

// Whoever is late elsewhere would be counted, too.
[Collection(AloneCollection.Name)]
public sealed class RedCasesTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    [Fact]
    public async Task A_task_past_its_limit_is_a_number_that_an_alarm_can_watch()
    {
        var told = new ConcurrentQueue<object?>();
        using var alarm = new MeterListener();
        alarm.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name == "onevisit.cases.red") listener.EnableMeasurementEvents(instrument);
        };
        alarm.SetMeasurementEventCallback<long>((_, number, tags, _) => told.Enqueue($"{number} {tags[0].Key} {tags[0].Value}"));
        alarm.Start();
        await using var office = await Office.OpenAsync(azurite);
        await Journey.BeginAsync(office);

        // Collecting is due on Friday, 27 November; the township's head hears of it at the end of Monday.
        await office.MoveToAsync(BeijingTime.EndOf(new DateOnly(2026, 11, 27)).AddMinutes(1));
        await office.MoveToAsync(BeijingTime.EndOf(new DateOnly(2026, 11, 30)).AddMinutes(1));

        Assert.Equal(["1 told deputy-representative", "1 told township-head"], told);
    }
}
