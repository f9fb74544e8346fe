using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using OneVisit.Bot.Forms;
using OneVisit.Conversation;
using OneVisit.Domain;
using OneVisit.Storage;

namespace OneVisit.Bot.Turns;

/// <summary>Says things on the channel, and remembers where the cards lie that are updated later.</summary>
internal sealed class Speaking(CardBook cards, FormLinks forms)
{
    /// <summary>Tells the page that the conversation was left.</summary>
    public const string LeftEvent = "onevisit/left";

    /// <summary>Its value where something was sent that was not taken: the page says so after it has opened anew.</summary>
    public const string Lost = "lost";

    public async Task SayAsync(ITurnContext turn, string participant, IReadOnlyList<Say> says, CancellationToken stop)
    {
        foreach (var say in says)
        {
            switch (say)
            {
                case Say.Words words:
                    await SendAsync(turn, Messages.Of(words, turn.Activity), stop);
                    break;
                case Say.Card card:
                    await ShowAsync(turn, participant, card, stop);
                    break;
                case Say.Left left:
                    await turn.SendActivityAsync(new Activity { Type = ActivityTypes.Event, Name = LeftEvent, Value = left.IsLost ? Lost : null }, stop);
                    break;
            }
        }
    }

    /// <summary>Somebody is at work on it.</summary>
    public static Task TypingAsync(ITurnContext turn, CancellationToken stop) => turn.SendActivityAsync(new Activity { Type = ActivityTypes.Typing }, stop);

    private async Task ShowAsync(ITurnContext turn, string participant, Say.Card card, CancellationToken stop)
    {
        var message = Messages.Of(card, turn.Activity, forms.AddressesFor(turn.Activity, participant, Languages.Parse((string?)card.Content["lang"])));
        if (card.Task is not var (caseId, taskId))
        {
            await SendAsync(turn, message, stop);
            return;
        }
        var place = await cards.FindAsync(participant, caseId, taskId, stop);
        if (card.InPlace && place is not null && place.ConversationId == turn.Activity.Conversation.Id && await AllUpdatedAsync(turn, message, place, stop))
            return;
        message.Id = null;
        if (await SendAsync(turn, message, stop) is { Length: > 0 } id)
            await cards.PutAsync(new CardPlace(participant, caseId, taskId, turn.Activity.Conversation.Id, id).After(place), stop);
    }

    // Whoever asked to see a task twice has two cards of it: none of them may go on offering what is done.
    private static async Task<bool> AllUpdatedAsync(ITurnContext turn, Activity message, CardPlace place, CancellationToken stop)
    {
        foreach (var earlier in place.Earlier ?? [])
            _ = await UpdatedAsync(turn, message, earlier, stop);
        return await UpdatedAsync(turn, message, place.ActivityId, stop);
    }

    /// <returns>The id under which it lies in the conversation; a notice's from an earlier try, if that came so far.</returns>
    private static async Task<string?> SendAsync(ITurnContext turn, Activity message, CancellationToken stop)
    {
        var mark = turn.TurnState.Get<NoticeMark>();
        if (mark?.NextSaid() is { } said) return said;
        if (mark is not null) message.ChannelData = mark.ChannelData;
        return (await turn.SendActivityAsync(message, stop))?.Id;
    }

    // The channel may have forgotten the message: then the card is sent anew.
    private static async Task<bool> UpdatedAsync(ITurnContext turn, Activity message, string activityId, CancellationToken stop)
    {
        message.Id = activityId;
        try
        {
            await turn.UpdateActivityAsync(message, stop);
            return true;
        }
        catch (Microsoft.Bot.Schema.ErrorResponseException)
        {
            return false;
        }
    }
}
