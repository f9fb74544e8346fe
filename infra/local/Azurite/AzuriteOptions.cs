namespace OneVisit.Local.Azurite;

/// <summary>Where an Azurite keeps its data and listens. A port of 0 is chosen free.</summary>
public sealed record AzuriteOptions(string Folder, int BlobPort = 10000, int QueuePort = 10001, int TablePort = 10002)
{
    // Published by Microsoft as the development account of Azurite: no secret.
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    /// <summary>Connection string for the Azure SDKs, once no port is 0 any more.</summary>
    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};BlobEndpoint=http://127.0.0.1:{BlobPort}/{Account};QueueEndpoint=http://127.0.0.1:{QueuePort}/{Account};TableEndpoint=http://127.0.0.1:{TablePort}/{Account};";

    /// <summary>Keeps nothing on the disk: for data that nobody needs once it ends.</summary>
    public bool IsForgetful { get; init; }

    /// <summary>How long a start may take.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);
}
