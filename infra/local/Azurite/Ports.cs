using System.Net;
using System.Net.Sockets;

namespace OneVisit.Local.Azurite;

/// <summary>Looks at TCP ports on loopback.</summary>
public static class Ports
{
    /// <summary>Systems lend ports from 32768 on to whoever connects somewhere; one below is still there after a restart.</summary>
    private const int First = 20_000, End = 32_768;

    private static int _last = Random.Shared.Next(First, End);

    /// <summary>A port that was free a moment ago, none of those lent to outgoing connections. Never the same twice in one program.</summary>
    public static int Free()
    {
        int port;
        do port = First + (int)((uint)(Interlocked.Increment(ref _last) - First) % (End - First));
        while (!IsFree(port));
        return port;
    }

    /// <summary>The port asked for, or a free one for 0.</summary>
    public static int Chosen(int port) => port != 0 ? port : Free();

    /// <exception cref="LocalSetupException">Somebody listens there.</exception>
    public static void Require(int port, string forWhat)
    {
        if (!IsFree(port)) throw new LocalSetupException($"Port {port}, needed by {forWhat}, is taken. End the other program or choose another port (see --help).");
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
