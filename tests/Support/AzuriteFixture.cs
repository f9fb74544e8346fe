using OneVisit.Local.Azurite;
using Xunit;

namespace OneVisit.Support;

/// <summary>A real Azurite on free ports, with data of its own that is deleted afterwards.</summary>
public class AzuriteFixture : IAsyncLifetime
{
    private static int _prefixes;

    private DirectoryInfo? _folder;
    private AzuriteProcess? _azurite;

    public virtual AzuriteProcess Process => _azurite ?? throw new InvalidOperationException("Azurite has not started.");

    public string ConnectionString => Process.ConnectionString;

    /// <summary>Letters and digits, lower case, unlike any given before: isolates one test's tables, containers and queues.</summary>
    public string UniquePrefix() => $"t{Environment.ProcessId:x}n{Interlocked.Increment(ref _prefixes)}x";

    public virtual async Task InitializeAsync()
    {
        await NpmPackages.EnsureInstalledAsync(Console.WriteLine);
        _folder = Directory.CreateTempSubdirectory("onevisit-azurite-");
        _azurite = await AzuriteProcess.StartAsync(new AzuriteOptions(_folder.FullName, 0, 0, 0));
    }

    public virtual async Task DisposeAsync()
    {
        if (_azurite is not null) await _azurite.DisposeAsync();
        _folder?.Delete(recursive: true);
    }
}
