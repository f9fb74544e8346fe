using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Schema;

/// <summary>Something the channel or the client knows about an activity: a mention, a place, client capabilities.</summary>
public class Entity
{
    private static readonly JsonSerializerSettings Deep = new() { MaxDepth = null };

    public Entity()
    {
    }

    public Entity(string type = default) => Type = type;

    [JsonProperty("type")] public string Type { get; set; }

    [JsonExtensionData(ReadData = true, WriteData = true)]
    public JObject Properties { get; set; } = new();

    public T GetAs<T>() => JsonConvert.DeserializeObject<T>(JsonConvert.SerializeObject(this, Deep), Deep);

    public void SetAs<T>(T obj)
    {
        var entity = JsonConvert.DeserializeObject<Entity>(JsonConvert.SerializeObject(obj, Deep), Deep);
        (Type, Properties) = (entity.Type, entity.Properties);
    }

    public bool Equals(Entity other) =>
        other is not null && JsonConvert.SerializeObject(this, Deep).Equals(JsonConvert.SerializeObject(other, Deep), StringComparison.Ordinal);

    public override bool Equals(object obj) => obj is not null && obj.GetType() == GetType() && Equals((Entity)obj);

    public override int GetHashCode() => base.GetHashCode();
}

public class Mention : Entity
{
    public Mention() => Type = "mention";

    public Mention(ChannelAccount mentioned = default, string text = default, string type = default)
    {
        (Mentioned, Text) = (mentioned, text);
        Type = "mention";
    }

    [JsonProperty("mentioned")] public ChannelAccount Mentioned { get; set; }
    [JsonProperty("text")] public string Text { get; set; }
}
