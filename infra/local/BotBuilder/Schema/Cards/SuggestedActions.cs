using Newtonsoft.Json;

namespace Microsoft.Bot.Schema;

/// <summary>Buttons shown once, above the text box, until the next message.</summary>
public class SuggestedActions
{
    public SuggestedActions()
    {
    }

    public SuggestedActions(IList<string> to = default, IList<CardAction> actions = default) => (To, Actions) = (to, actions);

    public SuggestedActions(IEnumerable<string> to, IEnumerable<CardAction> actions)
        : this(to.ToArray(), actions.ToArray())
    {
    }

    [JsonProperty("to")] public IList<string> To { get; set; }
    [JsonProperty("actions")] public IList<CardAction> Actions { get; set; }
}
