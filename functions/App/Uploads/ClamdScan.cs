using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace OneVisit.Functions.Uploads;

/// <summary>
/// ClamAV's daemon, by its own protocol: <c>zINSTREAM</c>, pieces with their length before them (four bytes, the highest first), a length of 0, and one line back, ended by a 0.
/// A connection a file, as it wants it.
/// </summary>
/// <param name="patience">For all of a file.</param>
public sealed class ClamdScan(EndPoint address, TimeSpan patience) : IVirusScan
{
    private const int Piece = 64 * 1024;
    private const int LongestAnswer = 4096;

    /// <summary>A file of ten megabytes takes a second or two; its engine is reloaded now and then.</summary>
    public static readonly TimeSpan UsualPatience = TimeSpan.FromSeconds(20);

    /// <summary>Reads <c>tcp://host:port</c> or <c>unix:/path</c>.</summary>
    /// <returns><c>null</c>: it is neither.</returns>
    public static EndPoint? Address(string setting)
    {
        if (setting.StartsWith("unix:/", StringComparison.Ordinal))
            return new UnixDomainSocketEndPoint(setting["unix:".Length..]);
        return Uri.TryCreate(setting, UriKind.Absolute, out var url) && url is { Scheme: "tcp", Port: > 0, AbsolutePath: "" or "/", UserInfo: "" } ? new DnsEndPoint(url.IdnHost, url.Port) : null;
    }

    public async Task<ScanAnswer> ScanAsync(ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        enough.CancelAfter(patience);
        try
        {
            using var socket = address is DnsEndPoint ? new Socket(SocketType.Stream, ProtocolType.Tcp) : new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            await socket.ConnectAsync(address, enough.Token);
            await using var stream = new NetworkStream(socket);
            await TrySendAsync(stream, content, enough.Token);
            return Read(await AnswerAsync(stream, enough.Token));
        }
        catch (Exception trouble) when (trouble is SocketException or IOException || (trouble is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return new ScanAnswer.NotScanned(trouble.GetType().Name, Reachable: false);
        }
    }

    // Too long for it, it answers and closes while we still send: what it says counts, not that we could not finish.
    private static async Task TrySendAsync(NetworkStream stream, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        try
        {
            await stream.WriteAsync("zINSTREAM\0"u8.ToArray(), cancellation);
            var length = new byte[4];
            for (var at = 0; at < content.Length; at += Piece)
            {
                var piece = content[at..Math.Min(content.Length, at + Piece)];
                BinaryPrimitives.WriteInt32BigEndian(length, piece.Length);
                await stream.WriteAsync(length, cancellation);
                await stream.WriteAsync(piece, cancellation);
            }
            await stream.WriteAsync(new byte[4], cancellation);
        }
        catch (IOException)
        {
            // Its answer, if it gave one, says why.
        }
    }

    private static async Task<string> AnswerAsync(NetworkStream stream, CancellationToken cancellation)
    {
        var answer = new byte[LongestAnswer];
        var length = 0;
        int read;
        while (length < answer.Length && (read = await stream.ReadAsync(answer.AsMemory(length), cancellation)) > 0)
        {
            length += read;
            if (answer.AsSpan(0, length).Contains((byte)0))
                break;
        }
        return Encoding.ASCII.GetString(answer, 0, length).TrimEnd('\0', '\n');
    }

    // Only what it says in so many words is clean.
    private static ScanAnswer Read(string answer) =>
        answer == "stream: OK" ? new ScanAnswer.Clean()
        : answer.StartsWith("stream: ", StringComparison.Ordinal) && answer.EndsWith(" FOUND", StringComparison.Ordinal) ? new ScanAnswer.Found(Plain(answer["stream: ".Length..^" FOUND".Length]))
        : new ScanAnswer.NotScanned(answer.Length == 0 ? "closed" : Plain(answer), Reachable: answer.Length > 0);

    private static string Plain(string words) => new([.. words.Where(letter => letter is >= ' ' and <= '~').Take(100)]);
}
