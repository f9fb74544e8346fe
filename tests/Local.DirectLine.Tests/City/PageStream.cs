using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace OneVisit.Local.DirectLine.Tests.City;

/// <summary>An open stream; gives up after a minute.</summary>
internal sealed class PageStream : IAsyncDisposable
{
    private readonly ClientWebSocket socket = new();
    private readonly CancellationTokenSource patience = new(TimeSpan.FromMinutes(1));
    private readonly Queue<JsonElement> waiting = new();

    public string Watermark { get; private set; } = "";

    public static async Task<PageStream> OpenAsync(string url)
    {
        var stream = new PageStream();
        stream.socket.Options.CollectHttpResponseDetails = true;
        await stream.socket.ConnectAsync(new Uri(url), stream.patience.Token);
        return stream;
    }

    /// <summary>The next activity, whatever it is.</summary>
    public async Task<JsonElement> NextAsync()
    {
        while (waiting.Count == 0)
        {
            var message = await MessageAsync();
            if (message.Length == 0) continue;
            var set = JsonSerializer.Deserialize<JsonElement>(message);
            Watermark = set.GetProperty("watermark").GetString()!;
            foreach (var activity in set.GetProperty("activities").EnumerateArray()) waiting.Enqueue(activity);
        }

        return waiting.Dequeue();
    }

    public async Task<JsonElement> UntilAsync(Func<JsonElement, bool> wanted)
    {
        while (true)
        {
            var activity = await NextAsync();
            if (wanted(activity)) return activity;
        }
    }

    public Task<JsonElement> UntilAsync(string text) => UntilAsync(activity => activity.TryGetProperty("text", out var said) && said.GetString() == text);

    /// <summary>The next message as it came; empty when it is a sign of life.</summary>
    public async Task<string> MessageAsync()
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[16384];
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer, patience.Token);
            if (part.MessageType == WebSocketMessageType.Close) throw new EndOfStreamException();
            bytes.Write(buffer, 0, part.Count);
            if (part.EndOfMessage) return Encoding.UTF8.GetString(bytes.ToArray());
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (socket.State == WebSocketState.Open) await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, patience.Token);
        socket.Dispose();
        patience.Dispose();
    }
}
