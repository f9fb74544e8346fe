using System.Net.WebSockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using OneVisit.Local.DirectLine.Conversations;
using OneVisit.Local.DirectLine.Tokens;

namespace OneVisit.Local.DirectLine.Client;

/// <summary>GET conversations/{id}/stream: activity sets over a web socket, empty messages to keep it alive. Direct Line API 3.0, Receive by WebSocket.</summary>
internal static class StreamEndpoint
{
    public static void Map(RouteGroupBuilder group) => group.MapGet("/conversations/{conversationId}/stream", OpenAsync);

    private static async Task<IResult> OpenAsync(HttpContext context, string conversationId, string? t, string? watermark, ClientTokens tokens, ConversationBook book, DirectLineOptions options, IHostApplicationLifetime life)
    {
        if (!context.WebSockets.IsWebSocketRequest) return Refusal.Bad("A web socket is expected here");
        if (string.IsNullOrEmpty(t)) return Refusal.NoTicket;
        var reading = await tokens.ReadTicketAsync(t);
        if (reading is TokenReading.Expired) return Refusal.TokenExpired;
        if (reading is not TokenReading.Good { Token: var ticket }) return Refusal.BadToken;
        if (ticket.Conversation != conversationId) return Refusal.NotYours;
        if (!Door.Welcome(context.Request, ticket.Origins)) return Refusal.ForeignOrigin;
        if (Watermark.Read(watermark) is not { } since) return Refusal.Bad("watermark");
        if (book.FindBegun(conversationId) is not { } conversation) return Refusal.NoConversation;

        // Listening begins before the page knows that it is connected: what it sends then does not slip past.
        using var listener = conversation.Listen(since);
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        using var over = CancellationTokenSource.CreateLinkedTokenSource(life.ApplicationStopping, context.RequestAborted);
        var sending = SendAsync(socket, listener, options, over.Token);
        await Task.WhenAny(sending, DrainAsync(socket, over.Token));
        await over.CancelAsync();
        await CloseAsync(socket);
        return Results.Empty;
    }

    private static async Task SendAsync(WebSocket socket, Listener listener, DirectLineOptions options, CancellationToken over)
    {
        try
        {
            while (await MoreAsync(socket, listener, options, over))
            {
                while (listener.Sets.TryRead(out var set)) await socket.SendAsync(set, WebSocketMessageType.Text, true, over);
            }
        }
        catch (Exception gone) when (gone is OperationCanceledException or WebSocketException)
        {
            // The page left or the process ends.
        }
    }

    /// <summary>Waits for something to send, with a sign of life as often as agreed; false when the stream has ended.</summary>
    private static async Task<bool> MoreAsync(WebSocket socket, Listener listener, DirectLineOptions options, CancellationToken over)
    {
        var more = listener.Sets.WaitToReadAsync(over).AsTask();
        while (true)
        {
            try
            {
                return await more.WaitAsync(options.KeepAlive, over);
            }
            catch (TimeoutException)
            {
                await socket.SendAsync(ReadOnlyMemory<byte>.Empty, WebSocketMessageType.Text, true, over);
            }
        }
    }

    // Pages send empty messages to notice a dead connection; they have nothing to say here.
    private static async Task DrainAsync(WebSocket socket, CancellationToken over)
    {
        var buffer = new byte[1024];
        try
        {
            while ((await socket.ReceiveAsync(buffer, over)).MessageType != WebSocketMessageType.Close)
            {
            }
        }
        catch (Exception gone) when (gone is OperationCanceledException or WebSocketException)
        {
            // As above.
        }
    }

    private static async Task CloseAsync(WebSocket socket)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived) await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, patience.Token);
        }
        catch (Exception gone) when (gone is OperationCanceledException or WebSocketException)
        {
            socket.Abort();
        }
    }
}
