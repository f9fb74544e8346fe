using System.Text.Json.Nodes;
using OneVisit.Conversation.Words;

namespace OneVisit.Conversation.Cards;

/// <summary>Elements of adaptive cards, as far as ours need them.</summary>
internal static class Parts
{
    /// <summary>The schema version that Web Chat renders.</summary>
    public const string Version = "1.5";

    public static JsonObject Card(string language, string speak, params IEnumerable<JsonNode?> body) => new()
    {
        ["type"] = "AdaptiveCard",
        ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
        ["version"] = Version,
        ["lang"] = language,
        ["speak"] = speak,
        ["body"] = Array(body),
    };

    public static JsonObject WithActions(this JsonObject card, params IEnumerable<JsonNode> actions)
    {
        card["actions"] = Array(actions);
        return card;
    }

    /// <summary>A button that opens a form. A card inside a card does not see the inputs outside of it; what it needs is in it.</summary>
    public static JsonObject Behind(string title, IEnumerable<JsonNode?> form, JsonObject submit) => new()
    {
        ["type"] = "Action.ShowCard",
        ["title"] = title,
        ["card"] = new JsonObject
        {
            ["type"] = "AdaptiveCard",
            ["body"] = Array(form),
            ["actions"] = new JsonArray(submit),
        },
    };

    public static JsonObject Title(string text) => new() { ["type"] = "TextBlock", ["text"] = text, ["wrap"] = true, ["weight"] = "Bolder", ["size"] = "Medium", ["style"] = "heading" };

    public static JsonObject Text(string text) => new() { ["type"] = "TextBlock", ["text"] = text, ["wrap"] = true };

    public static JsonObject Quiet(string text) => new() { ["type"] = "TextBlock", ["text"] = text, ["wrap"] = true, ["isSubtle"] = true, ["size"] = "Small" };

    /// <summary>A line in a clock colour: <c>Good</c>, <c>Warning</c> or <c>Attention</c>. The text says the same.</summary>
    public static JsonObject Coloured(string text, string colour) => new() { ["type"] = "TextBlock", ["text"] = text, ["wrap"] = true, ["weight"] = "Bolder", ["color"] = colour };

    /// <summary>A small table; rows without a value are left out, and without rows there is no table.</summary>
    public static JsonObject? Facts(params IEnumerable<(string Title, string? Value)> facts)
    {
        var rows = facts.Where(fact => !string.IsNullOrEmpty(fact.Value)).Select(fact => (JsonNode)new JsonObject { ["title"] = fact.Title, ["value"] = Phrasebook.Opening(fact.Value!) }).ToArray();
        return rows.Length == 0 ? null : new JsonObject { ["type"] = "FactSet", ["facts"] = new JsonArray(rows) };
    }

    /// <summary>A line to press that folds its parts out and in; without parts there is no line.</summary>
    public static IEnumerable<JsonNode> Folded(string title, string id, params IEnumerable<JsonNode?> parts)
    {
        var items = Array(parts);
        if (items.Count == 0) yield break;
        yield return new JsonObject
        {
            ["type"] = "ActionSet",
            ["actions"] = new JsonArray(new JsonObject { ["type"] = "Action.ToggleVisibility", ["title"] = title, ["targetElements"] = new JsonArray(id) }),
        };
        yield return new JsonObject { ["type"] = "Container", ["id"] = id, ["isVisible"] = false, ["items"] = items };
    }

    /// <summary>Lines of Markdown as one text; <c>null</c> without lines.</summary>
    public static JsonObject? Lines(IEnumerable<string> lines) => string.Join('\n', lines) is { Length: > 0 } text ? Text(text) : null;

    /// <summary>Whether something holds, at a glance.</summary>
    public static string Mark(bool? holds) => holds switch { true => "✓", false => "✗", null => "?" };

    public static JsonArray Array(IEnumerable<JsonNode?> nodes) => new([.. nodes.Where(node => node is not null)]);
}
