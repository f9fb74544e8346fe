using OneVisit.Local.Azurite;
using OneVisit.Storage;

namespace OneVisit.Local.Host;

/// <summary>
/// The storage of a city for a command: an account in Azure, or on this machine that of the city that runs, or an Azurite that is started for the purpose on its data.
/// </summary>
/// <param name="Clock">The city's: in Azure the real one.</param>
internal sealed record CityStorage(OneVisitStorage Account, TimeProvider Clock, AzuriteProcess? Azurite, DataFolder? Data) : IAsyncDisposable
{
    /// <param name="elsewhere">The account in Azure; everything in it was made by its deployment.</param>
    public static async Task<CityStorage> OpenAsync(StorageOptions? elsewhere, CityOptions city, TextWriter output, CancellationToken ct)
    {
        if (elsewhere is not null) return new CityStorage(new OneVisitStorage(elsewhere), TimeProvider.System, null, null);
        var storage = await OpenAsync(city, output, ct);
        await storage.Account.EnsureCreatedAsync(ct);
        return storage;
    }

    // A city that runs has its storage open. Otherwise nobody does, and the folder's mark sees to it that nobody will meanwhile.
    public static async Task<CityStorage> OpenAsync(CityOptions city, TextWriter output, CancellationToken ct)
    {
        var clock = new DemoClock(Path.Combine(city.Data, "clock"));
        var running = new OneVisitStorage(new StorageOptions { ConnectionString = new AzuriteOptions("", city.BlobPort, city.QueuePort, city.TablePort).ConnectionString });
        if (city.BlobPort != 0 && await AnswersAsync(running, ct)) return new CityStorage(running, clock, null, null);
        var data = DataFolder.Open(city.Data, reset: false);
        try
        {
            await NpmPackages.EnsureInstalledAsync(output.WriteLine, ct);
            var azurite = await AzuriteProcess.StartAsync(new AzuriteOptions(Path.Combine(city.Data, "azurite"), city.BlobPort, city.QueuePort, city.TablePort), ct);
            return new CityStorage(new OneVisitStorage(new StorageOptions { ConnectionString = azurite.ConnectionString }), clock, azurite, data);
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
