using Microsoft.Bot.Builder;
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
            try
            {
                if (!loaded) await outbox.LoadAsync(stoppingToken);
                loaded = true;
                foreach (var participant in outbox.Waiting) await RetryAsync(participant, stoppingToken);
            }
            catch (Exception trouble) when (trouble is not OperationCanceledException)
            {
                log.LogWarning("The outbox waits: {Kind}", trouble.GetType().FullName);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task RetryAsync(string participant, CancellationToken stop)
    {
        if (await addresses.FindAsync(participant, stop) is not { } reference)
        {
            await outbox.RemoveAsync(participant, stop);
            return;
        }
        var done = false;
        await proactive.RunAsync(reference, (turn, token) => runner.RunAsync(turn, async (talk, speaker, limit) =>
        {
            done = talk.Pending is null;
            if (talk.Pending is not { } pending) return null;
            var result = await errands.RunAsync(PendingErrands.EffectOf(pending), speaker, pending.ServiceUrl, limit);
            done = result is not EffectResult.Unreachable;
            return done ? new Heard.EffectAnswered(result) : null;
        }, token), stop);
        if (done) await outbox.RemoveAsync(participant, stop);
    }
}
