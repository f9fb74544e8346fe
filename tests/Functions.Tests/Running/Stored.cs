using System.Globalization;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Running;

/// <summary>Everything that an office keeps, as it is at one moment: each row, each blob and each message under its place, with what changes when it does.</summary>
internal static class Stored
{
    public static async Task<IReadOnlyDictionary<string, string>> ReadAsync(AzuriteFixture azurite, Office office)
    {
        var stored = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var tables = new TableServiceClient(azurite.ConnectionString);
        await foreach (var table in tables.QueryAsync().Where(table => Ours(table.Name)))
        {
            await foreach (var row in tables.GetTableClient(table.Name).QueryAsync<TableEntity>())
                stored[$"{table.Name[office.Prefix.Length..]} {row.PartitionKey} {row.RowKey}"] = row.ETag.ToString();
        }
        var blobs = new BlobServiceClient(azurite.ConnectionString);
        await foreach (var container in blobs.GetBlobContainersAsync().Where(container => Ours(container.Name)))
        {
            await foreach (var blob in blobs.GetBlobContainerClient(container.Name).GetBlobsAsync())
                stored[$"{container.Name[office.Prefix.Length..]}/{blob.Name}"] = blob.Properties.ETag.ToString()!;
        }
        // Whoever looks at a message leaves it as it is; how many there are says whether one came or went.
        var queues = new QueueServiceClient(azurite.ConnectionString);
        await foreach (var queue in queues.GetQueuesAsync().Where(queue => Ours(queue.Name)))
            stored[$"{queue.Name[office.Prefix.Length..]} waiting"] = (await queues.GetQueueClient(queue.Name).GetPropertiesAsync()).Value.ApproximateMessagesCount.ToString(CultureInfo.InvariantCulture);
        return stored;

        bool Ours(string name) => name.StartsWith(office.Prefix, StringComparison.OrdinalIgnoreCase);
    }

    /// <returns>What came, went or changed, a place each.</returns>
    public static IReadOnlyList<string> Changes(IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after) =>
    [
        .. after.Where(pair => !before.ContainsKey(pair.Key)).Select(pair => "new: " + pair.Key),
        .. before.Where(pair => !after.ContainsKey(pair.Key)).Select(pair => "gone: " + pair.Key),
        .. after.Where(pair => before.TryGetValue(pair.Key, out var was) && was != pair.Value).Select(pair => "changed: " + pair.Key),
    ];
}
