using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace OneVisit.Local.DirectLine.History;

/// <summary>What was said, sealed row by row. Only ids, order and times are readable in the file.</summary>
internal sealed class HistoryStore(HistoryFile file, Vault vault, DirectLineOptions options)
{
    public ConversationRow? FindConversation(string id) => file.Query(
        "SELECT id, started, member, watermark FROM conversations WHERE id = $id",
        row => new ConversationRow(row.GetString(0), row.GetBoolean(1), MemberOf(row, id), row.GetInt64(3)),
        ("$id", id)).SingleOrDefault();

    public void Save(ConversationRow row) => file.Execute(
        """
        INSERT INTO conversations (id, started, member, watermark) VALUES ($id, $started, $member, $watermark)
        ON CONFLICT (id) DO UPDATE SET started = $started, member = $member, watermark = $watermark
        """,
        ("$id", row.Id), ("$started", row.Started), ("$watermark", row.Watermark),
        ("$member", row.Member is null ? null : vault.Seal(JsonSerializer.SerializeToUtf8Bytes(row.Member), row.Id)));

    /// <summary>Writes the activity (new, or its newest content) and moves the conversation's watermark with it.</summary>
    public void Save(ActivityRow row) => file.ExecuteTogether(
        ("""
         INSERT INTO activities (conversation, place, watermark, id, from_bot, at, body) VALUES ($conversation, $place, $watermark, $id, $fromBot, $at, $body)
         ON CONFLICT (conversation, place) DO UPDATE SET watermark = $watermark, body = $body
         """,
            [
                ("$conversation", row.Conversation), ("$place", row.Place), ("$watermark", row.Watermark), ("$id", row.Id),
                ("$fromBot", row.FromBot), ("$at", row.At.ToUnixTimeMilliseconds()), ("$body", vault.Seal(row.Body, row.Id)),
            ]),
        MoveTo(row.Conversation, row.Watermark));

    public void Remove(ActivityRow row, long watermark) => file.ExecuteTogether(
        ("DELETE FROM activities WHERE id = $id", [("$id", row.Id)]),
        MoveTo(row.Conversation, watermark));

    public ActivityRow? FindActivity(string conversation, string id) => file.Query(
        Columns + "WHERE conversation = $conversation AND id = $id AND at >= $oldest", ActivityOf, ("$conversation", conversation), ("$id", id), ("$oldest", Oldest)).SingleOrDefault();

    /// <summary>What is newer than a watermark, oldest change first, as far as a page goes.</summary>
    public List<ActivityRow> Since(string conversation, long watermark) => file.Query(
        Columns + "WHERE conversation = $conversation AND watermark > $watermark AND at >= $oldest ORDER BY watermark LIMIT $page",
        ActivityOf, ("$conversation", conversation), ("$watermark", watermark), ("$oldest", Oldest), ("$page", Limits.Page));

    /// <summary>Removes, in all conversations, what has been kept long enough.</summary>
    public void Forget()
    {
        if (options.KeepActivities is not null) file.Execute("DELETE FROM activities WHERE at < $oldest", ("$oldest", Oldest));
    }

    /// <summary>A secret of the service itself, made by <paramref name="make"/> the first time.</summary>
    public byte[] Secret(string name, Func<byte[]> make)
    {
        var kept = file.Query("SELECT sealed FROM secrets WHERE name = $name", row => row.GetFieldValue<byte[]>(0), ("$name", name));
        if (kept is [var sealedSecret]) return vault.Open(sealedSecret, name);
        var fresh = make();
        file.Execute("INSERT INTO secrets (name, sealed) VALUES ($name, $sealed)", ("$name", name), ("$sealed", vault.Seal(fresh, name)));
        return fresh;
    }

    private long Oldest => options.KeepActivities is { } kept ? (options.Clock.GetUtcNow() - kept).ToUnixTimeMilliseconds() : long.MinValue;

    private static (string, (string, object?)[]) MoveTo(string conversation, long watermark) =>
        ("UPDATE conversations SET watermark = $watermark WHERE id = $id", [("$id", conversation), ("$watermark", watermark)]);

    private const string Columns = "SELECT conversation, place, watermark, id, from_bot, at, body FROM activities ";

    private ActivityRow ActivityOf(SqliteDataReader row) => new(
        row.GetString(0), row.GetInt64(1), row.GetInt64(2), row.GetString(3), row.GetBoolean(4),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(5)), vault.Open(row.GetFieldValue<byte[]>(6), row.GetString(3)));

    private Member? MemberOf(SqliteDataReader row, string id) =>
        row.IsDBNull(2) ? null : JsonSerializer.Deserialize<Member>(vault.Open(row.GetFieldValue<byte[]>(2), id));
}
