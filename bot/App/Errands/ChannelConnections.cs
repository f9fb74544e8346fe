using System.Net;
using System.Net.Sockets;

namespace OneVisit.Bot.Errands;

/// <summary>
/// Connects to the channel: to the one that is set wherever that lies, and to what an activity names only on the internet. It looks at the address that is connected to,
/// so a name that leads into our own network, or does so the second time it is asked, leads nowhere.
/// </summary>
internal sealed class ChannelConnections(BotSettings settings)
{
    /// <exception cref="InnerAddressException">The name leads to none but inner addresses.</exception>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken stop)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        IPAddress[] found = IPAddress.TryParse(host, out var written) ? [written] : await Dns.GetHostAddressesAsync(host, stop);
        var allowed = host.Equals(settings.DirectLine.IdnHost, StringComparison.OrdinalIgnoreCase) && port == settings.DirectLine.Port ? found : [.. found.Where(InternetAddresses.IsOne)];
        if (allowed.Length == 0) throw new InnerAddressException();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, port, stop);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>It would have been a look into our own network. The message names no address.</summary>
internal sealed class InnerAddressException : IOException;
