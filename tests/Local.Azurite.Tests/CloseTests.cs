using System.Net;
using System.Net.Sockets;

namespace OneVisit.Local.Azurite.Tests;

public sealed class CloseTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("onevisit-azurite-close-").FullName;

    [Fact]
    public async Task A_connection_that_nobody_uses_does_not_hold_up_the_close()
    {
        await NpmPackages.EnsureInstalledAsync(Console.WriteLine);
        var port = Ports.Free();
        var azurite = await AzuriteProcess.StartAsync(new AzuriteOptions(_folder, port, 0, 0));
        using var idle = new TcpClient();
        await idle.ConnectAsync(IPAddress.Loopback, port);

        await azurite.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(5));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
