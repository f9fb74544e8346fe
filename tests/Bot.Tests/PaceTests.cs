using System.Net;
using System.Text.Json.Nodes;
using OneVisit.Bot.Limits;
using OneVisit.Bot.Pages;
using OneVisit.Bot.Tests.City;
using OneVisit.Domain;

namespace OneVisit.Bot.Tests;

/// <summary>Who asks faster than people do is asked to wait; who shares a network with others is not.</summary>
[Collection(CityCollection.Name)]
public sealed class PaceTests(BotCity city)
{
    private static readonly Dictionary<string, string?> Narrow = new()
    {
        ["OneVisit:ProxyNetworks"] = "127.0.0.0/8", ["OneVisit:Limits:OfPerson"] = "8", ["OneVisit:Limits:OfAddress"] = "6", ["OneVisit:Limits:Chats"] = "3",
        ["OneVisit:Limits:Forms"] = "2", ["OneVisit:Limits:Codes"] = "2", ["OneVisit:Limits:TurnsOfChat"] = "5", ["OneVisit:Limits:TurnsOfAddress"] = "8",
    };

    [Theory]
    [InlineData("zh-CN", "请稍等一会儿")]
    [InlineData("en", "Please wait a little")]
    public async Task Too_many_requests_from_one_address_are_answered_by_a_page_in_the_readers_language(string language, string title)
    {
        await using var bot = await city.AnotherAsync(Narrow);
        await FillAsync(bot, "203.0.113.5");
        using var answer = await AskAsync(bot, "notices/answer?lang=" + language, "203.0.113.5", ("Accept", "text/html"));

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.Contains(title, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
    }

    [Fact]
    public async Task A_script_is_told_as_a_problem()
    {
        await using var bot = await city.AnotherAsync(Narrow);
        await FillAsync(bot, "203.0.113.5");
        using var answer = await AskAsync(bot, "notices/answer", "203.0.113.5");

        Assert.Equal("too-many", (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["code"]);
    }

    [Theory]
    [InlineData("203.0.113.5", "203.0.113.6")]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1")]
    public async Task Another_address_is_not_kept_waiting(string busy, string other)
    {
        await using var bot = await city.AnotherAsync(Narrow);
        await FillAsync(bot, busy);

        Assert.Equal(HttpStatusCode.OK, (await AskAsync(bot, "notices/answer", other)).StatusCode);
    }

    [Theory]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:aaaa:bbbb:cccc:dddd")]
    [InlineData("203.0.113.5", "::ffff:203.0.113.5")]
    [InlineData("203.0.113.5", "198.51.100.1, 203.0.113.5")]
    [InlineData("203.0.113.5", "203.0.113.5:40001")]
    public async Task One_line_stays_one_however_its_address_is_written(string busy, string again)
    {
        await using var bot = await city.AnotherAsync(Narrow);
        await FillAsync(bot, busy);

        Assert.Equal(HttpStatusCode.TooManyRequests, (await AskAsync(bot, "notices/answer", again)).StatusCode);
    }

    [Fact]
    public async Task A_person_who_clicks_without_end_waits_and_their_neighbours_at_the_same_address_do_not()
    {
        await using var bot = await city.AnotherAsync(Narrow);
        var (hasty, neighbour) = (await Browsers.OfStaffAsync(bot.Url, "hasty"), await Browsers.OfStaffAsync(bot.Url, "neighbour"));
        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => hasty.AskAsync(bot.Url, HttpMethod.Get, "staff/me")));

        Assert.Equal(HttpStatusCode.TooManyRequests, (await hasty.AskAsync(bot.Url, HttpMethod.Get, "staff/me")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await neighbour.AskAsync(bot.Url, HttpMethod.Get, "staff/me")).StatusCode);
    }

    [Theory]
    [InlineData("POST", "session", 3)]
    [InlineData("GET", "verify/AAAAA-BBBBB-CCCCC-DDDDD", 2)]
    public async Task Opening_chats_and_trying_codes_have_narrower_limits(string method, string path, int most)
    {
        await using var bot = await city.AnotherAsync(Narrow);
        var statuses = new List<HttpStatusCode>();
        for (var count = 0; count <= most; count++)
            statuses.Add((await Browsers.New().AskAsync(bot.Url, HttpMethod.Parse(method), path, ("X-Forwarded-For", "203.0.113.7"))).StatusCode);

        Assert.DoesNotContain(HttpStatusCode.TooManyRequests, statuses[..most]);
        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[most]);
    }

    [Fact]
    public async Task A_flood_in_a_chat_gets_one_gentle_sentence()
    {
        await using var bot = await city.AnotherAsync(Narrow);
        var resident = Resident(bot, "dl_r-flood");
        await Task.WhenAll(Enumerable.Range(0, 30).Select(count => resident.SayAsync($"第{count}句")));

        Assert.Single(resident.Heard, said => IsGentle(said));
    }

    [Fact]
    public async Task Whose_chat_was_not_flooded_is_heard_as_ever()
    {
        await using var bot = await city.AnotherAsync(Narrow);
        var (flood, other) = (Resident(bot, "dl_r-flood"), Resident(bot, "dl_r-other"));
        await Task.WhenAll(Enumerable.Range(0, 30).Select(count => flood.SayAsync($"第{count}句")));
        await other.SayAsync("你好");

        Assert.NotEmpty(other.Heard);
        Assert.DoesNotContain(other.Heard, said => IsGentle(said));
    }

    [Fact]
    public async Task Many_chats_opened_at_one_address_do_not_flood_the_bot_together()
    {
        await using var bot = await city.AnotherAsync(Narrow);
        var opened = JsonNode.Parse(await (await Browsers.New().AskAsync(bot.Url, HttpMethod.Post, "session", ("X-Forwarded-For", "203.0.113.9"))).Content.ReadAsStringAsync())!;
        Talker[] chats = [.. Enumerable.Range(0, 4).Select(_ => Resident(bot, (string)opened["userId"]!))];
        await Task.WhenAll(chats.SelectMany(chat => Enumerable.Range(0, 4).Select(_ => chat.SayAsync("你好"))));

        Assert.Contains(chats, chat => chat.Heard.Any(IsGentle));
    }

    [Theory]
    [InlineData("127.0.0.1", null)]
    [InlineData("::1", null)]
    [InlineData("::ffff:127.0.0.1", null)]
    [InlineData("::ffff:203.0.113.5", "203.0.113.5")]
    [InlineData("2001:db8:1:2:3:4:5:6", "20010db800010002/64")]
    public void An_address_is_counted_as_the_line_it_stands_for(string address, string? counted) => Assert.Equal(counted, Addresses.CountedAs(IPAddress.Parse(address)));

    private Talker Resident(OtherBot bot, string userId) => new(city, userId, city.NewConversation(), "zh-CN", bot.Url);

    private static bool IsGentle(Spoken said) => said.Text == string.Format(null, PageWords.Read(Language.Chinese)["botTooFast"], OneVisit.Conversation.DialogueWorld.DemoPhone);

    private static Task FillAsync(OtherBot bot, string address) => Task.WhenAll(Enumerable.Range(0, 12).Select(_ => AskAsync(bot, "notices/answer", address)));

    private static Task<HttpResponseMessage> AskAsync(OtherBot bot, string path, string address, params (string, string)[] headers) =>
        Browsers.New().AskAsync(bot.Url, HttpMethod.Get, path, [("X-Forwarded-For", address), .. headers]);
}
