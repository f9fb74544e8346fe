using System.Text.Json;

namespace OneVisit.Local.DirectLine.History;

/// <summary>Files that people and the bot put into conversations, sealed. After a day they are gone: what has to last belongs into the back office.</summary>
internal sealed class FileStore(HistoryFile file, Vault vault, DirectLineOptions options)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>The id of the file kept.</summary>
    public string Keep(string conversation, string name, string contentType, byte[] bytes)
    {
        var id = Guid.NewGuid().ToString("N");
        file.ExecuteTogether(
            ("DELETE FROM attachments WHERE at <= $gone", [("$gone", Gone)]),
            ("INSERT INTO attachments (id, conversation, head, body, at) VALUES ($id, $conversation, $head, $body, $at)",
            [
                ("$id", id), ("$conversation", conversation), ("$at", options.Clock.GetUtcNow().ToUnixTimeSeconds()),
                ("$head", vault.Seal(JsonSerializer.SerializeToUtf8Bytes(new Head(name, contentType)), id)), ("$body", vault.Seal(bytes, id)),
            ]));
        return id;
    }

    public AttachmentRow? Find(string id) => file.Query(
        "SELECT conversation, head, body FROM attachments WHERE id = $id AND at > $gone",
        row =>
        {
            var head = JsonSerializer.Deserialize<Head>(vault.Open(row.GetFieldValue<byte[]>(1), id))!;
            return new AttachmentRow(id, row.GetString(0), head.Name, head.ContentType, vault.Open(row.GetFieldValue<byte[]>(2), id));
        },
        ("$id", id), ("$gone", Gone)).SingleOrDefault();

    private long Gone => (options.Clock.GetUtcNow() - Lifetime).ToUnixTimeSeconds();

    private sealed record Head(string Name, string ContentType);
}
