using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace OneVisit.Functions.Tests.Uploads;

/// <summary>A virus scanner over real TCP that reads the protocol to the letter and says what it is told to say.</summary>
internal sealed class FakeClamd : IAsyncDisposable
{
    public const string Clean = "stream: OK\0";

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource closing = new();
    private readonly ConcurrentBag<Task> talks = [];
    private readonly Task accepting;

    public FakeClamd()
    {
        listener.Start();
        accepting = AcceptAsync();
    }

    public DnsEndPoint Address => new("127.0.0.1", ((IPEndPoint)listener.LocalEndpoint).Port);

    /// <summary>What it says of a file; <c>null</c>: nothing, for ever; empty: it closes.</summary>
    public Func<byte[], string?> Says { get; set; } = _ => Clean;

    /// <summary>It reads so many bytes of a file before it answers and closes.</summary>
    public int Patience { get; set; } = int.MaxValue;

    public ConcurrentQueue<byte[]> Scanned { get; } = new();

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        listener.Stop();
        await accepting;
        await Task.WhenAll(talks);
        closing.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                talks.Add(TalkAsync(await listener.AcceptTcpClientAsync(closing.Token)));
        }
        catch (Exception over) when (over is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Closed.
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using var open = client;
        try
        {
            var stream = client.GetStream();
            var command = new byte["zINSTREAM\0".Length];
            await stream.ReadExactlyAsync(command, closing.Token);
            var file = Encoding.ASCII.GetString(command) == "zINSTREAM\0" ? await FileAsync(stream) : throw new IOException("No command.");
            Scanned.Enqueue(file);
            var answer = Says(file);
            // Nothing comes any more: until whoever asked has gone, it says nothing.
            if (answer is null)
                _ = await stream.ReadAsync(command, closing.Token);
            else
                await stream.WriteAsync(Encoding.ASCII.GetBytes(answer), closing.Token);
        }
        catch (Exception over) when (over is OperationCanceledException or IOException)
        {
            // Whoever asked has gone, or we close.
        }
    }

    private async Task<byte[]> FileAsync(NetworkStream stream)
    {
        using var file = new MemoryStream();
        var length = new byte[4];
        while (true)
        {
            await stream.ReadExactlyAsync(length, closing.Token);
            var piece = new byte[BinaryPrimitives.ReadInt32BigEndian(length)];
            if (piece.Length == 0 || file.Length + piece.Length > Patience)
                return file.ToArray();
            await stream.ReadExactlyAsync(piece, closing.Token);
            file.Write(piece);
        }
    }
}
