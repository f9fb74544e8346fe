using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace OneVisit.Local.BotBuilder.Tests;

public sealed class Wire
{
    [Fact]
    public void What_the_schema_does_not_know_survives_the_way_through()
    {
        var activity = Parse("""{"type":"message","from":{"id":"a","tier":3},"novelty":{"x":1}}""");
        var again = JObject.Parse(Write(activity));
        Assert.Equal((1, 3), ((int)again["novelty"]!["x"]!, (int)again["from"]!["tier"]!));
    }

    [Fact]
    public void A_submitted_value_is_a_JObject() =>
        Assert.IsType<JObject>(Parse("""{"type":"message","value":{"action":"approve"}}""").Value);

    [Fact]
    public void Nulls_are_not_written() =>
        Assert.Equal("""{"type":"message"}""", JsonConvert.SerializeObject(new Activity(ActivityTypes.Message), Formatting.None, HttpHelper.BotMessageSerializerSettings));

    [Fact]
    public void A_card_keeps_the_names_of_its_properties()
    {
        var hero = new HeroCard("标题", buttons: [new CardAction(ActionTypes.ImBack, "是", value: "yes")]).ToAttachment();
        Assert.Equal("yes", (string?)JObject.Parse(Write(MessageFactory.Attachment(hero)))["attachments"]![0]!["content"]!["buttons"]![0]!["value"]);
    }

    [Fact]
    public void Suggested_actions_from_words_are_said_when_pressed()
    {
        var action = MessageFactory.SuggestedActions(["是", "否"], "吗？", null, null, null).SuggestedActions.Actions[0];
        Assert.Equal((ActionTypes.ImBack, "是", "是"), (action.Type, action.Title, action.Value));
    }

    [Fact]
    public void A_reference_leads_back_to_the_person()
    {
        var reference = Stage.Script.Said().GetConversationReference();
        var later = new Activity(ActivityTypes.Message).ApplyConversationReference(JsonConvert.DeserializeObject<ConversationReference>(JsonConvert.SerializeObject(reference))!);
        Assert.Equal(("dl_zhang", "c1", "zh-CN"), (later.Recipient.Id, later.Conversation.Id, later.Locale));
    }

    [Theory]
    [InlineData("message", true)]
    [InlineData("message/audio", true)]
    [InlineData("messages", false)]
    [InlineData(null, false)]
    public void A_sub_type_counts_as_its_type(string? type, bool message) =>
        Assert.Equal(message, new Activity(type!).AsMessageActivity() is not null);

    private static Activity Parse(string json) => JsonConvert.DeserializeObject<Activity>(json, HttpHelper.BotMessageSerializerSettings)!;

    private static string Write(object activity) => JsonConvert.SerializeObject(activity, HttpHelper.BotMessageSerializerSettings);
}
