using System.Net;
using System.Net.Sockets;

namespace OneVisit.Local.Azurite;

/// <summary>Looks at TCP ports on loopback.</summary>
public static class Ports
{
    /// <summary>A port that was free a moment ago.</summary>
    public static int Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>The port asked for, or a free one for 0.</summary>
    public static int Chosen(int port) => port != 0 ? port : Free();

    /// <exception cref="LocalSetupException">Somebody listens there.</exception>
    public static void Require(int port, string forWhat)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
        }
        catch (SocketException)
        {
            throw new LocalSetupException($"Port {port}, needed by {forWhat}, is taken. End the other program or choose another port (see --help).");
        }
    }
}
