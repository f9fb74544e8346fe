using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OneVisit.Local.DirectLine.History;
using OneVisit.Local.DirectLine.Tokens;

namespace OneVisit.Local.DirectLine.Client;

/// <summary>GET attachments/{conversation}/{id}?until=&amp;sig=: the file, for whoever holds a good link. Anything but a plain picture is a download, so that no upload can act as a page of ours.</summary>
internal static class AttachmentEndpoint
{
    private static readonly string[] Shown = ["image/jpeg", "image/png", "image/gif", "image/webp"];

    public static void Map(RouteGroupBuilder group) => group.MapGet("/attachments/{conversationId}/{attachmentId}", Read);

    private static IResult Read(HttpResponse response, string conversationId, string attachmentId, long? until, string? sig, SignedLinks links, FileStore store)
    {
        if (!links.IsGood(conversationId, attachmentId, until ?? 0, sig ?? "")) return Refusal.BadToken;
        if (store.Find(attachmentId) is not { } file || file.Conversation != conversationId) return Refusal.NoAttachment;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        response.Headers.CacheControl = "private, no-store";
        return Shown.Contains(file.ContentType)
            ? Results.Bytes(file.Bytes, file.ContentType)
            : Results.File(file.Bytes, file.ContentType == "application/pdf" ? file.ContentType : "application/octet-stream", file.Name);
    }
}
