using System.Net;
using OneVisit.Local.DirectLine.Tests.City;
using OneVisit.Local.DirectLine.Tests.Foreign;

namespace OneVisit.Local.DirectLine.Tests;

/// <summary>A bot on JavaScript's <c>botbuilder</c> lives behind this channel: it accepts the channel's tokens by the published keys, and is accepted with its own.</summary>
public sealed class BotBuilderJs
{
    [Fact]
    public async Task It_greets_and_answers_and_remembers()
    {
        await using var city = await LocalCity.StartAsync();
        await using var bot = await ForeignBot.BehindAsync(city);
        var page = await city.OpenPageAsync();
        await page.HistoryWithAsync("welcome dl_zhang");
        await page.SayAsync("您好");
        await page.SayAsync("again");
        Assert.Equal(["welcome dl_zhang", "您好", "echo 1: 您好", "again", "echo 2: again"], (await page.HistoryAsync()).Texts);
    }

    [Fact]
    public async Task It_changes_and_withdraws_what_it_said()
    {
        await using var city = await LocalCity.StartAsync();
        await using var bot = await ForeignBot.BehindAsync(city);
        var page = await city.OpenPageAsync();
        await page.HistoryWithAsync("welcome dl_zhang");
        await page.SayAsync("card");
        await page.SayAsync("update");
        Assert.Equal(["welcome dl_zhang", "card", "card: done", "update"], (await page.HistoryAsync()).Texts);
        await page.SayAsync("delete");
        Assert.Equal(["welcome dl_zhang", "card", "update", "delete"], (await page.HistoryAsync()).Texts);
    }

    [Fact]
    public async Task It_is_seen_typing()
    {
        await using var city = await LocalCity.StartAsync();
        await using var bot = await ForeignBot.BehindAsync(city);
        var page = await city.OpenPageAsync();
        await using var stream = await page.ListenAsync();
        await page.SayAsync("typing");
        await stream.UntilAsync(activity => activity.GetProperty("type").GetString() == "typing");
        await stream.UntilAsync("thought");
    }

    [Fact]
    public async Task It_speaks_up_without_being_asked()
    {
        await using var city = await LocalCity.StartAsync();
        await using var bot = await ForeignBot.BehindAsync(city);
        var page = await city.OpenPageAsync();
        await using var stream = await page.ListenAsync();
        await page.SayAsync("hello");
        await bot.NotifyAsync("你的申请已受理");
        await stream.UntilAsync("你的申请已受理");
    }

    [Theory]
    [InlineData("fine", HttpStatusCode.OK)]
    [InlineData("refused", HttpStatusCode.BadGateway)]
    public async Task What_it_answers_to_an_invoke_is_told_by_the_status(string name, HttpStatusCode expected)
    {
        await using var city = await LocalCity.StartAsync();
        await using var bot = await ForeignBot.BehindAsync(city);
        var page = await city.OpenPageAsync();
        Assert.Equal(expected, (await page.PostAsync($$"""{"type":"invoke","name":"{{name}}","from":{"id":"dl_zhang"} }""")).Status);
    }

    [Fact]
    public async Task Its_failure_is_told_to_the_sender_as_502()
    {
        await using var city = await LocalCity.StartAsync();
        await using var bot = await ForeignBot.BehindAsync(city);
        var page = await city.OpenPageAsync();
        Assert.Equal(HttpStatusCode.BadGateway, (await page.SayAsync("fail")).Status);
    }

    [Fact]
    public async Task It_turns_away_whoever_is_not_the_channel()
    {
        await using var city = await LocalCity.StartAsync();
        await using var bot = await ForeignBot.BehindAsync(city);
        await using var elsewhere = await LocalCity.StartAsync();
        elsewhere.Options.BotUrl = city.Options.BotUrl;
        var page = await elsewhere.OpenPageAsync();
        Assert.Equal(HttpStatusCode.BadGateway, (await page.SayAsync("hello")).Status);
    }
}
