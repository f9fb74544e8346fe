using System.Text.RegularExpressions;
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

    /// <exception cref="ArgumentException">The options name no account, or the prefix cannot be part of a name.</exception>
    public OneVisitStorage(StorageOptions options)
    {
        if (!Prefixes().IsMatch(options.Prefix))
            throw new ArgumentException("The storage prefix must be empty, or a lower-case letter and up to 19 more letters and digits.", nameof(options));
        prefix = options.Prefix;
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
            var identity = new DefaultAzureCredential();
            tables = new TableServiceClient(At(options.AccountName, "table"), identity, Patience.Small(new TableClientOptions(), options.Transport));
            blobs = new BlobServiceClient(At(options.AccountName, "blob"), identity, Patience.Large(new BlobClientOptions(), options.Transport));
            queues = new QueueServiceClient(At(options.AccountName, "queue"), identity, asBase64);
        }
        else
        {
            throw new ArgumentException("Storage needs a connection string or an account name.", nameof(options));
        }
    }

    /// <summary>Makes every table, container and queue that is not there yet. Safe to run any number of times, by several at once.</summary>
    public async Task EnsureCreatedAsync(CancellationToken cancellation = default)
    {
        await Task.WhenAll(Names.Tables.Select(name => Table(name).CreateIfNotExistsAsync(cancellation)));
        await Task.WhenAll(Names.Containers.Select(name => Container(name).CreateIfNotExistsAsync(cancellationToken: cancellation)));
        await Task.WhenAll(Names.Queues.Select(name => Queue(name).CreateIfNotExistsAsync(cancellationToken: cancellation)));
    }

    /// <summary>Answers when the store does; for health checks.</summary>
    /// <exception cref="StorageUnavailableException">It does not.</exception>
    public Task PingAsync(CancellationToken cancellation = default) => Table(Names.Directory).GetEntityIfExistsAsync<TableEntity>("ping", "ping", cancellationToken: cancellation);

    internal TableClient Table(string name) => tables.GetTableClient(prefix + name);

    internal BlobContainerClient Container(string name) => blobs.GetBlobContainerClient(prefix + name);

    internal QueueClient Queue(string name) => queues.GetQueueClient(prefix + name);

    private static Uri At(string account, string service) => new($"https://{account}.{service}.core.windows.net");

    [GeneratedRegex("^([a-z][a-z0-9]{0,19})?$")]
    private static partial Regex Prefixes();
}

/// <summary>What things are called in the account.</summary>
internal static class Names
{
    public const string Journal = "Journal";
    public const string Cases = "Cases";
    public const string Work = "Work";
    public const string Index = "Index";
    public const string Directory = "Directory";
    public const string Cards = "Cards";
    public const string Conversations = "Conversations";
    public const string Seen = "Seen";
    public const string Matters = "Matters";
    public const string Oversight = "Oversight";
    public const string Board = "Board";
    public const string Register = "Register";
    public const string Sharing = "Sharing";
    public const string Statistics = "Statistics";
    public const string Documents = "documents";
    public const string Bot = "bot";
    public const string Catalogue = "catalogue";
    public const string Editions = "directory";
    public const string Notices = "notices";
    public const string Poison = Notices + PoisonEnding;
    public const string PoisonEnding = "-poison";

    public static readonly string[] Tables = [Journal, Cases, Work, Index, Directory, Cards, Conversations, Seen, Matters, Oversight, Board, Register, Sharing, Statistics];
    public static readonly string[] Containers = [Documents, Bot, Catalogue, Editions];
    public static readonly string[] Queues = [Notices, Poison];
}
