using System.Text.Json;
using OneVisit.Domain.Cases;

namespace OneVisit.Storage;

/// <summary>How far the activations in the book of the directory have been written to the table of staff; beside the book, in container <c>directory</c>.</summary>
public sealed class DirectoryMark(OneVisitStorage storage)
{
    private const string Applied = "applied.json";
    private const string Progress = "progress.json";

    private readonly GuardedTexts texts = new(storage.Container(Names.Editions));

    /// <summary>How many activations, from the first, are written whole.</summary>
    public async Task<int> AppliedAsync(CancellationToken cancellation = default) => (await ReadAsync<AppliedActivations>(Applied, cancellation))?.Count ?? 0;

    /// <param name="before">As it was read. Who comes second with the same step changes nothing.</param>
    public async Task AdvanceAsync(int before, CancellationToken cancellation = default)
    {
        var stored = await texts.ReadAsync(Applied, cancellation);
        if ((stored is null ? 0 : Of<AppliedActivations>(stored.Json).Count) == before)
            await texts.WriteAsync(Applied, JsonSerializer.Serialize(new AppliedActivations(before + 1), JournalJson.Options), stored?.ETag, cancellation);
    }

    /// <summary>What is being written now, or was written last.</summary>
    /// <returns><c>null</c>: nothing ever was.</returns>
    public Task<ApplyProgress?> ProgressAsync(CancellationToken cancellation = default) => ReadAsync<ApplyProgress>(Progress, cancellation);

    public Task TellAsync(ApplyProgress progress, CancellationToken cancellation = default) =>
        texts.WriteAsync(Progress, JsonSerializer.Serialize(progress, JournalJson.Options), GuardedTexts.Any, cancellation);

    private async Task<T?> ReadAsync<T>(string name, CancellationToken cancellation)
        where T : class => await texts.ReadAsync(name, cancellation) is { } stored ? Of<T>(stored.Json) : null;

    private static T Of<T>(string json) => JsonSerializer.Deserialize<T>(json, JournalJson.Options) ?? throw new JsonException($"No {typeof(T).Name}.");

    private sealed record AppliedActivations(int Count);
}

/// <summary>How far one activation has come.</summary>
/// <param name="Step">Which of the book, from 1.</param>
/// <param name="Done">People written.</param>
/// <param name="Of">People to write.</param>
public sealed record ApplyProgress(int Step, int Done, int Of);
