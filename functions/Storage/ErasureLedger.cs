using System.Globalization;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

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
    public Task AppendAsync(ErasedThing erased, CancellationToken cancellation = default) => container.AppendLineAsync(NameOf(erased.On), erased, cancellation);

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
        var lines = await container.LinesAsync<ErasedThing>(NameOf(month), cancellation);
        var things = lines.Where(line => line is { Id: not null, Rule: not null }).ToArray();
        return new([.. things.DistinctBy(erased => erased!.Id)!], lines.Length - things.Length);
    }

    private static string NameOf(DateOnly day) => Folder + day.ToString(Month, CultureInfo.InvariantCulture) + ".ndjson";
}

/// <summary>What was erased in a month.</summary>
/// <param name="Things">Each once, in the order in which it was written.</param>
/// <param name="Unreadable">Lines that are none of ours.</param>
public sealed record ErasedOfMonth(IReadOnlyList<ErasedThing> Things, int Unreadable);
