using OneVisit.Bot.State;
using OneVisit.Bot.Turns;
using OneVisit.Conversation;
using OneVisit.Storage;

namespace OneVisit.Bot.Errands;

/// <summary>Runs the errands that the back office could not take, until it does; then the conversation goes on by itself.</summary>
internal sealed class OutboxRetry(Outbox outbox, AddressBook addresses, Proactive proactive, TurnRunner runner, ErrandRunner errands, ILogger<OutboxRetry> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var loaded = false;
        using var timer = new PeriodicTimer(Pause);
        do
        {
            loaded = loaded || await LoadedAsync(stoppingToken);
            await Task.WhenAll(outbox.Waiting.Select(participant => TryAsync(participant, stoppingToken)));
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<bool> LoadedAsync(CancellationToken stop)
    {
        try
        {
            await outbox.LoadAsync(stop);
            return true;
        }
        catch (Exception trouble) when (!stop.IsCancellationRequested)
        {
            log.LogWarning("The outbox cannot be read: {Kind}", trouble.GetType().FullName);
            return false;
        }
    }

    // One of whom something is amiss holds up nobody else.
    private async Task TryAsync(string participant, CancellationToken stop)
    {
        try
        {
            await RetryAsync(participant, stop);
        }
        catch (Exception trouble) when (!stop.IsCancellationRequested)
        {
            log.LogWarning("An errand waits: {Kind}", trouble.GetType().FullName);
        }
    }

    private async Task RetryAsync(string participant, CancellationToken stop)
    {
        if (await addresses.FindAsync(participant, stop) is not { } reference)
        {
            await outbox.RemoveAsync(participant, stop);
            return;
        }
        var done = false;
        var reached = await proactive.RunAsync(reference, (turn, token) => runner.RunAsync(turn, async (talk, speaker, limit) =>
        {
            done = talk.Pending is null;
            if (talk.Pending is not { } pending) return null;
            var result = await errands.RunAsync(PendingErrands.EffectOf(pending), speaker, pending.ServiceUrl, limit);
            done = result is not EffectResult.Unreachable;
            return done ? new Heard.EffectAnswered(result) : null;
        }, token), stop);
        if (!reached) log.LogWarning("An errand is done, and the channel has no such conversation any more to say so.");
        if (done) await outbox.RemoveAsync(participant, stop);
    }
}
