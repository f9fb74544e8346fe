using System.Text.RegularExpressions;
using Azure;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace OneVisit.Storage;

/// <summary>The account: hands out tables, containers and queues under their names, and makes them when they are not there.</summary>
public sealed partial class OneVisitStorage
{
    private readonly TableServiceClient tables;
    private readonly BlobServiceClient blobs;
    private readonly QueueServiceClient queues;
    private readonly string prefix;
    private readonly Share share;

    /// <exception cref="ArgumentException">The options name no account, or the prefix cannot be part of a name.</exception>
    public OneVisitStorage(StorageOptions options)
    {
        if (!Prefixes().IsMatch(options.Prefix))
            throw new ArgumentException("The storage prefix must be empty, or a lower-case letter and up to 19 more letters and digits.", nameof(options));
        if (!Suffixes().IsMatch(options.EndpointSuffix))
            throw new ArgumentException("The endpoint suffix must be the name of a host, such as core.chinacloudapi.cn.", nameof(options));
        prefix = options.Prefix;
        share = Share.Of(options.Share);
        // Base64, although XML-safe UTF-8 would be smaller: free words may hold characters that XML cannot carry, and other readers of Azure queues expect it.
        var asBase64 = Patience.Small(new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 }, options.Transport);
        asBase64.MessageDecodingFailed += found => UnreadableMessages.PutAsideAsync(found, name => queues!.GetQueueClient(name));
        if (!string.IsNullOrWhiteSpace(options.ConnectionString))
        {
            tables = new TableServiceClient(options.ConnectionString, Patience.Small(new TableClientOptions(), options.Transport));
            blobs = new BlobServiceClient(options.ConnectionString, Patience.Large(new BlobClientOptions(), options.Transport));
            queues = new QueueServiceClient(options.ConnectionString, asBase64);
        }
        else if (!string.IsNullOrWhiteSpace(options.AccountName))
        {
            // Tokens for storage are of one audience in all clouds, which the clients ask for by themselves; TableAudience.AzureChina names one that does not exist.
            var identity = new DefaultAzureCredential();
            tables = new TableServiceClient(At(options, "table"), identity, Patience.Small(new TableClientOptions(), options.Transport));
            blobs = new BlobServiceClient(At(options, "blob"), identity, Patience.Large(new BlobClientOptions(), options.Transport));
            queues = new QueueServiceClient(At(options, "queue"), identity, asBase64);
        }
        else
        {
            throw new ArgumentException("Storage needs a connection string or an account name.", nameof(options));
        }
    }

    /// <summary>
    /// Makes every table, container and queue of this program's share that is not there yet. Safe to run any number of times, by several at once. What we are known for and may not
    /// make, somebody else has made; if not, its first use says so.
    /// </summary>
    public async Task EnsureCreatedAsync(CancellationToken cancellation = default)
    {
        await Task.WhenAll(share.Tables.Select(name => UnlessOthersDoAsync(Table(name).CreateIfNotExistsAsync(cancellation))));
        await Task.WhenAll(share.Containers.Select(name => UnlessOthersDoAsync(Container(name).CreateIfNotExistsAsync(cancellationToken: cancellation))));
        await Task.WhenAll(share.Queues.Select(name => UnlessOthersDoAsync(Queue(name).CreateIfNotExistsAsync(cancellationToken: cancellation))));
    }

    /// <summary>Answers when the store does; for health checks.</summary>
    /// <exception cref="StorageUnavailableException">It does not.</exception>
    public Task PingAsync(CancellationToken cancellation = default) => Table(share.Tables[0]).GetEntityIfExistsAsync<TableEntity>("ping", "ping", cancellationToken: cancellation);

    // In Azure the deployment makes them, and the right to put into a queue is not the right to make it. A key or token that is not taken at all is another matter.
    private static async Task UnlessOthersDoAsync(Task making)
    {
        try
        {
            await making;
        }
        catch (RequestFailedException no) when (no is { Status: 403, ErrorCode: not "AuthenticationFailed" })
        {
        }
    }

    internal IReadOnlyList<string> Tables => share.Tables;

    internal TableClient Table(string name) => tables.GetTableClient(prefix + name);

    internal BlobContainerClient Container(string name) => blobs.GetBlobContainerClient(prefix + name);

    internal QueueClient Queue(string name) => queues.GetQueueClient(prefix + name);

    private static Uri At(StorageOptions options, string service) => new($"https://{options.AccountName}.{service}.{options.EndpointSuffix}");

    [GeneratedRegex("^([a-z][a-z0-9]{0,19})?$")]
    private static partial Regex Prefixes();

    [GeneratedRegex(@"^[a-z0-9]+([.-][a-z0-9]+)+\z")]
    private static partial Regex Suffixes();
}
