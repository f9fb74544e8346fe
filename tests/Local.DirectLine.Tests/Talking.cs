using System.Net;
using System.Text.Json;
using Microsoft.Bot.Schema;
using OneVisit.Local.DirectLine.Tests.City;

namespace OneVisit.Local.DirectLine.Tests;

/// <summary>A page talks with a bot that demands the channel's token and proves itself with its own.</summary>
public sealed class Talking
{
    [Fact]
    public async Task The_bot_greets_the_person_bound_to_the_token()
    {
        await using var city = await LocalCity.StartAsync();
        var page = await city.OpenPageAsync();
        await using var stream = await page.ListenAsync();
        await stream.UntilAsync("welcome dl_zhang");
    }

    [Fact]
    public async Task A_message_comes_back_as_echo_and_then_as_answer()
    {
        await using var city = await LocalCity.StartAsync();
        var page = await city.OpenPageAsync();
        await using var stream = await page.ListenAsync();
        await stream.UntilAsync("welcome dl_zhang");
        var sent = await page.SayAsync("您好");
        var (echo, answer) = (await stream.NextAsync(), await stream.NextAsync());
        Assert.Equal(
            (sent.Text("id"), "您好", "echo: 您好", sent.Text("id")),
            (echo.GetProperty("id").GetString(), echo.GetProperty("text").GetString(), answer.GetProperty("text").GetString(), answer.GetProperty("replyToId").GetString()));
    }

    [Fact]
    public async Task The_echo_keeps_what_Web_Chat_finds_its_message_by()
    {
        await using var city = await LocalCity.StartAsync();
        var page = await city.OpenPageAsync();
        await page.PostAsync("""{"type":"message","text":"x","from":{"id":"dl_zhang"},"channelData":{"clientActivityID":"c1"}}""");
        var echo = (await page.HistoryAsync()).Activities.Single(activity => activity.GetProperty("from").GetProperty("id").GetString() == "dl_zhang");
        Assert.Equal("c1", echo.GetProperty("channelData").GetProperty("clientActivityID").GetString());
    }

    [Fact]
    public async Task The_bot_sees_the_channel_the_service_and_the_name_given_with_the_token()
    {
        await using var city = await LocalCity.StartAsync();
        var page = await city.OpenPageAsync();
        await page.PostAsync("""{"type":"message","text":"x","from":{"id":"dl_zhang","name":"李四","role":"bot"},"serviceUrl":"http://evil.example/","callerId":"c"}""");
        var seen = city.Bot.Received.Single(activity => activity.Type == ActivityTypes.Message);
        Assert.Equal(("directline", city.Options.ServiceUrl, "张三", "user"), (seen.ChannelId, seen.ServiceUrl, seen.From.Name, seen.From.Role));
    }

    [Fact]
    public async Task The_bot_greets_in_the_language_the_page_begins_in()
    {
        await using var city = await LocalCity.StartAsync();
        var token = (await city.GenerateAsync("""{"user":{"id":"dl_zhang"}}""")).Text("token");
        var started = await city.SendAsync(HttpMethod.Post, "v3/directline/conversations", token, """{"user":{},"locale":"en-US"}""");
        await new Page(city, started.Text("conversationId"), token, started.Text("streamUrl")).HistoryWithAsync("welcome dl_zhang");
        Assert.All(city.Bot.Received, activity => Assert.Equal("en-US", activity.Locale));
    }

    [Fact]
    public async Task Events_reach_the_bot()
    {
        await using var city = await LocalCity.StartAsync();
        var page = await city.OpenPageAsync();
        await page.PostAsync("""{"type":"event","name":"language","value":"en","from":{"id":"dl_zhang"}}""");
        Assert.Contains("event language", (await page.HistoryAsync()).Texts);
    }

    [Fact]
    public async Task Typing_reaches_the_stream_and_is_not_kept()
    {
        await using var city = await LocalCity.StartAsync();
        var page = await city.OpenPageAsync();
        await using var stream = await page.ListenAsync();
        await page.PostAsync("""{"type":"typing","from":{"id":"dl_zhang"}}""");
        await stream.UntilAsync(activity => activity.GetProperty("type").GetString() == "typing");
        Assert.DoesNotContain((await page.HistoryAsync()).Activities, activity => activity.GetProperty("type").GetString() == "typing");
    }

