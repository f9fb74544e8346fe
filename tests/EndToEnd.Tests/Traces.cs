using System.Text;
using System.Text.Json;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Queues;

namespace OneVisit.EndToEnd.Tests;

/// <summary>Everything a city leaves behind, place by place, as bytes: tables, blobs and their names, queues, and every file of its folder, logs and databases among them.</summary>
internal static class Traces
{
    /// <summary>Where something can be read, plainly or in one of the usual encodings.</summary>
    public static async Task<IReadOnlyList<string>> WhereAsync(City city, string text)
    {
        var disguises = Disguises(text).ToArray();
        var found = new List<string>();
        await foreach (var (where, what) in OfAsync(city))
            if (disguises.Any(disguise => what.AsSpan().IndexOf(disguise) >= 0)) found.Add(where);
        return found;
    }

    private static async IAsyncEnumerable<(string Where, byte[] What)> OfAsync(City city)
    {
        foreach (var file in Directory.EnumerateFiles(city.Data, "*", SearchOption.AllDirectories).Where(file => new FileInfo(file).Length > 0))
            yield return ("file " + Path.GetRelativePath(city.Data, file), [.. Encoding.UTF8.GetBytes(file), .. await BytesOfAsync(file)]);
        await foreach (var trace in RowsAsync(new TableServiceClient(city.Local.Azurite.ConnectionString))) yield return trace;
        await foreach (var trace in BlobsAsync(new BlobServiceClient(city.Local.Azurite.ConnectionString))) yield return trace;
        await foreach (var trace in MessagesAsync(new QueueServiceClient(city.Local.Azurite.ConnectionString))) yield return trace;
    }

    private static async IAsyncEnumerable<(string, byte[])> RowsAsync(TableServiceClient service)
    {
        await foreach (var table in service.QueryAsync())
            await foreach (var row in service.GetTableClient(table.Name).QueryAsync<TableEntity>())
                yield return ($"table {table.Name}", Encoding.UTF8.GetBytes(string.Join(' ', row.Select(column => $"{column.Key}={column.Value}"))));
    }

    private static async IAsyncEnumerable<(string, byte[])> BlobsAsync(BlobServiceClient service)
    {
        await foreach (var container in service.GetBlobContainersAsync())
        {
            await foreach (var blob in service.GetBlobContainerClient(container.Name).GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, null, default))
            {
                var content = await service.GetBlobContainerClient(container.Name).GetBlobClient(blob.Name).DownloadContentAsync();
                yield return ($"blob {container.Name}/{blob.Name}", [.. Encoding.UTF8.GetBytes($"{blob.Name} {string.Join(' ', blob.Metadata ?? new Dictionary<string, string>())}"), .. content.Value.Content.ToArray()]);
            }
        }
    }

    private static async IAsyncEnumerable<(string, byte[])> MessagesAsync(QueueServiceClient service)
    {
        await foreach (var queue in service.GetQueuesAsync())
            foreach (var message in (await service.GetQueueClient(queue.Name).PeekMessagesAsync(32)).Value)
                yield return ($"queue {queue.Name}", message.Body.ToArray());
    }

    private static async Task<byte[]> BytesOfAsync(string file)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    private static IEnumerable<byte[]> Disguises(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        yield return utf8;
        yield return Encoding.Unicode.GetBytes(text);
        yield return Encoding.ASCII.GetBytes(JsonSerializer.Serialize(text).Trim('"'));
        yield return Encoding.ASCII.GetBytes(Uri.EscapeDataString(text));
        // In Base64 it looks different at each of three offsets; only the characters that it alone decides are searched.
        for (var shift = 0; shift < 3; shift++)
            yield return Encoding.ASCII.GetBytes(Convert.ToBase64String([.. new byte[shift], .. utf8])[((shift * 8 + 5) / 6)..((shift + utf8.Length) * 8 / 6)]);
    }
}
