using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace OneVisit.Local.DirectLine.Tests.City;

/// <summary>A bot on the stand-in packages that does what it is told.</summary>
internal sealed class EchoBot : ActivityHandler
{
    private static readonly HttpClient Http = new();

    public ConcurrentQueue<Activity> Received { get; } = new();

    public ConversationReference? LastReference { get; private set; }

    public string? LastCard { get; private set; }

    /// <summary>Set it to hold every turn until it completes.</summary>
    public Task Hold { get; set; } = Task.CompletedTask;

    public override async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        Received.Enqueue(turnContext.Activity);
        LastReference = turnContext.Activity.GetConversationReference();
        await Hold.WaitAsync(cancellationToken);
        await base.OnTurnAsync(turnContext, cancellationToken);
    }

    protected override async Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken)
    {
        var activity = turnContext.Activity;
        if (activity.Attachments is [{ ContentUrl: { } url }, ..])
        {
            var bytes = await Http.GetByteArrayAsync(url, cancellationToken);
            await turnContext.SendActivityAsync(MessageFactory.Text($"{activity.Attachments.Count} files, first {bytes.Length.ToString(CultureInfo.InvariantCulture)} bytes"), cancellationToken);
            return;
        }

        if (activity.Value is JObject { } pressed)
        {
            await ShowAsync(turnContext, Cards.Decided((string?)pressed["decision"]), cancellationToken);
            return;
        }

        switch (activity.Text)
        {
            case "adaptive":
                LastCard = (await turnContext.SendActivityAsync(Cards.ToDecide(), cancellationToken)).Id;
                break;
            case "invoke":
                LastCard = (await turnContext.SendActivityAsync(Cards.ToInvoke(), cancellationToken)).Id;
                break;
            case "fail":
                throw new InvalidOperationException("told to");
            case "card":
                LastCard = (await turnContext.SendActivityAsync(MessageFactory.Text("card: open"), cancellationToken)).Id;
                break;
            case "update":
                var card = MessageFactory.Text("card: done");
                card.Id = LastCard;
                await turnContext.UpdateActivityAsync(card, cancellationToken);
                break;
            case "delete":
                await turnContext.DeleteActivityAsync(LastCard, cancellationToken);
                break;
            case "typing":
                await turnContext.SendActivityAsync(new Activity(ActivityTypes.Typing), cancellationToken);
                break;
            case "end":
                await turnContext.SendActivityAsync(new Activity(ActivityTypes.EndOfConversation) { Code = "completedSuccessfully" }, cancellationToken);
                break;
            default:
                await turnContext.SendActivityAsync(MessageFactory.Text("echo: " + activity.Text), cancellationToken);
                break;
        }
    }

    protected override async Task OnMembersAddedAsync(IList<ChannelAccount> membersAdded, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken)
    {
        foreach (var member in membersAdded.Where(member => member.Id != turnContext.Activity.Recipient.Id))
            await turnContext.SendActivityAsync(MessageFactory.Text("welcome " + member.Id), cancellationToken);
    }

    protected override async Task OnEventAsync(ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken) =>
        await turnContext.SendActivityAsync(MessageFactory.Text("event " + turnContext.Activity.Name), cancellationToken);

    protected override async Task<InvokeResponse> OnInvokeActivityAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken)
    {
        if (turnContext.Activity.Name != "fine") return new InvokeResponse { Status = 412 };
        if (turnContext.Activity.Value is not null) await ShowAsync(turnContext, Cards.Decided((string)turnContext.Activity.Value), cancellationToken);
        return new InvokeResponse { Status = 200 };
    }

    // In the place of the card shown last.
    private async Task ShowAsync(ITurnContext turnContext, Activity card, CancellationToken cancellationToken)
    {
        card.Id = LastCard;
        await turnContext.UpdateActivityAsync(card, cancellationToken);
    }
}
