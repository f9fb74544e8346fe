using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;

namespace OneVisit.Storage;

/// <summary>Rows that say no more than that something was: written once, over 256 partitions, so that no single one carries all of a city.</summary>
internal static class OnceRows
{
    /// <returns><c>false</c>: it was there before.</returns>
    public static async Task<bool> AddOnceAsync(this TableClient table, string kind, string id, CancellationToken cancellation)
    {
        try
        {
            await table.AddEntityAsync(new TableEntity(PartitionOf(kind, id), Keys.Of(id)), cancellation);
            return true;
        }
        catch (RequestFailedException there) when (there.Status == 409)
        {
            return false;
        }
    }

    public static async Task<bool> HasAsync(this TableClient table, string kind, string id, CancellationToken cancellation) =>
        (await table.GetEntityIfExistsAsync<TableEntity>(PartitionOf(kind, id), Keys.Of(id), cancellationToken: cancellation)).HasValue;

    private static string PartitionOf(string kind, string id) => string.Create(CultureInfo.InvariantCulture, $"{kind}{SHA256.HashData(Encoding.UTF8.GetBytes(id))[0]:x2}");
}
