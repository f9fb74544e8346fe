using Azure;
using Azure.Storage.Blobs;

namespace OneVisit.Storage;

/// <summary>Blobs that are text.</summary>
internal static class BlobText
{
    /// <returns><c>null</c>: nothing lies under that name.</returns>
    public static async Task<string?> TextAsync(this BlobContainerClient container, string name, CancellationToken cancellation)
    {
        try
        {
            return (await container.GetBlobClient(name).DownloadContentAsync(cancellation)).Value.Content.ToString();
        }
        catch (RequestFailedException gone) when (gone.Status == 404)
        {
            return null;
        }
    }
}