    [Fact]
    public async Task Messages_reach_the_bot_in_the_order_they_were_sent_even_when_it_is_slow()
    {
        await using var city = await LocalCity.StartAsync();
        var page = await city.OpenPageAsync();
        await page.HistoryWithAsync("welcome dl_zhang");
        var hold = new TaskCompletionSource();
        city.Bot.Hold = hold.Task;
        await using var stream = await page.ListenAsync();
        var replies = new List<Task<Reply>>();
        foreach (var text in (string[])["1", "2", "3"])
        {
            replies.Add(page.SayAsync(text));
            await stream.UntilAsync(text);
        }

        Assert.Single(city.Bot.Received, activity => activity.Type == ActivityTypes.Message);
        hold.SetResult();
        await Task.WhenAll(replies);
        Assert.Equal(["1", "2", "3"], city.Bot.Received.Where(activity => activity.Type == ActivityTypes.Message).Select(activity => activity.Text));
    }

    [Fact]
    public async Task What_is_said_all_at_once_reaches_the_bot_in_the_order_of_its_ids()
    {
        await using var city = await LocalCity.StartAsync();
        var page = await Page.StartAsync(city, (await city.GenerateAsync()).Text("token"));
        await Task.WhenAll(Enumerable.Range(0, 400).Select(number => Task.Run(() => page.SayAsync("n" + number, "guest"))));
        string[] heard = [.. city.Bot.Received.Where(activity => activity.Type == ActivityTypes.Message).Select(activity => activity.Id)];
        Assert.Equal(heard.Order(StringComparer.Ordinal), heard);
    }

    [Fact]
    public async Task Who_joins_by_speaking_is_announced_before_anything_is_heard()
    {
        await using var city = await LocalCity.StartAsync();
        var page = await Page.StartAsync(city, (await city.GenerateAsync()).Text("token"));
        await Task.WhenAll(Enumerable.Range(0, 20).Select(number => Task.Run(() => page.SayAsync("n" + number, "guest"))));
        Assert.Equal([ActivityTypes.ConversationUpdate, ActivityTypes.ConversationUpdate, ActivityTypes.Message], city.Bot.Received.Take(3).Select(activity => activity.Type));
    }

    [Fact]
    public async Task A_bot_that_fails_is_told_to_the_sender_as_502()
    {
        await using var city = await LocalCity.StartAsync();
        var page = await city.OpenPageAsync();
        var sent = await page.SayAsync("fail");
        Assert.Equal((HttpStatusCode.BadGateway, "BotError", 500), (sent.Status, sent.ErrorCode, sent.Json.GetProperty("httpStatusCode").GetInt32()));
    }

    [Fact]
    public async Task A_bot_that_takes_too_long_is_told_to_the_sender_as_502()
    {
        await using var city = await LocalCity.StartAsync(configure: options => options.BotTimeout = TimeSpan.FromMilliseconds(300));
        city.Bot.Hold = new TaskCompletionSource().Task;
        var page = await city.OpenPageAsync();
        var sent = await page.SayAsync("hello");
        Assert.Equal((HttpStatusCode.BadGateway, "BotError", 504), (sent.Status, sent.ErrorCode, sent.Json.GetProperty("httpStatusCode").GetInt32()));
    }

    [Theory]
    [InlineData("fine", HttpStatusCode.OK)]
    [InlineData("refused", HttpStatusCode.BadGateway)]
    public async Task Of_the_answer_to_an_invoke_the_page_learns_the_status(string name, HttpStatusCode expected)
    {
        await using var city = await LocalCity.StartAsync();
        var page = await city.OpenPageAsync();
        Assert.Equal(expected, (await page.PostAsync($$"""{"type":"invoke","name":"{{name}}","from":{"id":"dl_zhang"} }""")).Status);
    }

