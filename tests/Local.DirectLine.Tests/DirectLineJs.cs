using System.Globalization;
using System.Text.Json;
using Microsoft.Bot.Schema;
using OneVisit.Local.DirectLine.Tests.City;
using OneVisit.Local.DirectLine.Tests.Foreign;

namespace OneVisit.Local.DirectLine.Tests;

/// <summary>Microsoft's own client for pages, <c>botframework-directlinejs</c>, finds here what it finds in the cloud.</summary>
public sealed class DirectLineJs
{
    [Fact]
    public async Task A_token_opens_the_line_and_the_bot_greets_whom_it_names()
    {
        await using var city = await LocalCity.StartAsync();
        await using var page = await ForeignPage.OpenAsync(city);
        await page.UntilAsync("welcome dl_zhang");
    }

    [Fact]
    public async Task The_secret_opens_the_line()
    {
        await using var city = await LocalCity.StartAsync();
        await using var page = await ForeignPage.OpenAsync(city, new { secret = LocalCity.Secret, userId = "guest" });
        await page.UntilAsync("welcome guest");
    }

    [Fact]
    public async Task The_bot_learns_that_it_and_the_person_joined()
    {
        await using var city = await LocalCity.StartAsync();
        await using var page = await ForeignPage.OpenAsync(city);
        await page.UntilAsync("welcome dl_zhang");
        var joined = city.Bot.Received.Where(activity => activity.Type == ActivityTypes.ConversationUpdate).SelectMany(activity => activity.MembersAdded).Select(member => member.Name);
        Assert.Equal(["OneVisit", "张三"], joined);
    }

    [Fact]
    public async Task A_message_is_answered_over_the_web_socket()
    {
        await using var city = await LocalCity.StartAsync();
        await using var page = await ForeignPage.OpenAsync(city);
        var id = await page.SayAsync("您好");
        Assert.Equal(id, (await page.UntilAsync("echo: 您好")).GetProperty("replyToId").GetString());
    }

    [Fact]
    public async Task Who_may_not_use_web_sockets_polls()
    {
        await using var city = await LocalCity.StartAsync();
        await using var page = await ForeignPage.OpenAsync(city, new { token = await TokenAsync(city), webSocket = false, pollingInterval = 200 });
        await page.UntilAsync("welcome dl_zhang");
        await page.SayAsync("one");
        await page.UntilAsync("echo: one");
        await page.SayAsync("two");
        Assert.Equal("two", (await page.NextAsync()).GetProperty("text").GetString());
    }

    [Fact]
    public async Task After_a_cut_line_the_page_comes_back_and_misses_nothing()
    {
        await using var relay = new Relay();
        await using var city = await LocalCity.StartAsync(configure: options => options.PublicUrl = relay.Address);
        relay.PassTo(city.Http.BaseAddress!);
        await using var page = await ForeignPage.OpenAsync(city);
        await page.UntilAsync("welcome dl_zhang");
        await page.SayAsync("before");
        await page.UntilAsync("echo: before");
        relay.Cut();
        await city.Adapter.ContinueConversationAsync(city.Options.BotAppId, city.Bot.LastReference, (turn, stop) => turn.SendActivityAsync("while cut", cancellationToken: stop), default);
        Assert.Equal("while cut", (await page.NextAsync()).GetProperty("text").GetString());
    }

    [Fact]
    public async Task A_page_comes_back_to_a_conversation_where_it_left_it()
    {
        await using var city = await LocalCity.StartAsync();
        string conversation, watermark, token;
        await using (var before = await ForeignPage.OpenAsync(city))
        {
            await before.SayAsync("seen");
            await before.UntilAsync("echo: seen");
            (conversation, watermark, token) = (await before.HeldAsync("conversationId"), await before.HeldAsync("watermark"), await before.HeldAsync("token"));
            await before.SayAsync("missed");
        }

        await using var after = await ForeignPage.OpenAsync(city, new { token, conversationId = conversation, watermark });
        Assert.Equal("missed", (await after.NextAsync()).GetProperty("text").GetString());
    }

    [Fact]
    public async Task A_hundred_messages_come_back_in_the_order_they_were_sent()
    {
        await using var city = await LocalCity.StartAsync();
        await using var page = await ForeignPage.OpenAsync(city);
        await page.UntilAsync("welcome dl_zhang");
        string[] sent = [.. Enumerable.Range(0, 100).Select(number => number.ToString(CultureInfo.InvariantCulture))];
        foreach (var text in sent) await page.SayAsync(text);
        var heard = new List<string>();
        while (heard.LastOrDefault() != "99") heard.Add((await page.UntilAsync(IsEcho)).GetProperty("text").GetString()!["echo: ".Length..]);
        Assert.Equal(sent, heard);
    }

    [Fact]
    public async Task The_token_is_refreshed_before_it_ends()
    {
        await using var city = await LocalCity.StartAsync();
        await using var page = await ForeignPage.OpenAsync(city);
        await page.UntilAsync(ConnectionStatus.Online);
        city.Clock.Advance(TimeSpan.FromMinutes(20));
        var first = await page.HeldAsync("token");
        while (await page.HeldAsync("token") == first) await Task.Yield();
        city.Clock.Advance(TimeSpan.FromMinutes(20));
        Assert.NotEqual("retry", await page.SayAsync("still here"));
    }

