namespace OneVisit.Conversation.Cards;

/// <summary>Colours of the clock. The word beside it says the same.</summary>
internal static class DueColours
{
    public static string Of(string dueState) => dueState switch
    {
        "red" => "Attention",
        "yellow" => "Warning",
        _ => "Good",
    };
}
