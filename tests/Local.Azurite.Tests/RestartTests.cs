using System.Net;
using System.Net.Sockets;

namespace OneVisit.Local.Azurite.Tests;

public sealed class RestartTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("onevisit-azurite-restart-").FullName;

    [Fact]
    public async Task A_restart_that_fails_tells_only_what_was_said_this_time()
    {
        await NpmPackages.EnsureInstalledAsync(Console.WriteLine);
        var port = Ports.Free();
        await using var azurite = await AzuriteProcess.StartAsync(new AzuriteOptions(_folder, 0, 0, port) { Patience = TimeSpan.FromSeconds(10) });
        await azurite.KillAsync();
        using var other = new TcpListener(IPAddress.Loopback, port);
        other.Start();

        var trouble = await Assert.ThrowsAsync<LocalSetupException>(() => azurite.RestartAsync());

        Assert.DoesNotContain("Azurite Table service is successfully listening", trouble.Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
