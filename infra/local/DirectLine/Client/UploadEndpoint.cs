using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OneVisit.Local.DirectLine.Connector;
using OneVisit.Local.DirectLine.Conversations;
using OneVisit.Local.DirectLine.History;

namespace OneVisit.Local.DirectLine.Client;

/// <summary>POST conversations/{id}/upload?userId=: files, alone or with the activity they belong to. Direct Line API 3.0, Send attachments by upload.</summary>
internal static class UploadEndpoint
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/conversations/{conversationId}/upload", UploadAsync).DisableAntiforgery();

    private static async Task<IResult> UploadAsync(HttpRequest request, string conversationId, string? userId, Door door, BotLine bot, FileStore store)
    {
        var (caller, conversation, no) = await door.EnterAsync(request, conversationId);
        if (no is not null) return no;
        var bytes = await Body.ReadAsync(request, Limits.Upload);
        if (bytes is null) return Refusal.TooBig;
        var (parcel, bad) = await Parcel.ReadAsync(request, bytes);
        if (bad is not null) return bad;
        var speaker = userId ?? (parcel!.Activity["from"] as JsonObject)?.Text("id");
        var (who, refused) = ActivityEndpoints.Admit(caller!, conversation!, parcel!.Activity, speaker);
        if (refused is not null) return refused;
        Attach(parcel, conversation!.Id, store);
        return await ActivityEndpoints.SayAsync(conversation, parcel.Activity, who!, bot);
    }

    // Web Chat lists its files in the activity, by name and without content; the parts fill them in. What is left over is added.
    private static void Attach(Parcel parcel, string conversation, FileStore store)
    {
        var listed = (parcel.Activity["attachments"] as JsonArray ?? []).OfType<JsonObject>().Select(item => (JsonObject)item.DeepClone()).ToList();
        foreach (var file in parcel.Files)
        {
            var id = store.Keep(conversation, file.Name, file.ContentType, file.Bytes);
            var entry = listed.FirstOrDefault(item => item.Text("name") == file.Name && Empty(item));
            if (entry is null) listed.Add(entry = new JsonObject { ["name"] = file.Name });
            entry["contentType"] = file.ContentType;
            entry["contentUrl"] = AttachmentLinks.MarkOf(id);
        }

        parcel.Activity["attachments"] = new JsonArray([.. listed.Where(item => !Empty(item))]);
    }

    private static bool Empty(JsonObject attachment) => attachment["contentUrl"] is null && attachment["content"] is null;
}
