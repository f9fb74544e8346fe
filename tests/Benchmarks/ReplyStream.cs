using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using OneVisit.EndToEnd.Tests;

namespace OneVisit.Benchmarks;

/// <summary>The web socket by which Web Chat hears what is said in a conversation.</summary>
internal sealed class ReplyStream : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ClientWebSocket _socket = new();
    private readonly byte[] _buffer = new byte[1024 * 1024];

    private ReplyStream()
    {
    }

    public static async Task<ReplyStream> OpenAsync(Uri publicUrl, Chat chat)
    {
        using var line = new HttpClient { BaseAddress = publicUrl };
        line.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", chat.Token);
        var conversation = (await line.GetFromJsonAsync<JsonObject>($"v3/directline/conversations/{chat.ConversationId}"))!;
        var stream = new ReplyStream();
        await stream._socket.ConnectAsync(new Uri(conversation["streamUrl"]!.ToString()), CancellationToken.None);
        return stream;
    }

    /// <summary>Reads on until the bot's first message in answer to what was sent under <paramref name="tag"/>.</summary>
    /// <returns>When it was here, as of <see cref="Stopwatch.GetTimestamp"/>.</returns>
    public async Task<long> AnswerToAsync(string tag)
    {
        using var patience = new CancellationTokenSource(Patience);
        string? asked = null;
        while (true)
        {
            var (activities, at) = await ReceiveAsync(patience.Token);
            foreach (var activity in activities)
            {
                if (activity["channelData"]?["clientActivityID"]?.ToString() == tag) asked = activity["id"]!.ToString();
                else if (asked is not null && activity["type"]?.ToString() == "message" && activity["replyToId"]?.ToString() == asked) return at;
            }
        }
    }

    public void Dispose() => _socket.Dispose();

    private async Task<(IEnumerable<JsonObject> Activities, long At)> ReceiveAsync(CancellationToken stop)
    {
        var length = 0;
        while (true)
        {
            var part = await _socket.ReceiveAsync(_buffer.AsMemory(length), stop);
            length += part.Count;
            if (!part.EndOfMessage) continue;
            if (length == 0) return ([], 0);
            var at = Stopwatch.GetTimestamp();
            return (JsonNode.Parse(_buffer.AsSpan(0, length))!["activities"]!.AsArray().OfType<JsonObject>(), at);
        }
    }
}
