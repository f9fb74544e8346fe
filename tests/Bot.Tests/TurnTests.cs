using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using OneVisit.Bot.Tests.City;

namespace OneVisit.Bot.Tests;

[Collection(CityCollection.Name)]
public sealed class TurnTests(BotCity city)
{
    [Fact]
    public async Task What_the_channel_tells_in_its_own_name_takes_nobodys_conversation()
    {
        var conversation = city.NewConversation();
        var (channel, visitor) = (new Talker(city, "onevisit@channel", conversation, null), new Talker(city, Sessions.ChatUserId.NewResident(), conversation, "zh-CN"));
        await channel.PostAsync(new JsonObject { ["type"] = "conversationUpdate", ["membersAdded"] = new JsonArray(new JsonObject { ["id"] = "bot" }) });

        Assert.Empty(visitor.Heard);
        Assert.NotEmpty(await visitor.SayAsync("你好"));
    }

    [Fact]
    public async Task A_visitor_is_welcomed_once()
    {
        var visitor = city.Resident();
        await visitor.PostAsync(new JsonObject { ["type"] = "conversationUpdate", ["membersAdded"] = new JsonArray(new JsonObject { ["id"] = visitor.UserId }) });
        var welcome = visitor.Heard.Count;
        await visitor.JoinAsync();
        Assert.Equal((true, welcome), (welcome > 0, visitor.Heard.Count));
    }

    [Fact]
    public async Task A_visitor_of_the_English_page_is_welcomed_in_English()
    {
        var visitor = city.Resident("en");
        await visitor.JoinAsync();
        Assert.DoesNotContain(visitor.Heard[0].Text, letter => letter is >= '\u4e00' and <= '\u9fff');
    }

    [Fact]
    public async Task The_same_activity_twice_is_answered_once()
    {
        var resident = city.Resident();
        await resident.PostAsync(new JsonObject { ["type"] = "message", ["id"] = "same", ["text"] = "你好" });
        var heard = resident.Heard.Count;
        await resident.PostAsync(new JsonObject { ["type"] = "message", ["id"] = "same", ["text"] = "你好" });
        Assert.Equal(heard, resident.Heard.Count);
    }

    [Fact]
    public async Task Of_eight_things_said_at_once_each_is_answered_once_and_as_if_it_were_alone()
    {
        var resident = city.Resident();
        await resident.JoinAsync();
        var alone = Assert.Single(await resident.SayAsync("帮助")).Text;
        var before = resident.Heard.Count;
        await Task.WhenAll(Enumerable.Range(0, 8).Select(number => resident.PostAsync(new JsonObject { ["type"] = "message", ["id"] = $"help-{number}", ["text"] = "帮助" })));
        var answers = resident.Heard.Skip(before).Select(spoken => ((string?)spoken.Activity["replyToId"], spoken.Text)).Order();
        Assert.Equal(Enumerable.Range(0, 8).Select(number => ((string?)$"help-{number}", alone)), answers);
    }

    [Fact]
    public async Task A_message_of_ten_thousand_characters_is_answered() =>
        Assert.NotEmpty(await city.Resident().SayAsync(new string('难', 10_000)));

    [Fact]
    public async Task Control_characters_and_scripts_are_answered_like_words() =>
        Assert.NotEmpty(await city.Resident().SayAsync("<script>alert(1)</script>\u0000\u202e\u0007 我家很困难"));

    [Theory]
    [InlineData("not json")]
    [InlineData("{}")]
    [InlineData("[1,2]")]
    public async Task What_is_no_activity_is_refused(string body)
    {
        var answer = await new HttpClient().PostAsync(new Uri(city.Url, "api/messages"), new StringContent(body, Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task An_activity_of_half_a_megabyte_is_refused()
    {
        var answer = await city.Resident().PostAsync(new JsonObject { ["type"] = "message", ["text"] = new string('a', 512 * 1024) });
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task A_suggestion_carries_what_it_stands_for()
    {
        var resident = city.Resident();
        await resident.JoinAsync();
        var action = resident.Heard[^1].Activity["suggestedActions"]!["actions"]![0]!;
        Assert.NotEmpty(await resident.PressAsync((JsonObject)action["value"]!.DeepClone()));
    }
}
