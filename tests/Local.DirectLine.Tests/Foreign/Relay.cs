using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace OneVisit.Local.DirectLine.Tests.Foreign;

/// <summary>A line that can be cut: passes TCP connections on to a server, on a port of its own.</summary>
internal sealed class Relay : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<TcpClient, bool> open = new();

    public Relay()
    {
        listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }

    public Uri Address { get; }

    /// <summary>Where connections go to, once that is known.</summary>
    public void PassTo(Uri server) => _ = AcceptAsync(server);

    /// <summary>Breaks every connection there is, at both ends and without a word.</summary>
    public void Cut()
    {
        foreach (var connection in open.Keys) connection.Close();
    }

    public ValueTask DisposeAsync()
    {
        listener.Stop();
        Cut();
        return ValueTask.CompletedTask;
    }

    private async Task AcceptAsync(Uri server)
    {
        try
        {
            while (true) _ = PassAsync(await listener.AcceptTcpClientAsync(), server);
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException)
        {
            // The relay has ended.
        }
    }

    private async Task PassAsync(TcpClient here, Uri server)
    {
        using var there = new TcpClient { NoDelay = true };
        using var _ = here;
        here.NoDelay = true;
        (open[here], open[there]) = (true, true);
        try
        {
            await there.ConnectAsync(server.Host, server.Port);
            var (outward, inward) = (here.GetStream(), there.GetStream());
            await Task.WhenAny(outward.CopyToAsync(inward), inward.CopyToAsync(outward));
        }
        catch (Exception broken) when (broken is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // Cut, or nobody there.
        }

        open.TryRemove(here, out var _);
        open.TryRemove(there, out var _);
    }
}
