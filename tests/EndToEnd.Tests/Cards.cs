using System.Text.Json.Nodes;

namespace OneVisit.EndToEnd.Tests;

/// <summary>Reads adaptive cards.</summary>
internal static class Cards
{
    public static IEnumerable<JsonObject> Of(JsonObject activity) =>
        from attachment in activity["attachments"]?.AsArray().OfType<JsonObject>() ?? []
        where attachment["contentType"]?.GetValue<string>() == "application/vnd.microsoft.card.adaptive"
        select attachment["content"]!.AsObject();

    /// <summary>Everything a person reads on a card.</summary>
    public static IEnumerable<string> Words(JsonNode? node) => node switch
    {
        JsonObject part => ((string[])["text", "title", "value", "label"]).Select(name => part[name]).OfType<JsonValue>()
            .Where(value => value.GetValueKind() == System.Text.Json.JsonValueKind.String).Select(value => value.GetValue<string>())
            .Concat(part.Where(field => field.Value is JsonObject or JsonArray && field.Key != "data").SelectMany(field => Words(field.Value))),
        JsonArray parts => parts.SelectMany(Words),
        _ => [],
    };

    public static IEnumerable<JsonObject> Actions(JsonNode? node) => node switch
    {
        JsonObject part when part["type"]?.ToString() == "Action.Submit" => [part],
        JsonObject part => part.SelectMany(field => Actions(field.Value)),
        JsonArray parts => parts.SelectMany(Actions),
        _ => [],
    };

    public static JsonObject? Action(JsonObject activity, string act) =>
        Of(activity).SelectMany(Actions).FirstOrDefault(action => action["data"]?["act"]?.ToString() == act);

    public static bool IsFor(JsonObject activity, string caseId, string taskId) =>
        Of(activity).SelectMany(Actions).Any(action => action["data"]?["caseId"]?.ToString() == caseId && action["data"]?["taskId"]?.ToString() == taskId);
}
