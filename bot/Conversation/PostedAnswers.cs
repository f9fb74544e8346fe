namespace OneVisit.Conversation;

/// <summary>What a card of ours posts to the resident's conversation, as the value of a choice.</summary>
internal static class PostedAnswers
{
    /// <summary>The field that says which button it was.</summary>
    public const string Pick = "pick";

    /// <summary>Ends a pick to which the inputs of the card are added.</summary>
    public const char Open = '=';

    /// <summary>Inputs that are added, in this order, joined by commas.</summary>
    public static readonly string[] Inputs = ["ticks", "father", "mother"];

    public static string In(IReadOnlyDictionary<string, string> fields)
    {
        var pick = fields.GetValueOrDefault(Pick, "");
        return pick.EndsWith(Open) ? pick + string.Join(',', Inputs.Where(fields.ContainsKey).Select(input => fields[input])) : pick;
    }
}