    [Fact]
    public async Task An_invoke_is_part_of_the_history()
    {
        await using var city = await LocalCity.StartAsync();
        var page = await city.OpenPageAsync();
        await page.PostAsync("""{"type":"invoke","name":"fine","from":{"id":"dl_zhang"}}""");
        Assert.Contains((await page.HistoryAsync()).Activities, activity => activity.GetProperty("type").GetString() == "invoke");
    }

    [Fact]
    public async Task What_the_bot_says_of_members_does_not_reach_pages()
    {
        await using var city = await LocalCity.StartAsync();
        var page = await city.OpenPageAsync();
        await page.SayAsync("hello");
        var update = new Activity(ActivityTypes.ConversationUpdate) { MembersAdded = [new ChannelAccount("dl_li")] };
        await city.Adapter.ContinueConversationAsync(city.Options.BotAppId, city.Bot.LastReference, (turn, cancellation) => turn.SendActivityAsync(update, cancellation), default);
        Assert.DoesNotContain((await page.HistoryAsync()).Activities, activity => activity.GetProperty("type").GetString() == "conversationUpdate");
    }

    [Fact]
    public async Task The_person_of_a_token_may_be_named_in_capitals()
    {
        await using var city = await LocalCity.StartAsync();
        var page = await Page.StartAsync(city, (await city.GenerateAsync("""{"User":{"Id":"dl_zhang"}}""")).Text("token"));
        await page.HistoryWithAsync("welcome dl_zhang");
    }

    [Fact]
    public async Task A_proactive_message_reaches_the_open_stream()
    {
        await using var city = await LocalCity.StartAsync();
        var page = await city.OpenPageAsync();
        await using var stream = await page.ListenAsync();
        await page.SayAsync("hello");
        await city.Adapter.ContinueConversationAsync(city.Options.BotAppId, city.Bot.LastReference, (turn, cancellation) => turn.SendActivityAsync("你的申请已受理", cancellationToken: cancellation), default);
        await stream.UntilAsync("你的申请已受理");
    }

    /// <summary>Web Chat holds back for five seconds whatever replies to an activity it has not seen, such as the event that opens a proactive turn.</summary>
    [Fact]
    public async Task A_proactive_turn_whose_event_has_no_id_replies_to_nothing()
    {
        await using var city = await LocalCity.StartAsync();
        var page = await city.OpenPageAsync();
        await using var stream = await page.ListenAsync();
        await page.SayAsync("hello");
        var opening = city.Bot.LastReference!.GetContinuationActivity();
        opening.Id = null;
        await city.Adapter.ContinueConversationAsync(city.Options.BotAppId, opening, (turn, cancellation) => turn.SendActivityAsync("notice", cancellationToken: cancellation), default);
        Assert.False((await stream.UntilAsync("notice")).TryGetProperty("replyToId", out _));
    }

    [Fact]
    public async Task A_proactive_message_to_a_conversation_that_does_not_exist_is_404_for_the_bot()
    {
        await using var city = await LocalCity.StartAsync();
        var page = await city.OpenPageAsync();
        await page.SayAsync("hello");
        var reference = city.Bot.LastReference!;
        reference.Conversation = new ConversationAccount(id: "nowhere");
        var refusal = await Assert.ThrowsAsync<ErrorResponseException>(() => city.Adapter.ContinueConversationAsync(city.Options.BotAppId, reference, (turn, cancellation) => turn.SendActivityAsync("x", cancellationToken: cancellation), default));
        Assert.Equal((HttpStatusCode.NotFound, "ConversationNotFound"), (refusal.Response.StatusCode, refusal.Body.Error.Code));
    }

    [Fact]
    public async Task An_updated_card_goes_out_again_under_its_id_and_its_first_time()
    {
        await using var city = await LocalCity.StartAsync();
        var page = await city.OpenPageAsync();
        await using var stream = await page.ListenAsync();
        await page.SayAsync("card");
        var open = await stream.UntilAsync("card: open");
        city.Clock.Advance(TimeSpan.FromMinutes(1));
        await page.SayAsync("update");
        var done = await stream.UntilAsync("card: done");
        Assert.Equal(
            (open.GetProperty("id").GetString(), open.GetProperty("timestamp").GetString(), open.GetProperty("replyToId").GetString()),
            (done.GetProperty("id").GetString(), done.GetProperty("timestamp").GetString(), done.GetProperty("replyToId").GetString()));
    }

