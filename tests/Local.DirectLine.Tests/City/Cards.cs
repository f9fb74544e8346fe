using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace OneVisit.Local.DirectLine.Tests.City;

/// <summary>Cards with a question, and with what was decided.</summary>
internal static class Cards
{
    public static Activity ToDecide() => Adaptive("""
        { "type": "AdaptiveCard", "version": "1.5", "body": [{ "type": "TextBlock", "text": "undecided" }],
          "actions": [{ "type": "Action.Submit", "title": "Approve", "data": { "decision": "approved" } }] }
        """);

    public static Activity Decided(string? decision) =>
        Adaptive($$"""{ "type": "AdaptiveCard", "version": "1.5", "body": [{ "type": "TextBlock", "text": "{{decision}}" }] }""");

    /// <summary>The choice below it makes an invoke, if the page knows how.</summary>
    public static Activity ToInvoke()
    {
        var question = MessageFactory.Text("undecided");
        question.SuggestedActions = new SuggestedActions(actions: [new CardAction("invoke", "Approve", value: "approved")]);
        return question;
    }

    private static Activity Adaptive(string json) =>
        (Activity)MessageFactory.Attachment(new Attachment("application/vnd.microsoft.card.adaptive", content: JObject.Parse(json)));
}
