using System.Net;
using System.Net.Sockets;

namespace OneVisit.Storage.Tests;

/// <summary>A line to the store that loses the answer to chosen requests after the store has done what they ask.</summary>
internal sealed class LostAnswer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource closing = new();
    private readonly Uri store;
    private readonly byte[] sign;
    private int toLose;

    /// <param name="sign">What a request holds whose answer may be lost.</param>
    public LostAnswer(Uri store, string sign)
    {
        this.sign = System.Text.Encoding.ASCII.GetBytes(sign);
        this.store = store;
        listener.Start();
        _ = ListenAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public int Lost { get; private set; }

    /// <summary>The next so many of those requests happen, and nobody hears of it.</summary>
    public void LoseNext(int count) => toLose = count;

    public void Dispose()
    {
        closing.Cancel();
        listener.Stop();
        closing.Dispose();
    }

    private async Task ListenAsync()
    {
        while (!closing.IsCancellationRequested)
        {
            TcpClient caller;
            try
            {
                caller = await listener.AcceptTcpClientAsync(closing.Token);
            }
            catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
            _ = CarryAsync(caller);
        }
    }

    private async Task CarryAsync(TcpClient caller)
    {
        using (caller)
        using (var callee = new TcpClient())
        {
            await callee.ConnectAsync(store.Host, store.Port, closing.Token);
            var marked = new bool[1];
            await Task.WhenAny(AskAsync(caller.GetStream(), callee.GetStream(), marked), AnswerAsync(callee.GetStream(), caller.GetStream(), marked));
        }
    }

    private async Task AskAsync(NetworkStream from, NetworkStream to, bool[] marked)
    {
        var buffer = new byte[64 * 1024];
        for (int read; (read = await from.ReadAsync(buffer, closing.Token)) > 0;)
        {
            marked[0] |= buffer.AsSpan(0, read).IndexOf(sign) >= 0;
            await to.WriteAsync(buffer.AsMemory(0, read), closing.Token);
        }
    }

    private async Task AnswerAsync(NetworkStream from, NetworkStream to, bool[] marked)
    {
        var buffer = new byte[64 * 1024];
        for (int read; (read = await from.ReadAsync(buffer, closing.Token)) > 0;)
        {
            if (marked[0] && toLose > 0)
            {
                toLose--;
                Lost++;
                return;
            }
            marked[0] = false;
            await to.WriteAsync(buffer.AsMemory(0, read), closing.Token);
        }
    }
}
