using System.Text;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using OneVisit.Domain.Cases;

namespace OneVisit.Storage;

/// <summary>Blobs that are text, and such as grow by a line.</summary>
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

    /// <summary>Adds one line to an append blob, which begins with it if there is none.</summary>
    public static async Task AppendLineAsync<T>(this BlobContainerClient container, string name, T line, CancellationToken cancellation)
    {
        var blob = container.GetAppendBlobClient(name);
        await blob.CreateIfNotExistsAsync(cancellationToken: cancellation);
        using var text = new MemoryStream(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(line, JournalJson.Options) + "\n"));
        await blob.AppendBlockAsync(text, cancellationToken: cancellation);
    }

    /// <returns><c>null</c> for each line that is none of ours: none can be taken out of such a blob, and one must not hide all others.</returns>
    public static async Task<T?[]> LinesAsync<T>(this BlobContainerClient container, string name, CancellationToken cancellation)
        where T : class => [.. (await container.TextAsync(name, cancellation) ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(LineOf<T>)];

    private static T? LineOf<T>(string line)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(line, JournalJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
