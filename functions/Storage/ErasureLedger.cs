using System.Globalization;
using System.Text;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using OneVisit.Domain.Cases;

namespace OneVisit.Storage;

/// <summary>
/// Container <c>audit</c>, beside the anchors: what was erased, an append blob a month, a line each. It lies where tables filled from an old copy cannot forget it, so that what they
/// bring back is erased again. Numbers and rules only, nothing of whom it was about.
/// </summary>
public sealed class ErasureLedger(OneVisitStorage storage)
{
    private const string Folder = "erased/";
    private const string Month = "yyyy-MM";

    private readonly BlobContainerClient container = storage.Container(Names.Audit);

    /// <summary>Written before the first thing is destroyed. Done again, a second line says the same.</summary>
    public async Task AppendAsync(ErasedThing erased, CancellationToken cancellation = default)
    {
        var blob = container.GetAppendBlobClient(NameOf(erased.On));
        await blob.CreateIfNotExistsAsync(cancellationToken: cancellation);
        using var line = new MemoryStream(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(erased, JournalJson.Options) + "\n"));
        await blob.AppendBlockAsync(line, cancellationToken: cancellation);
    }

    /// <summary>First days of the months in which something was erased, in order.</summary>
    /// <param name="since">Any day of the first; <c>null</c>: all.</param>
    public async Task<IReadOnlyList<DateOnly>> MonthsAsync(DateOnly? since = null, CancellationToken cancellation = default)
    {
        var months = new SortedSet<DateOnly>();
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, Folder, cancellation))
        {
            if (DateOnly.TryParseExact(Path.GetFileNameWithoutExtension(blob.Name), Month, CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)
                && (since is not { } first || month >= new DateOnly(first.Year, first.Month, 1)))
                months.Add(month);
        }
        return [.. months];
    }

    /// <summary>Each once.</summary>
    /// <param name="month">Any day of it.</param>
    /// <exception cref="InvalidDataException">A line is none of ours.</exception>
    public async Task<IReadOnlyList<ErasedThing>> ListAsync(DateOnly month, CancellationToken cancellation = default)
    {
        try
        {
            var text = (await container.GetBlobClient(NameOf(month)).DownloadContentAsync(cancellation)).Value.Content.ToString();
            return [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<ErasedThing>(line, JournalJson.Options)!).DistinctBy(erased => erased.Id)];
        }
        catch (RequestFailedException none) when (none.Status == 404)
        {
            return [];
        }
        catch (JsonException broken)
        {
            throw new InvalidDataException($"{NameOf(month)} cannot be read.", broken);
        }
    }

    private static string NameOf(DateOnly day) => Folder + day.ToString(Month, CultureInfo.InvariantCulture) + ".ndjson";
}
