using System.Collections.Immutable;
using System.Text.Json;
using OneVisit.Storage;

namespace OneVisit.Bot.Errands;

/// <summary>Whose conversations hold an errand that has still to be run. The errand itself lies in the conversation, sealed; here is only who.</summary>
internal sealed class Outbox(BotStateBlobs blobs)
{
    private const string Key = "outbox/waiting";
    private ImmutableSortedSet<string> waiting = [];

    public IReadOnlyCollection<string> Waiting => Volatile.Read(ref waiting);

    public async Task LoadAsync(CancellationToken stop)
    {
        if (await blobs.ReadAsync(Key, stop) is { } stored) Join(Participants(stored));
    }

    public Task AddAsync(string participant, CancellationToken stop) => ChangeAsync(participant, set => set.Add(participant), stop);

    public Task RemoveAsync(string participant, CancellationToken stop) => ChangeAsync(participant, set => set.Remove(participant), stop);

    private async Task ChangeAsync(string participant, Func<ImmutableSortedSet<string>, ImmutableSortedSet<string>> change, CancellationToken stop)
    {
        StateWrite written;
        do
        {
            var stored = await blobs.ReadAsync(Key, stop);
            var changed = change(stored is null ? [] : Participants(stored));
            written = await blobs.WriteAsync(Key, JsonSerializer.Serialize(changed), stored?.ETag, stop);
        }
        while (written is StateWrite.Conflict);
        ImmutableInterlocked.Update(ref waiting, change);
    }

    private void Join(ImmutableSortedSet<string> stored) => ImmutableInterlocked.Update(ref waiting, set => set.Union(stored));

    private static ImmutableSortedSet<string> Participants(StoredState stored) => JsonSerializer.Deserialize<ImmutableSortedSet<string>>(stored.Json)!;
}
