using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OneVisit.Local.DirectLine.Conversations;
using OneVisit.Local.DirectLine.History;

namespace OneVisit.Local.DirectLine.Connector;

/// <summary>Files the bot puts into the channel, to show them in a conversation, and what it may read back. One view of each: the original.</summary>
internal static class BotFileEndpoints
{
    private const string Original = "original";

    public static void Map(IEndpointRouteBuilder service)
    {
        service.MapPost("/conversations/{conversationId}/attachments", KeepAsync);
        service.MapGet("/attachments/{attachmentId}", Info);
        service.MapGet("/attachments/{attachmentId}/views/{viewId}", View);
    }

    private static async Task<IResult> KeepAsync(HttpRequest request, string conversationId, ConversationBook book, FileStore store)
    {
        if (book.FindBegun(conversationId) is null) return Refusal.NoConversation;
        var bytes = await Body.ReadAsync(request, Limits.UploadInBase64);
        if (bytes is null) return Refusal.TooBig;
        if (Wire.Read(bytes) is not { } given) return Refusal.Bad("The body is not an attachment");
        if (Decoded(given) is not { } content) return Refusal.Missing("originalBase64");
        var id = store.Keep(conversationId, given.Text("name") ?? "file", given.Text("type") ?? "application/octet-stream", content);
        return Results.Json(new { id });
    }

    private static IResult Info(string attachmentId, FileStore store) => store.Find(attachmentId) is { } file
        ? Results.Json(new { name = file.Name, type = file.ContentType, views = new[] { new { viewId = Original, size = file.Bytes.Length } } })
        : Refusal.NoAttachment;

    private static IResult View(string attachmentId, string viewId, FileStore store) => viewId == Original && store.Find(attachmentId) is { } file
        ? Results.Bytes(file.Bytes, file.ContentType)
        : Refusal.NoAttachment;

    private static byte[]? Decoded(JsonObject given)
    {
        try
        {
            return given.Text("originalBase64") is { Length: > 0 } text ? Convert.FromBase64String(text) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
