using System.Text.Json.Nodes;

namespace OneVisit.Conversation.Cards;

/// <summary>
/// A card for Teams, made of the one that Web Chat shows: its buttons are universal actions (Action.Execute), which are answered with the card as it stands then, and a task's card asks
/// by itself how it stands whenever it comes into somebody's view. Clients that do not know them post the same as Web Chat does.
/// </summary>
public static class UniversalCard
{
    /// <summary>Verb of looking again; it never acts.</summary>
    public const string Refresh = "refresh";

    /// <summary>Most people for whom a client looks by itself.</summary>
    public const int MostReaders = 60;

    private const string Post = "post";

    /// <param name="card">As the conversation made it; it stays as it is.</param>
    /// <param name="task">The task it is of; <c>null</c>: none, and it does not look again.</param>
    /// <param name="readers">Whose clients look again by themselves, by the channel's ids; the first <see cref="MostReaders"/>.</param>
    public static JsonNode Of(JsonNode card, (string CaseId, string TaskId)? task, IEnumerable<string> readers)
    {
        var universal = card.DeepClone();
        Execute(universal);
        if (task is var (caseId, taskId))
        {
            universal["refresh"] = new JsonObject
            {
                ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = Refresh, ["data"] = new JsonObject { [CardKeys.CaseId] = caseId, [CardKeys.TaskId] = taskId } },
                ["userIds"] = Parts.Array(readers.Take(MostReaders).Select(reader => JsonValue.Create(reader))),
            };
        }
        return universal;
    }

    /// <summary>The task that a card's data names; <c>null</c>: none.</summary>
    public static (string CaseId, string TaskId)? TaskOf(IReadOnlyDictionary<string, string> fields) =>
        fields.TryGetValue(CardKeys.CaseId, out var caseId) && fields.TryGetValue(CardKeys.TaskId, out var taskId) && CaseIds.Looks(caseId) && CaseIds.Looks(taskId) ? (caseId, taskId) : null;

    private static void Execute(JsonNode? node)
    {
        switch (node)
        {
            case JsonArray nodes:
                foreach (var each in nodes) Execute(each);
                break;
            case JsonObject action when (string?)action["type"] == "Action.Submit":
                var submit = action.DeepClone();
                action["type"] = "Action.Execute";
                action["verb"] = action["data"]?[CardKeys.Act]?.DeepClone() ?? Post;
                action["fallback"] = submit;
                break;
            case JsonObject parts:
                foreach (var (_, part) in parts.ToArray()) Execute(part);
                break;
        }
    }
}
