using System.Collections.Immutable;
using System.Text.Json;
using OneVisit.Storage;

namespace OneVisit.Bot.Errands;

/// <summary>
/// Which conversations hold errands that have still to be run, by their address; those noted earlier by their participant. The errands
/// themselves lie in the conversation, sealed.
/// </summary>
internal sealed class Outbox(BotStateBlobs blobs)
{
    private const string Key = "outbox/waiting";
    private ImmutableSortedSet<string> waiting = [];

    public IReadOnlyCollection<string> Waiting => Volatile.Read(ref waiting);

    public async Task LoadAsync(CancellationToken stop)
    {
        if (await blobs.ReadAsync(Key, stop) is { } stored) Join(Read(stored));
    }

    public Task AddAsync(string conversation, CancellationToken stop) => ChangeAsync(set => set.Add(conversation), stop);

    public Task RemoveAsync(string conversation, CancellationToken stop) => ChangeAsync(set => set.Remove(conversation), stop);

    private async Task ChangeAsync(Func<ImmutableSortedSet<string>, ImmutableSortedSet<string>> change, CancellationToken stop)
    {
        StateWrite written;
        do
        {
            var stored = await blobs.ReadAsync(Key, stop);
            var changed = change(stored is null ? [] : Read(stored));
            written = await blobs.WriteAsync(Key, JsonSerializer.Serialize(changed), stored?.ETag, BotStateBlobs.Unsealed, stop);
        }
        while (written is StateWrite.Conflict);
        ImmutableInterlocked.Update(ref waiting, change);
    }

    private void Join(ImmutableSortedSet<string> stored) => ImmutableInterlocked.Update(ref waiting, set => set.Union(stored));

    private static ImmutableSortedSet<string> Read(StoredState stored) => JsonSerializer.Deserialize<ImmutableSortedSet<string>>(stored.Json)!;
}
