using System.Globalization;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using OneVisit.Domain.Audit;

namespace OneVisit.Storage;

/// <summary>
/// Container <c>audit</c>, beside the anchors: which findings were accepted, an append blob a year, a line each. Not in the tables: who can write these could else forge a journal, and that it was
/// looked into.
/// </summary>
public sealed class AcceptanceBook(OneVisitStorage storage)
{
    private const string Folder = "accepted/";

    private readonly BlobContainerClient container = storage.Container(Names.Audit);

    /// <summary>Said again, it stands there twice, and the last counts.</summary>
    public Task AppendAsync(AcceptedFinding accepted, CancellationToken cancellation = default) =>
        container.AppendLineAsync(string.Create(CultureInfo.InvariantCulture, $"{Folder}{accepted.At.UtcDateTime:yyyy}.ndjson"), accepted, cancellation);

    /// <summary>All, in the order in which they were written. A line that cannot be read accepts nothing.</summary>
    public async Task<IReadOnlyList<AcceptedFinding>> ListAsync(CancellationToken cancellation = default)
    {
        var years = new SortedSet<string>(StringComparer.Ordinal);
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, Folder, cancellation))
            years.Add(blob.Name);
        var all = new List<AcceptedFinding>();
        foreach (var year in years)
            all.AddRange((await container.LinesAsync<AcceptedFinding>(year, cancellation)).OfType<AcceptedFinding>().Where(line => line is { Journal: not null, Stands: not null, Reason: not null, By: not null, ByName: not null }));
        all.Reverse();
        return [.. all.DistinctBy(accepted => (accepted.Journal, accepted.Sequence, accepted.Fault, accepted.Stands)).Reverse()];
    }
}
