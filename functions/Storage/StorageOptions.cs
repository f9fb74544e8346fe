using Azure.Core.Pipeline;

namespace OneVisit.Storage;

/// <summary>Where everything is kept. One of the two ways in is needed.</summary>
public sealed record StorageOptions
{
    public const string PublicCloud = "core.windows.net";

    /// <summary>A connection string with a key, as for Azurite on this machine.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>Name of an Azure storage account that this program's own identity may use; no key anywhere.</summary>
    public string? AccountName { get; init; }

    /// <summary>What follows <c>account.table.</c> in the account's addresses: another in the clouds of other countries, such as <c>core.chinacloudapi.cn</c>.</summary>
    public string EndpointSuffix { get; init; } = PublicCloud;

    /// <summary>Whose part of the account this program works in.</summary>
    public StorageShare Share { get; init; } = StorageShare.All;

    /// <summary>Put before the names of tables, containers and queues: empty, or a lower-case letter and up to 19 more letters and digits.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>What carries the requests, where somebody counts or disturbs them; <c>null</c>: the SDK's own.</summary>
    internal HttpPipelineTransport? Transport { get; init; }

    /// <summary>Never prints a key.</summary>
    public override string ToString() => $"{nameof(StorageOptions)} {{ {AccountName ?? "connection string"}, prefix \"{Prefix}\" }}";
}

/// <summary>The part of the account that a program makes when it is not there, and in Azure the only one that its identity is let into.</summary>
public enum StorageShare
{
    /// <summary>All of it, for who has an account to themselves: tests, and programs of this machine.</summary>
    All,

    /// <summary>Cases, staff, documents; puts notices into their queue.</summary>
    BackOffice,

    /// <summary>Conversations and their memory; takes notices from their queue. Reads the catalogue, and nothing of a case.</summary>
    Bot,
}
