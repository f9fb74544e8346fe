using OneVisit.Local.Azurite;
using OneVisit.Local.Host;

namespace OneVisit.EndToEnd.Tests;

/// <summary>A whole city for the tests of one class: real Azurite, real HTTP, free ports, a folder of its own.</summary>
public sealed class City : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("onevisit-city-");

    public LocalCity Local { get; private set; } = null!;

    public Uri PublicUrl => Local.PublicUrl;

    public Uri BackOfficeUrl => Local.BackOfficeUrl;

    public string Data => _folder.FullName;

    public async Task InitializeAsync() => Local = await LocalCity.StartAsync(
        new CityOptions { Port = 0, BackOfficePort = 0, BlobPort = 0, QueuePort = 0, TablePort = 0, Data = _folder.FullName }, Console.WriteLine);

    public async Task DisposeAsync()
    {
        await Local.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
