using Azure.Data.Tables;
using OneVisit.Support;

namespace OneVisit.Local.Azurite.Tests;

public sealed class SuccessorTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task One_that_is_still_closing_is_waited_for_by_the_next_on_its_folder_and_ports()
    {
        await NpmPackages.EnsureInstalledAsync(Console.WriteLine);
        var options = new AzuriteOptions(_folder.Path, Ports.Free(), Ports.Free(), Ports.Free());
        var first = await AzuriteProcess.StartAsync(options);
        await new TableClient(first.ConnectionString, "successor").CreateAsync();

        var closing = first.DisposeAsync();
        await using var next = await AzuriteProcess.StartAsync(options);
        await closing;

        Assert.Equal("successor", Assert.Single(new TableServiceClient(next.ConnectionString).Query()).Name);
    }

    public void Dispose() => _folder.Dispose();
}
