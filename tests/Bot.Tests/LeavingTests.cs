using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Bot.Forms;
using OneVisit.Bot.Tests.City;
using OneVisit.Contracts;

namespace OneVisit.Bot.Tests;

/// <summary>What a family's telephone keeps of who sat at it: nothing, once they left.</summary>
[Collection(CityCollection.Name)]
public sealed class LeavingTests(BotCity city)
{
    [Fact]
    public async Task What_was_proven_is_shown_from_then_on_and_gone_when_they_left()
    {
        var resident = await city.MetAsync();
        await resident.SayAsync("我的办件");
        await resident.SayAsync("我的办件");
        Assert.Equal(["", "person-them.1.2.signature"], ProofsOf(resident));

        await resident.SayAsync("退出");
        await resident.SayAsync("我的办件");
        Assert.Equal(2, ProofsOf(resident).Length);
    }

    [Fact]
    public async Task Who_leaves_in_the_chat_is_said_goodbye_to_and_the_page_is_told()
    {
        var resident = await city.MetAsync();

        Assert.Contains(await resident.SayAsync("退出"), spoken => spoken.Text.Contains("已经退出", StringComparison.Ordinal));

        Assert.Contains("onevisit/left", city.Channel.EventsIn(resident.Conversation));
        Assert.Contains("重新打开页面", (await resident.SayAsync("我的办件"))[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_opens_the_page_next_begins_as_a_stranger()
    {
        var browser = Browser();
        var before = await OpenAsync(browser);
        await SpeakerOf(before).SayAsync("我叫李秀兰");

        Assert.Equal(HttpStatusCode.NoContent, (await PostAsync(browser, "session/end")).StatusCode);
        var after = await OpenAsync(browser);

        Assert.NotEqual(((string?)before["userId"], (string?)before["conversationId"]), ((string?)after["userId"], (string?)after["conversationId"]));
        Assert.False((bool)after["returning"]!);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_cookie_that_somebody_kept_opens_nothing_of_the_old_conversation(bool atThePage)
    {
        var (browser, other) = (Browser(out var cookies), Browser(out var kept));
        var before = await OpenAsync(browser);
        kept.Add(cookies.GetAllCookies());
        var speaker = SpeakerOf(before);
        foreach (var words in (string[])(atThePage ? ["丈夫病逝"] : ["丈夫病逝", "退出", "确定退出"])) await speaker.SayAsync(words);
        if (atThePage) await PostAsync(browser, "session/end");

        var after = await OpenAsync(other);

        Assert.NotEqual((string?)before["conversationId"], (string?)after["conversationId"]);
        Assert.NotEqual((string?)before["userId"], (string?)after["userId"]);
    }

    [Fact]
    public async Task Who_has_another_name_since_the_key_of_names_was_changed_begins_anew_and_is_heard()
    {
        var browser = Browser();
        var before = await OpenAsync(browser);
        await SpeakerOf(before).SayAsync("你好");
        await using var changed = await city.AnotherAsync(new Dictionary<string, string?> { ["OneVisit:ParticipantKey"] = Convert.ToBase64String(new byte[32]) }, city.Prefix);

        var after = await OpenAsync(browser, changed.Url);
        var said = await new Talker(city, (string)after["userId"]!, (string)after["conversationId"]!, "zh-CN", changed.Url).SayAsync("你好");

        Assert.False((bool)after["returning"]!);
        Assert.NotEqual((string?)before["conversationId"], (string?)after["conversationId"]);
        Assert.NotEmpty(said);
    }

    [Fact]
    public async Task Another_site_cannot_make_somebody_leave() =>
        Assert.Equal(HttpStatusCode.Forbidden, (await new HttpClient().PostAsync(new Uri(city.Url, "session/end"), null)).StatusCode);

    [Fact]
    public async Task Links_of_a_conversation_that_was_left_lead_nowhere()
    {
        var resident = await city.MetAsync();
        var link = new FormLink(city.ParticipantOf(resident), "zh-CN", "XT20261124-3131", "M05", "directline", resident.Conversation, 0);
        var address = new Uri(city.Url, "forms/" + city.Services.GetRequiredService<FormLinks>().TokenOf(link, FormLinks.Lifetime));
        using var open = await new HttpClient().GetAsync(address);
        await resident.SayAsync("退出");

        using var closed = await new HttpClient().GetAsync(address);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (open.StatusCode, closed.StatusCode));
    }

    private string[] ProofsOf(Talker talker) =>
        [.. city.Office.Shown.Where(shown => shown.Participant == city.ParticipantOf(talker) && shown.Path == "/" + Routes.Prefix + Routes.MyCases).Select(shown => shown.Proof)];

    private Talker SpeakerOf(JsonNode opened) => new(city, (string)opened["userId"]!, (string)opened["conversationId"]!, "zh-CN");

    private static HttpClient Browser() => Browser(out _);

    private static HttpClient Browser(out CookieContainer cookies) => new(new SocketsHttpHandler { CookieContainer = cookies = new CookieContainer() });

    private Task<HttpResponseMessage> PostAsync(HttpClient browser, string path, Uri? at = null) => browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, new Uri(at ?? city.Url, path)) { Headers = { { "X-OneVisit-Page", "1" } } });

    private async Task<JsonNode> OpenAsync(HttpClient browser, Uri? at = null) => JsonNode.Parse(await (await PostAsync(browser, "session", at)).Content.ReadAsStringAsync())!;
}
