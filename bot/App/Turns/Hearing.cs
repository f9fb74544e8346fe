using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using OneVisit.Contracts;
using OneVisit.Conversation;

namespace OneVisit.Bot.Turns;

/// <summary>What an activity means to the conversation.</summary>
internal static class Hearing
{
    /// <summary>Sent by the page when it opens a new conversation.</summary>
    public const string JoinEvent = "webchat/join";

    /// <summary>Sent by a page that opens in another language than last time: the conversation says in the new one where it stands.</summary>
    public const string LanguageEvent = "onevisit/language";

    /// <summary>Sent by the staff page: show the card of this task.</summary>
    public const string OpenTaskEvent = "open-task";

    /// <summary>Under which a suggested action carries the value of its choice.</summary>
    public const string Pick = "pick";

    /// <summary>More files in one message than anybody sends on purpose.</summary>
    private const int MostFiles = 20;

    private const int LongestValue = 64 * 1024;

    /// <summary>The id under which a page kept a message while it had no network; <c>null</c>: it had one. However often it comes, it is one message.</summary>
    public static string? OutboxIdOf(Activity activity) =>
        activity.ChannelData is JObject data && (string?)data["outboxId"] is { Length: > 0 and <= 64 } id ? "outbox:" + id : null;

    /// <returns><c>null</c>: nothing to answer.</returns>
    public static Heard? Of(Activity activity) => activity.Type switch
    {
        ActivityTypes.Message => OfMessage(activity),
        ActivityTypes.Event when activity.Name is JoinEvent or LanguageEvent => new Heard.Joined(),
        ActivityTypes.ConversationUpdate or ActivityTypes.InstallationUpdate => new Heard.Joined(),
        _ => null,
    };

    /// <summary>The task that the staff page wants to see; <c>null</c> when the event does not name one.</summary>
    public static (string CaseId, string TaskId)? TaskOf(Activity activity) =>
        Fields(activity.Value) is { } fields && fields.TryGetValue("caseId", out var caseId) && fields.TryGetValue("taskId", out var taskId) ? (caseId, taskId) : null;

    /// <summary>What a card or a button posts, all as text; <c>null</c>: nothing that ours do.</summary>
    public static ImmutableDictionary<string, string>? Fields(object? value)
    {
        if (value is not JObject posted) return null;
        var json = posted.ToString(Newtonsoft.Json.Formatting.None);
        if (json.Length > LongestValue) return null;
        using var document = JsonDocument.Parse(json);
        return PostedFields.Read(document.RootElement);
    }

    /// <summary>What was posted: a choice, or a card.</summary>
    public static Heard Of(ImmutableDictionary<string, string> fields) =>
        fields.Count == 1 && fields.TryGetValue(Pick, out var picked) ? new Heard.Picked(picked) : new Heard.Posted(fields);

    private static Heard? OfMessage(Activity activity)
    {
        var files = Files(activity);
        if (files.Length > 0) return new Heard.SentFiles(files);
        if (Fields(activity.Value) is { Count: > 0 } fields) return Of(fields);
        return activity.Text is { } text ? new Heard.Said(text) : null;
    }

    private static ImmutableArray<IncomingFile> Files(Activity activity) => activity.Attachments is null
        ? []
        : [.. activity.Attachments
            .Where(attachment => attachment?.ContentUrl is { Length: > 0 } && attachment.ContentType?.StartsWith("application/vnd.microsoft.card", StringComparison.OrdinalIgnoreCase) != true)
            .Take(MostFiles)
            .Select(attachment => new IncomingFile(Shortened(attachment.Name ?? ""), Shortened(attachment.ContentType ?? ""), attachment.ContentUrl))];

    private static string Shortened(string text) => text.Length <= 200 ? text : text[..200];
}