    [Fact]
    public async Task A_token_that_ended_is_told_as_such_and_a_new_one_goes_on()
    {
        await using var city = await LocalCity.StartAsync();
        await using var page = await ForeignPage.OpenAsync(city);
        await page.UntilAsync("welcome dl_zhang");
        city.Clock.Advance(TimeSpan.FromMinutes(29));
        // Somebody's who kept on asking for the next one.
        var kept = await city.SendAsync(HttpMethod.Post, "v3/directline/tokens/refresh", await page.HeldAsync("token"));
        city.Clock.Advance(TimeSpan.FromMinutes(20));
        await page.SayAsync("too late");
        await page.UntilAsync(ConnectionStatus.ExpiredToken);
        var again = await city.SendAsync(HttpMethod.Get, "v3/directline/conversations/" + kept.Text("conversationId"), kept.Text("token"));
        await page.AskAsync("reconnect", again.Json);
        await page.UntilAsync(ConnectionStatus.Online);
        await page.SayAsync("back");
        await page.UntilAsync("echo: back");
    }

    [Fact]
    public async Task Files_go_with_the_message_they_belong_to()
    {
        await using var city = await LocalCity.StartAsync();
        await using var page = await ForeignPage.OpenAsync(city);
        await page.PostAsync(new
        {
            type = "message",
            text = "two papers",
            from = new { id = "dl_zhang" },
            attachments = (object[])
            [
                new { name = "户口本.png", contentType = "image/png", contentUrl = "data:image/png;base64,iVBORw0KGgo=" },
                new { name = "证明.pdf", contentType = "application/pdf", contentUrl = "data:application/pdf;base64,JVBERi0xLjc=" },
            ],
        });
        await page.UntilAsync("2 files, first 8 bytes");
        Assert.Equal(["户口本.png", "证明.pdf"], city.Bot.Received.Last().Attachments.Select(file => file.Name));
    }

    [Fact]
    public async Task The_bot_is_seen_typing()
    {
        await using var city = await LocalCity.StartAsync();
        await using var page = await ForeignPage.OpenAsync(city);
        // Nothing of it is kept for who is not listening yet.
        await page.UntilAsync("welcome dl_zhang");
        await page.SayAsync("typing");
        Assert.Equal("bot", (await page.UntilAsync(activity => activity.GetProperty("type").GetString() == "typing")).GetProperty("from").GetProperty("role").GetString());
    }

    [Fact]
    public async Task The_end_of_a_conversation_is_told()
    {
        await using var city = await LocalCity.StartAsync();
        await using var page = await ForeignPage.OpenAsync(city);
        await page.SayAsync("end");
        Assert.Equal("completedSuccessfully", (await page.UntilAsync(activity => activity.GetProperty("type").GetString() == "endOfConversation")).GetProperty("code").GetString());
    }

    [Fact]
    public async Task An_updated_card_comes_under_the_id_it_had()
    {
        await using var city = await LocalCity.StartAsync();
        await using var page = await ForeignPage.OpenAsync(city);
        await page.SayAsync("card");
        var id = (await page.UntilAsync("card: open")).GetProperty("id").GetString();
        await page.SayAsync("update");
        Assert.Equal(id, (await page.UntilAsync("card: done")).GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("fine", false)]
    [InlineData("refused", true)]
    public async Task An_invoke_that_the_bot_refuses_is_told_from_one_it_took(string name, bool retry)
    {
        await using var city = await LocalCity.StartAsync();
        await using var page = await ForeignPage.OpenAsync(city);
        Assert.Equal(retry, await page.PostAsync(new { type = "invoke", name, from = new { id = "dl_zhang" } }) == "retry");
    }

    [Fact]
    public async Task A_page_of_a_listed_origin_gets_through()
    {
        await using var city = await LocalCity.StartAsync(configure: options => options.AllowedOrigins.Add("https://city.example"));
        await using var page = await ForeignPage.OpenAsync(city, new { token = await TokenAsync(city) }, "https://city.example");
        await page.UntilAsync("welcome dl_zhang");
    }

    [Fact]
    public async Task A_page_of_another_origin_does_not()
    {
        await using var city = await LocalCity.StartAsync(configure: options => options.AllowedOrigins.Add("https://city.example"));
        await using var page = await ForeignPage.OpenAsync(city, new { token = await TokenAsync(city) }, "https://evil.example");
        Assert.Equal("Cross origin https://evil.example forbidden", await page.ForbiddenAsync());
    }

    private static async Task<string> TokenAsync(LocalCity city) => (await city.GenerateAsync("""{"user":{"id":"dl_zhang"}}""")).Text("token");

    private static bool IsEcho(JsonElement activity) => activity.TryGetProperty("text", out var text) && text.GetString()!.StartsWith("echo: ", StringComparison.Ordinal);
}
