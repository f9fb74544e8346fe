using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using OneVisit.Domain.Audit;
using OneVisit.Domain.Cases;

namespace OneVisit.Storage;

/// <summary>
/// Container <c>audit</c>: the anchors of a year are one append blob, a line a night; beside it the list of heads that each is of, and what was found. In Azure an immutability policy
/// lets nobody, the office's own program included, change what stands there.
/// </summary>
public sealed class AnchorBook(OneVisitStorage storage)
{
    private const string Folder = "anchors/";
    private const string Lists = "heads/";
    private const string Days = "days/";
    private const string Day = "yyyy-MM-dd";
    private const string Sealing = "sealing-since";

    private readonly BlobContainerClient container = storage.Container(Names.Audit);

    /// <summary>All of them, in order: each hangs on the one before, over the years. Empty: none was anchored.</summary>
    /// <exception cref="InvalidDataException">A line is no anchor.</exception>
    public async Task<ImmutableArray<AuditAnchor>> ListAsync(CancellationToken cancellation = default)
    {
        var years = new SortedSet<string>(StringComparer.Ordinal);
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, Folder, cancellation))
            years.Add(blob.Name);
        var anchors = ImmutableArray.CreateBuilder<AuditAnchor>();
        foreach (var year in years)
            anchors.AddRange(await ReadAsync(year, cancellation));
        return anchors.ToImmutable();
    }

    /// <summary>The same, for who has something to say when they cannot be read.</summary>
    /// <returns><c>null</c>: they cannot.</returns>
    public async Task<ImmutableArray<AuditAnchor>?> TryListAsync(CancellationToken cancellation = default)
    {
        try
        {
            return await ListAsync(cancellation);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>The last night that was anchored.</summary>
    /// <returns><c>null</c>: none was, or they cannot be read.</returns>
    public async Task<DateOnly?> LastDayAsync(CancellationToken cancellation = default) => (await TryListAsync(cancellation))?.LastOrDefault()?.Day;

    /// <summary>The list of heads that an anchor is of.</summary>
    /// <returns><c>null</c>: it is not there, cannot be read, or is not as it was written.</returns>
    public async Task<ImmutableDictionary<string, JournalHead>?> HeadsAsync(AuditAnchor anchor, CancellationToken cancellation = default)
    {
        var text = await container.TextAsync(HeadsOf(anchor.Day, anchor.Heads), cancellation) ?? await container.TextAsync(Lists + OfNight(anchor.Day, anchor.Heads), cancellation);
        try
        {
            return text is not null && JournalHeads.DigestOf(text) == anchor.Heads ? JournalHeads.Read(text) : null;
        }
        // Nothing that stands here can be mended: one that a line of cannot be read must not end all nights to come.
        catch (Exception odd) when (odd is FormatException or OverflowException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>
    /// Days that are known to have been anchored. One before today that has no anchor says that anchors were taken away. A list of heads alone says nothing: of two who come at once, or where a night breaks
    /// off, one is kept that no anchor is of. In nights of earlier releases the list is all that says it.
    /// </summary>
    public async Task<IReadOnlySet<DateOnly>> DaysAsync(CancellationToken cancellation = default)
    {
        var days = new HashSet<DateOnly>();
        foreach (var folder in (string[])[Days, Lists])
        {
            await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, folder, cancellation))
            {
                if (blob.Name.Length >= folder.Length + Day.Length && DateOnly.TryParseExact(blob.Name.AsSpan(folder.Length, Day.Length), Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                    days.Add(day);
            }
        }
        return days;
    }

    /// <summary>Since the anchor of which day every entry of a case has to be sealed: noted once, with the first anchor of a program that seals.</summary>
    /// <returns><c>null</c>: that was not noted yet.</returns>
    public async Task<DateOnly?> SealingSinceAsync(CancellationToken cancellation = default) =>
        await container.TextAsync(Sealing, cancellation) is { } told && DateOnly.TryParseExact(told, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public Task NoteSealingAsync(DateOnly since, CancellationToken cancellation = default) => KeepAsync(Sealing, since.ToString(Day, CultureInfo.InvariantCulture), cancellation);

    /// <summary>What was found in the night of an anchor; empty when nothing was.</summary>
    public async Task<ImmutableArray<AuditFinding>> FindingsAsync(AuditAnchor anchor, CancellationToken cancellation = default) =>
        await container.TextAsync(FindingsOf(anchor), cancellation) is { } json ? JsonSerializer.Deserialize<ImmutableArray<AuditFinding>>(json, JournalJson.Options) : [];

    /// <summary>Keeps the heads and findings of a night, then the anchor itself. The list comes first: an anchor never speaks of what is not there.</summary>
    /// <returns><c>false</c>: somebody anchored meanwhile.</returns>
    public async Task<bool> AppendAsync(AuditAnchor anchor, string heads, ImmutableArray<AuditFinding> findings, CancellationToken cancellation = default)
    {
        var before = await LengthAsync(anchor.Day.Year, cancellation);
        // Looked at after it was measured: whoever comes in between is noticed by one or by the other.
        var last = (await ListAsync(cancellation)).LastOrDefault();
        if ((last?.Hash ?? AuditAnchor.Genesis) != anchor.Previous)
            return false;
        // Whoever set it may have been broken off before they noted it.
        if (last is not null)
            await NoteAsync(last, cancellation);
        await KeepAsync(HeadsOf(anchor.Day, anchor.Heads), heads, cancellation);
        if (!findings.IsEmpty)
            await KeepAsync(FindingsOf(anchor), JsonSerializer.Serialize(findings, JournalJson.Options), cancellation);
        try
        {
            using var line = new MemoryStream(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(anchor, JournalJson.Options) + "\n"));
            await AnchorsOf(anchor.Day.Year).AppendBlockAsync(
                line, new AppendBlobAppendBlockOptions { Conditions = new AppendBlobRequestConditions { IfAppendPositionEqual = before } }, cancellation);
            await NoteAsync(anchor, cancellation);
            return true;
        }
        catch (RequestFailedException first) when (first.Status == 412)
        {
            return false;
        }
    }

    private async Task<ImmutableArray<AuditAnchor>> ReadAsync(string year, CancellationToken cancellation)
    {
        if (await container.TextAsync(year, cancellation) is not { } text)
            return [];
        try
        {
            return [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<AuditAnchor>(line, JournalJson.Options)!)];
        }
        catch (JsonException broken)
        {
            throw new InvalidDataException($"{year} cannot be read.", broken);
        }
    }

    private async Task<long> LengthAsync(int year, CancellationToken cancellation)
    {
        await AnchorsOf(year).CreateIfNotExistsAsync(cancellationToken: cancellation);
        return (await AnchorsOf(year).GetPropertiesAsync(cancellationToken: cancellation)).Value.ContentLength;
    }

    private Task NoteAsync(AuditAnchor anchor, CancellationToken cancellation) => KeepAsync(Days + anchor.Day.ToString(Day, CultureInfo.InvariantCulture), anchor.Hash, cancellation);

    // Written once: a night that is tried again finds its own list there, under the digest of its content.
    private async Task KeepAsync(string name, string text, CancellationToken cancellation)
    {
        try
        {
            await container.GetBlobClient(name).UploadAsync(
                BinaryData.FromString(text), new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } }, cancellation);
        }
        catch (RequestFailedException there) when (there.Status is 409 or 412)
        {
        }
    }

    private AppendBlobClient AnchorsOf(int year) => container.GetAppendBlobClient(string.Create(CultureInfo.InvariantCulture, $"{Folder}{year}.ndjson"));

    private static string HeadsOf(DateOnly day, string digest) => $"{Lists}of-{OfNight(day, digest)}";

    // Under that name alone, a list of an earlier release.
    private static string OfNight(DateOnly day, string digest) => string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd}-{digest[..16]}.txt");

    private static string FindingsOf(AuditAnchor anchor) => string.Create(CultureInfo.InvariantCulture, $"findings/{anchor.Day:yyyy-MM-dd}-{anchor.Hash[..16]}.json");
}
