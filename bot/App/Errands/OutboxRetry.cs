using Microsoft.Bot.Schema;
using OneVisit.Bot.BackOffices;
using OneVisit.Bot.State;
using OneVisit.Bot.Turns;
using OneVisit.Conversation;
using OneVisit.Storage;

namespace OneVisit.Bot.Errands;

/// <summary>Runs the errands that the back office could not take, until it does; then the conversation goes on by itself.</summary>
internal sealed class OutboxRetry(Outbox outbox, AddressBook addresses, Proactive proactive, TurnRunner runner, ErrandRunner errands, TalkBook talks, ILogger<OutboxRetry> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var loaded = false;
        using var timer = new PeriodicTimer(Pause);
        do
        {
            loaded = loaded || await LoadedAsync(stoppingToken);
            await Task.WhenAll(outbox.Waiting.Select(conversation => TryAsync(conversation, stoppingToken)));
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
    private async Task TryAsync(string conversation, CancellationToken stop)
    {
        try
        {
            if (await ReferenceAsync(conversation, stop) is not { } reference) await outbox.RemoveAsync(conversation, stop);
            else while (await RunFirstAsync(conversation, reference, stop)) { }
        }
        catch (Exception trouble) when (!stop.IsCancellationRequested)
        {
            log.LogWarning("An errand waits: {Kind}", trouble.GetType().FullName);
        }
    }

    private async Task<ConversationReference?> ReferenceAsync(string conversation, CancellationToken stop) =>
        conversation.StartsWith('{') ? AddressBook.Read(conversation) : await addresses.FindAsync(conversation, stop);

    /// <returns><c>true</c>: it is done, and there may be another behind it.</returns>
    private async Task<bool> RunFirstAsync(string conversation, ConversationReference reference, CancellationToken stop)
    {
        var done = false;
        var reached = await proactive.RunAsync(reference, (turn, token) => runner.RunAsync(turn, async (talk, speaker, limit) =>
        {
            done = false;
            var left = talk.Pending.IsEmpty ? await talks.LeftBehindAsync(turn.Activity, reference.Conversation.Id, limit) : [];
            if (talk.Pending.AddRange(left) is not [var first, ..])
            {
                // Inside the turn: whoever adds one does so in a turn of the same conversation.
                await outbox.RemoveAsync(conversation, limit);
                return null;
            }
            var effect = PendingErrands.EffectOf(first);
            var result = await errands.RunAsync(effect, speaker with { Proofs = new ProofPurse(first.Proofs, first.At, speaker.Proofs) }, first.ServiceUrl, limit);
            done = result is not EffectResult.Unreachable;
            if (done && !left.IsEmpty) await talks.LeaveBehindAsync(turn.Activity, reference.Conversation.Id, left.RemoveAt(0), limit);
            return done ? new Heard.EffectAnswered(effect, result) : null;
        }, token), stop);
        if (!reached) log.LogWarning("An errand is done, and the channel has no such conversation any more to say so.");
        return done;
    }
}
