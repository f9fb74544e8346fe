using System.Text.Json.Nodes;
using OneVisit.Local.DirectLine.Tokens;

namespace OneVisit.Local.DirectLine.Conversations;

/// <summary>
/// In the history an attachment is a mark, because links expire; on its way out the mark becomes a fresh link, and a link that comes back (a bot that
/// shows a picture again) becomes a mark, as does the bot's own link to what it put into the channel.
/// </summary>
internal sealed class AttachmentLinks(SignedLinks links, DirectLineOptions options)
{
    private const string Mark = "x-directline-attachment:";

    public static string MarkOf(string attachment) => Mark + attachment;

    public void Keep(JsonObject activity, string conversation)
    {
        string[] ours = [$"{options.Root}/v3/directline/attachments/{conversation}/", options.ServiceUrl + "v3/attachments/"];
        foreach (var (attachment, url) in Urls(activity))
            if (ours.FirstOrDefault(start => url.StartsWith(start, StringComparison.Ordinal)) is { } start) attachment["contentUrl"] = MarkOf(url[start.Length..].Split('?', '/')[0]);
    }

    public JsonObject Open(JsonObject activity, string conversation)
    {
        var open = (JsonObject)activity.DeepClone();
        foreach (var (attachment, url) in Urls(open))
            if (url.StartsWith(Mark, StringComparison.Ordinal)) attachment["contentUrl"] = links.LinkTo(conversation, url[Mark.Length..]);
        return open;
    }

    /// <summary>As <see cref="Open(JsonObject, string)"/>; bytes without a mark, which is nearly all, are passed on as they are.</summary>
    public ReadOnlyMemory<byte> Open(byte[] body, string conversation) =>
        body.AsSpan().IndexOf("x-directline-attachment:"u8) < 0 ? body : Wire.Write(Open(Wire.Read(body)!, conversation));

    private static IEnumerable<(JsonObject Attachment, string Url)> Urls(JsonObject activity) =>
        from node in activity["attachments"] as JsonArray ?? []
        let attachment = node as JsonObject
        let url = attachment?.Text("contentUrl")
        where url is not null
        select (attachment, url);
}