    [Fact]
    public async Task History_holds_the_newest_content_of_a_card_at_its_first_place()
    {
        await using var city = await LocalCity.StartAsync();
        var page = await city.OpenPageAsync();
        await page.HistoryWithAsync("welcome dl_zhang");
        await page.SayAsync("card");
        await page.SayAsync("update");
        Assert.Equal(["welcome dl_zhang", "card", "card: done", "update"], (await page.HistoryAsync()).Texts);
    }

    [Fact]
    public async Task A_page_that_polls_learns_of_an_update_by_its_watermark()
    {
        await using var city = await LocalCity.StartAsync();
        var page = await city.OpenPageAsync();
        await page.SayAsync("card");
        var watermark = (await page.HistoryAsync()).Text("watermark");
        await page.SayAsync("update");
        Assert.Equal(["update", "card: done"], (await page.HistoryAsync(watermark)).Texts);
    }

    [Fact]
    public async Task A_withdrawn_card_leaves_the_history_and_empties_on_open_pages()
    {
        await using var city = await LocalCity.StartAsync();
        var page = await city.OpenPageAsync();
        await using var stream = await page.ListenAsync();
        await page.SayAsync("card");
        var id = (await stream.UntilAsync("card: open")).GetProperty("id").GetString();
        await page.SayAsync("delete");
        await stream.UntilAsync(activity => activity.GetProperty("id").GetString() == id && !activity.TryGetProperty("text", out _));
        Assert.DoesNotContain((await page.HistoryAsync()).Activities, activity => activity.GetProperty("id").GetString() == id);
    }

    [Fact]
    public async Task The_bot_may_not_change_what_a_person_said()
    {
        await using var city = await LocalCity.StartAsync();
        var page = await city.OpenPageAsync();
        var said = await page.SayAsync("mine");
        var refusal = await Assert.ThrowsAsync<ErrorResponseException>(() => city.Adapter.ContinueConversationAsync(city.Options.BotAppId, city.Bot.LastReference,
            (turn, cancellation) => turn.UpdateActivityAsync(new Activity(ActivityTypes.Message, said.Text("id"), text: "changed"), cancellation), default));
        Assert.Equal(HttpStatusCode.NotFound, refusal.Response.StatusCode);
    }

    [Theory]
    [InlineData("update")]
    [InlineData("delete")]
    public async Task A_channel_that_takes_no_changes_refuses_them_as_the_service_does(string what)
    {
        await using var city = await LocalCity.StartAsync(configure: options => options.ChangesTaken = false);
        var page = await city.OpenPageAsync();
        await page.SayAsync("card");
        var card = new Activity(ActivityTypes.Message, city.Bot.LastCard, text: "changed");
        var refusal = await Assert.ThrowsAsync<ErrorResponseException>(() => city.Adapter.ContinueConversationAsync(city.Options.BotAppId, city.Bot.LastReference,
            (turn, cancellation) => what == "update" ? turn.UpdateActivityAsync(card, cancellation) : turn.DeleteActivityAsync(card.Id, cancellation), default));
        Assert.Equal((HttpStatusCode.MethodNotAllowed, "BadArgument"), (refusal.Response.StatusCode, refusal.Body.Error.Code));
    }

    [Fact]
    public async Task A_card_action_value_arrives_as_json()
    {
        await using var city = await LocalCity.StartAsync();
        var page = await city.OpenPageAsync();
        await page.PostAsync("""{"type":"message","value":{"action":"approve","amount":450.5},"from":{"id":"dl_zhang"}}""");
        var value = Assert.IsType<Newtonsoft.Json.Linq.JObject>(city.Bot.Received.Single(activity => activity.Type == ActivityTypes.Message).Value);
        Assert.Equal(450.5m, (decimal?)value["amount"]);
    }
}
