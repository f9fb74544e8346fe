using Azure.Core.Pipeline;

namespace OneVisit.Storage;

/// <summary>Where everything is kept. One of the two ways in is needed.</summary>
public sealed record StorageOptions
{
    /// <summary>A connection string with a key, as for Azurite on this machine.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>Name of an Azure storage account that this program's own identity may use; no key anywhere.</summary>
    public string? AccountName { get; init; }

    /// <summary>Put before the names of tables, containers and queues: empty, or a lower-case letter and up to 19 more letters and digits.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>What carries the requests, where somebody counts or disturbs them; <c>null</c>: the SDK's own.</summary>
    internal HttpPipelineTransport? Transport { get; init; }

    /// <summary>Never prints a key.</summary>
    public override string ToString() => $"{nameof(StorageOptions)} {{ {AccountName ?? "connection string"}, prefix \"{Prefix}\" }}";
}
