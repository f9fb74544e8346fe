using System.Globalization;
using System.Text;
using System.Text.Json;
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

    /// <param name="month">Any day of it.</param>
    public async Task<ErasedOfMonth> ListAsync(DateOnly month, CancellationToken cancellation = default)
    {
        var text = await container.TextAsync(NameOf(month), cancellation) ?? "";
        ErasedThing?[] lines = [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(LineOf)];
        return new([.. lines.OfType<ErasedThing>().DistinctBy(erased => erased.Id)], lines.Count(line => line is null));
    }

    // No line can be taken out of such a blob: one that is none of ours must not hide all others.
    private static ErasedThing? LineOf(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<ErasedThing>(line, JournalJson.Options) is { Id: not null, Rule: not null } erased ? erased : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string NameOf(DateOnly day) => Folder + day.ToString(Month, CultureInfo.InvariantCulture) + ".ndjson";
}

/// <summary>What was erased in a month.</summary>
/// <param name="Things">Each once, in the order in which it was written.</param>
/// <param name="Unreadable">Lines that are none of ours.</param>
public sealed record ErasedOfMonth(IReadOnlyList<ErasedThing> Things, int Unreadable);
