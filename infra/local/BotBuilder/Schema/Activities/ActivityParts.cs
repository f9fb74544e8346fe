using Newtonsoft.Json;

namespace Microsoft.Bot.Schema;

public class MessageReaction
{
    public MessageReaction()
    {
    }

    public MessageReaction(string type = default) => Type = type;

    [JsonProperty("type")] public string Type { get; set; }
}

public class TextHighlight
{
    public TextHighlight()
    {
    }

    public TextHighlight(string text = default, int? occurrence = default) => (Text, Occurrence) = (text, occurrence);

    [JsonProperty("text")] public string Text { get; set; }
    [JsonProperty("occurrence")] public int? Occurrence { get; set; }
}

public class SemanticAction
{
    public SemanticAction()
    {
    }

    public SemanticAction(string id = default, IDictionary<string, Entity> entities = default) => (Id, Entities) = (id, entities);

    [JsonProperty("id")] public string Id { get; set; }
    [JsonProperty("entities")] public IDictionary<string, Entity> Entities { get; set; }
    [JsonProperty("state")] public string State { get; set; }
}
