using System.Diagnostics.Metrics;
using OneVisit.Bot.Operations;
using OneVisit.Storage;

namespace OneVisit.Bot.Notices;

/// <summary>Watches the notices that were put aside, which only a person can help: a number for dashboards, and a line in the log for each change of it.</summary>
internal sealed class PoisonWatch(NoticeQueue queue, NoticePace pace, ILogger<PoisonWatch> log) : BackgroundService
{
    public const string Instrument = "onevisit.notices.poison";

    private static readonly Gauge<int> PutAside = Telemetry.Meter.CreateGauge<int>(Instrument, "{notice}", "Notices that were put aside and wait for a person.");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var known = await LookAsync(0, stoppingToken); ; known = await LookAsync(known, stoppingToken))
            await Task.Delay(pace.Watch, stoppingToken);
    }

    private async Task<int> LookAsync(int before, CancellationToken stop)
    {
        try
        {
            var now = await queue.CountPoisonAsync(stop);
            PutAside.Record(now);
            if (now != before) Tell(now, before);
            return now;
        }
        catch (Exception trouble) when (trouble is not OperationCanceledException || !stop.IsCancellationRequested)
        {
            // The reader of the notices says that the store is away; what is not known does not change the number.
            return before;
        }
    }

    private void Tell(int now, int before)
    {
        if (now == 0) log.LogInformation("No notice is put aside any more; {Before} were.", before);
        else log.LogWarning("{PutAside} notices are put aside and wait for a person; {Before} before.", now, before);
    }
}
