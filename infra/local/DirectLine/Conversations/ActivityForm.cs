using System.Globalization;
using System.Text.Json.Nodes;
using OneVisit.Local.DirectLine.History;

namespace OneVisit.Local.DirectLine.Conversations;

/// <summary>Gives activities their final form: what the channel decides is never taken from the sender.</summary>
internal static class ActivityForm
{
    public const string BotId = "onevisit-bot";
    public const string BotName = "OneVisit";
    private static readonly string[] Ours = ["id", "timestamp", "channelId", "serviceUrl", "conversation", "from", "recipient", "callerId", "deliveryMode", "relatesTo"];
    private static readonly string[] FromPeople = ["message", "event", "typing", "invoke", "messageReaction", "endOfConversation"];

    /// <summary>Typing is of the moment: streamed and delivered, not kept.</summary>
    public static bool IsPassing(JsonObject activity) => activity.Text("type") is "typing";

    /// <summary>Who joins and leaves is told to the bot only.</summary>
    public static bool IsForPages(JsonObject activity) => activity.Text("type") is not ("conversationUpdate" or "contactRelationUpdate");

    public static bool PeopleMaySend(JsonObject activity) => FromPeople.Contains(activity.Text("type"));

    public static JsonObject FromPerson(JsonObject given, string conversation, string id, DateTimeOffset at, Member who) =>
        Formed(given, conversation, id, at, new JsonObject { ["id"] = who.Id, ["name"] = who.Name ?? (given["from"] as JsonObject)?.Text("name") ?? "", ["role"] = "user" });

    public static JsonObject FromBot(JsonObject given, string conversation, string id, DateTimeOffset at) =>
        Formed(given, conversation, id, at, Bot());

    /// <summary>New content for something said before: it stays where and when it was.</summary>
    public static JsonObject Updated(JsonObject given, ActivityRow earlier)
    {
        var form = Formed(given, earlier.Conversation, earlier.Id, earlier.At, Bot());
        form.Remove("replyToId");
        if (Wire.Read(earlier.Body)?.Text("replyToId") is { } replyTo) form["replyToId"] = replyTo;
        return form;
    }

    /// <summary>An empty message in the place of something taken back: Web Chat replaces by id and shows no empty message.</summary>
    public static JsonObject Withdrawn(ActivityRow earlier) =>
        Formed(new JsonObject { ["type"] = "message" }, earlier.Conversation, earlier.Id, earlier.At, Bot());

    public static JsonObject Joined(Member? who, string? locale, string conversation, string id, DateTimeOffset at)
    {
        var member = who is null ? new JsonObject { ["id"] = BotId, ["name"] = BotName } : new JsonObject { ["id"] = who.Id, ["name"] = who.Name ?? "" };
        var update = new JsonObject { ["type"] = "conversationUpdate", ["membersAdded"] = new JsonArray(member) };
        if (locale is not null) update["locale"] = locale;
        return Formed(update, conversation, id, at, (JsonObject)member.DeepClone());
    }

    /// <summary>The activity as the bot gets it.</summary>
    public static JsonObject ForBot(JsonObject activity, DirectLineOptions options)
    {
        var addressed = (JsonObject)activity.DeepClone();
        addressed["serviceUrl"] = options.ServiceUrl;
        addressed["recipient"] = Bot();
        return addressed;
    }

    private static JsonObject Formed(JsonObject given, string conversation, string id, DateTimeOffset at, JsonObject from)
    {
        var form = (JsonObject)given.DeepClone();
        foreach (var name in Ours) form.Remove(name);
        form["id"] = id;
        form["timestamp"] = at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        form["channelId"] = "directline";
        form["conversation"] = new JsonObject { ["id"] = conversation };
        form["from"] = from;
        return form;
    }

    private static JsonObject Bot() => new() { ["id"] = BotId, ["name"] = BotName, ["role"] = "bot" };
}
