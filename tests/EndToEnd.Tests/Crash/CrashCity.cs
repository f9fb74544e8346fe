using System.Diagnostics;
using System.Globalization;
using OneVisit.Domain.Identity;
using OneVisit.Local.Azurite;
using OneVisit.Local.Host;
using OneVisit.Storage;

namespace OneVisit.EndToEnd.Tests.Crash;

/// <summary>A city whose power is cut again and again: its host is a process of its own, on one folder and the same ports every time.</summary>
public sealed class CrashCity : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("onevisit-crash-").FullName;
    private readonly AzuriteOptions _azurite = new("", Ports.Free(), Ports.Free(), Ports.Free());
    private readonly int _port = Ports.Free();
    private readonly int _backOfficePort = Ports.Free();
    private HostProcess? _host;
    private LocalKeys? _keys;
    private int _acts;

    public CrashCity() => City.SetClock(_folder);

    public Uri PublicUrl => new($"http://localhost:{_port}/");

    public Uri BackOfficeUrl => new($"http://localhost:{_backOfficePort}/");

    public byte[] FrontDoorKey => Convert.FromBase64String(Keys.FrontDoor);

    /// <summary>What is kept, read past the host.</summary>
    public OneVisitStorage Storage => new(new StorageOptions { ConnectionString = _azurite.ConnectionString });

    public string StorageConnection => _azurite.ConnectionString;

    public string Folder => _folder;

    public HostProcess Host => _host ?? throw new InvalidOperationException("The city was not started.");

    /// <summary>How many things people did that were answered.</summary>
    public int Acts => Volatile.Read(ref _acts);

    /// <summary>What the city's clock shows.</summary>
    public DateTimeOffset Now => TimeProvider.System.GetUtcNow() + TimeSpan.Parse(File.ReadAllText(Path.Combine(_folder, "clock")), CultureInfo.InvariantCulture);

    private LocalKeys Keys => _keys ??= LocalKeys.LoadOrCreate(_folder);

    public void CountAct() => Interlocked.Increment(ref _acts);

    /// <summary>How the back office knows the resident of a chat.</summary>
    public string ResidentOf(string userId) => Contracts.Participants.ResidentPrefix + new LookupHash(Convert.FromBase64String(Keys.Participant)).Of("channel", "directline|" + userId)[..22];

    /// <summary>Starts the host, without waiting for its doors.</summary>
    public void Start() => _host = HostProcess.Start(_folder, _port, _backOfficePort, _azurite.TablePort, blobPort: _azurite.BlobPort, queuePort: _azurite.QueuePort);

    public Task OpenAsync() => Host.OpenAsync();

    /// <summary>As a power cut would; its Azurite first when that loses its power too.</summary>
    public async Task CutAsync(bool azuriteToo)
    {
        if (azuriteToo) CutAzurite();
        await Host.KillAsync();
        await Host.DisposeAsync();
    }

    /// <summary>Only the storage; the host starts it again.</summary>
    public void CutAzurite()
    {
        foreach (var id in HostProcess.AzuritesOn(_folder)) Kill(id);
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null) await _host.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static void Kill(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
        {
            // It had ended by itself.
        }
    }
}
