using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Schema;

/// <summary>A conversation, as the channel names it.</summary>
public class ConversationAccount
{
    public ConversationAccount()
    {
    }

    public ConversationAccount(bool? isGroup = default, string conversationType = default, string id = default, string name = default,
        string aadObjectId = default, string role = default, string tenantId = default)
    {
        (IsGroup, ConversationType, Id, Name) = (isGroup, conversationType, id, name);
        (AadObjectId, Role, TenantId) = (aadObjectId, role, tenantId);
    }

    [JsonProperty("isGroup")] public bool? IsGroup { get; set; }
    [JsonProperty("conversationType")] public string ConversationType { get; set; }
    [JsonProperty("id")] public string Id { get; set; }
    [JsonProperty("name")] public string Name { get; set; }
    [JsonProperty("aadObjectId")] public string AadObjectId { get; set; }

    [JsonExtensionData(ReadData = true, WriteData = true)]
    public JObject Properties { get; set; } = new();

    [JsonProperty("role")] public string Role { get; set; }
    [JsonProperty("tenantId")] public string TenantId { get; set; }
}
