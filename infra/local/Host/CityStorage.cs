using OneVisit.Local.Azurite;
using OneVisit.Storage;

namespace OneVisit.Local.Host;

/// <summary>The storage of a city of this machine for a command: of the one that runs, or in an Azurite that is started for the purpose on its data.</summary>
internal sealed record CityStorage(OneVisitStorage Account, AzuriteProcess? Azurite, DataFolder? Data) : IAsyncDisposable
{
    // A city that runs has its storage open. Otherwise nobody does, and the folder's mark sees to it that nobody will meanwhile.
    public static async Task<CityStorage> OpenAsync(CityOptions city, TextWriter output, CancellationToken ct)
    {
        var running = new OneVisitStorage(new StorageOptions { ConnectionString = new AzuriteOptions("", city.BlobPort, city.QueuePort, city.TablePort).ConnectionString });
        if (city.BlobPort != 0 && await AnswersAsync(running, ct)) return new CityStorage(running, null, null);
        var data = DataFolder.Open(city.Data, reset: false);
        try
        {
            await NpmPackages.EnsureInstalledAsync(output.WriteLine, ct);
            var azurite = await AzuriteProcess.StartAsync(new AzuriteOptions(Path.Combine(city.Data, "azurite"), city.BlobPort, city.QueuePort, city.TablePort), ct);
            return new CityStorage(new OneVisitStorage(new StorageOptions { ConnectionString = azurite.ConnectionString }), azurite, data);
        }
        catch
        {
            await data.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Azurite is not null) await Azurite.DisposeAsync();
        if (Data is not null) await Data.DisposeAsync();
    }

    private static async Task<bool> AnswersAsync(OneVisitStorage storage, CancellationToken ct)
    {
        try
        {
            await storage.PingAsync(ct);
            return true;
        }
        catch (StorageUnavailableException)
        {
            return false;
        }
    }
}
