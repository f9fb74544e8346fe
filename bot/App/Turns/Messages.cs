using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using OneVisit.Bot.Sessions;
using OneVisit.Conversation;
using OneVisit.Conversation.Cards;

namespace OneVisit.Bot.Turns;

/// <summary>What is said as an activity, as the channel of a turn shows it.</summary>
internal static class Messages
{
    /// <summary>More buttons under one another than this, Teams does not show.</summary>
    private const int ButtonsInTeams = 6;

    public const string AdaptiveCard = "application/vnd.microsoft.card.adaptive";

    public static Activity Of(Say.Words said, Activity heard)
    {
        var message = MessageFactory.Text(said.Text);
        message.TextFormat = TextFormatTypes.Markdown;
        if (said.Choices.IsDefaultOrEmpty) return message;
        if (TeamsAccounts.IsTeams(heard)) message.Attachments = Buttons(said.Choices);
        else message.SuggestedActions = new SuggestedActions { Actions = [.. said.Choices.Select(Action)] };
        return message;
    }

    public static Activity Of(Say.Card card, Activity heard, Func<string, string, string, string> address)
    {
        var message = (Activity)MessageFactory.Attachment(new Attachment(AdaptiveCard, content: ContentOf(card.Content, card.Task, heard, address)));
        message.Summary = card.Fallback;
        return message;
    }

    /// <summary>A card alone, with the addresses of its forms.</summary>
    /// <param name="task">The task it is of, if any.</param>
    public static JObject ContentOf(JsonNode content, (string CaseId, string TaskId)? task, Activity heard, Func<string, string, string, string> address) => JObject.Parse(FormAddress.Opened(
        (TeamsAccounts.IsTeams(heard) ? UniversalCard.Of(content, task, heard.From?.Id is { } reader ? [reader] : []) : content).ToJsonString(), address));

    // Teams' suggestions under a message send words only; a button of a card brings back what it stands for.
    private static List<Attachment> Buttons(ImmutableArray<Choice> choices) =>
        [.. choices.Select(Action).Chunk(ButtonsInTeams).Select(some => new HeroCard { Buttons = [.. some] }.ToAttachment())];

    private static CardAction Action(Choice choice) => new()
    {
        Type = ActionTypes.MessageBack, Title = choice.Title, Text = choice.Title, DisplayText = choice.Title, Value = new JObject { [Hearing.Pick] = choice.Value },
    };
}
