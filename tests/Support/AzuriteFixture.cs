using OneVisit.Local.Azurite;
using Xunit;

namespace OneVisit.Support;

/// <summary>A real Azurite for the tests of one assembly, on free ports, with data of its own that is deleted afterwards.</summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("onevisit-azurite-");
    private AzuriteProcess? _azurite;
    private int _prefixes;

    public AzuriteProcess Process => _azurite ?? throw new InvalidOperationException("Azurite has not started.");

    public string ConnectionString => Process.ConnectionString;

    /// <summary>Letters and digits, lower case, unlike any given before: isolates one test's tables, containers and queues.</summary>
    public string UniquePrefix() => $"t{Environment.ProcessId:x}n{Interlocked.Increment(ref _prefixes)}x";

    public async Task InitializeAsync()
    {
        await NpmPackages.EnsureInstalledAsync(Console.WriteLine);
        _azurite = await AzuriteProcess.StartAsync(new AzuriteOptions(_folder.FullName, 0, 0, 0));
    }

    public async Task DisposeAsync()
    {
        if (_azurite is not null) await _azurite.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
