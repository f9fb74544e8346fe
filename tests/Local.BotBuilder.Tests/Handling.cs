using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using OneVisit.Local.BotBuilder.Tests.Stage;

namespace OneVisit.Local.BotBuilder.Tests;

public sealed class Handling
{
    private readonly StageAdapter stage = new();

    [Theory]
    [InlineData(ActivityTypes.Message, "message")]
    [InlineData(ActivityTypes.Event, "event")]
    [InlineData(ActivityTypes.Typing, "typing")]
    [InlineData(ActivityTypes.EndOfConversation, "end")]
    [InlineData("somethingNew", "unknown")]
    public async Task Each_type_has_its_method(string type, string expected)
    {
        var bot = new Knowing();
        await stage.PlayAsync(Script.Said(type: type), bot);
        Assert.Equal([expected], bot.Called);
    }

    [Fact]
    public async Task The_bot_itself_joining_is_no_new_member()
    {
        var bot = new Knowing();
        var update = Script.Said(type: ActivityTypes.ConversationUpdate);
        update.MembersAdded = [new ChannelAccount("bot")];
        await stage.PlayAsync(update, bot);
        Assert.Empty(bot.Called);
    }

    [Fact]
    public async Task A_person_joining_is()
    {
        var bot = new Knowing();
        var update = Script.Said(type: ActivityTypes.ConversationUpdate);
        update.MembersAdded = [new ChannelAccount("bot"), new ChannelAccount("dl_zhang")];
        await stage.PlayAsync(update, bot);
        Assert.Equal(["members bot,dl_zhang"], bot.Called);
    }

    [Fact]
    public async Task A_pressed_card_gets_its_answer()
    {
        var bot = new Knowing();
        await stage.PlayAsync(Pressed("""{"action":{"type":"Action.Execute","verb":"approve","data":{"amount":1}}}"""), bot);
        Assert.Equal((200, "approve"), (Answer().Status, ((AdaptiveCardInvokeResponse)Answer().Body).Value));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"text\"")]
    [InlineData("{}")]
    [InlineData("{\"action\":{\"type\":\"Action.Submit\"}}")]
    [InlineData("{\"action\":[1]}")]
    public async Task A_pressed_card_without_sense_is_400(string value)
    {
        await stage.PlayAsync(Pressed(value), new Knowing());
        Assert.Equal(400, Answer().Status);
    }

    [Fact]
    public async Task An_invoke_nobody_knows_is_501()
    {
        var invoke = Script.Said(type: ActivityTypes.Invoke);
        invoke.Name = "nothing/known";
        await stage.PlayAsync(invoke, new Knowing());
        Assert.Equal(501, Answer().Status);
    }

    private static Activity Pressed(string value)
    {
        var invoke = Script.Said(type: ActivityTypes.Invoke);
        invoke.Name = "adaptiveCard/action";
        invoke.Value = value == "null" ? null : JToken.Parse(value);
        return invoke;
    }

    private InvokeResponse Answer() => (InvokeResponse)stage.Sent.Single(activity => activity.Type == ActivityTypesEx.InvokeResponse).Value;

    private sealed class Knowing : ActivityHandler
    {
        public List<string> Called { get; } = [];

        protected override Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken) => Note("message");

        protected override Task OnEventAsync(ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken) => Note("event");

        protected override Task OnTypingActivityAsync(ITurnContext<ITypingActivity> turnContext, CancellationToken cancellationToken) => Note("typing");

        protected override Task OnEndOfConversationActivityAsync(ITurnContext<IEndOfConversationActivity> turnContext, CancellationToken cancellationToken) => Note("end");

        protected override Task OnUnrecognizedActivityTypeAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Note("unknown");

        protected override Task OnMembersAddedAsync(IList<ChannelAccount> membersAdded, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
            Note("members " + string.Join(",", membersAdded.Select(member => member.Id)));

        protected override Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(ITurnContext<IInvokeActivity> turnContext, AdaptiveCardInvokeValue invokeValue, CancellationToken cancellationToken) =>
            Task.FromResult(new AdaptiveCardInvokeResponse { StatusCode = 200, Value = invokeValue.Action.Verb });

        private Task Note(string what)
        {
            Called.Add(what);
            return Task.CompletedTask;
        }
    }
}
