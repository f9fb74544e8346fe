namespace OneVisit.Local.Azurite;

/// <summary>Where an Azurite keeps its data and listens. A port of 0 is chosen free.</summary>
public sealed record AzuriteOptions(string Folder, int BlobPort = 10000, int QueuePort = 10001, int TablePort = 10002)
{
    /// <summary>How long a start may take.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);
}
