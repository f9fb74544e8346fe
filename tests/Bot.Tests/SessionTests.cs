using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Bot.Sessions;
using OneVisit.Bot.Tests.City;

namespace OneVisit.Bot.Tests;

[Collection(CityCollection.Name)]
public sealed class SessionTests(BotCity city)
{
    [Fact]
    public async Task A_post_without_the_pages_header_gets_no_session() =>
        Assert.Equal(HttpStatusCode.Forbidden, (await new HttpClient().PostAsync(At("session"), null)).StatusCode);

    [Fact]
    public async Task A_page_of_another_origin_gets_no_session() =>
        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(Browser(), "session", "http://evil.example")).StatusCode);

    [Fact]
    public async Task Our_own_page_gets_a_session() =>
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(Browser(), "session", city.Url.GetLeftPart(UriPartial.Authority))).StatusCode);

    [Fact]
    public async Task A_browser_that_comes_back_finds_its_conversation()
    {
        var browser = Browser();
        var first = await OpenAsync(browser);
        Assert.Equal((string?)first["conversationId"], (string?)(await OpenAsync(browser))["conversationId"]);
    }

    [Fact]
    public async Task Another_browser_gets_another_conversation() =>
        Assert.NotEqual((string?)(await OpenAsync(Browser()))["conversationId"], (string?)(await OpenAsync(Browser()))["conversationId"]);

    [Fact]
    public async Task A_browser_that_comes_back_gets_a_token_of_its_own()
    {
        var browser = Browser();
        var first = await OpenAsync(browser);
        Assert.NotEqual((string?)first["token"], (string?)(await OpenAsync(browser))["token"]);
    }

    [Fact]
    public async Task Whose_conversation_the_channel_forgot_stays_the_same_person()
    {
        var browser = Browser();
        var first = await OpenAsync(browser);
        city.Channel.Begun.Remove((string)first["conversationId"]!, out _);
        Assert.Equal((string?)first["userId"], (string?)(await OpenAsync(browser))["userId"]);
    }

    [Fact]
    public async Task The_session_cookie_is_closed_to_scripts()
    {
        var cookie = (await PostAsync(Browser(), "session")).Headers.GetValues("Set-Cookie").Single();
        Assert.Contains("; httponly", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_session_cookie_stays_on_our_site()
    {
        var cookie = (await PostAsync(Browser(), "session")).Headers.GetValues("Set-Cookie").Single();
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_cookie_that_was_tampered_with_counts_as_none()
    {
        var browser = Browser();
        browser.DefaultRequestHeaders.Add("Cookie", "onevisit-chat=CfDJ8Forged");
        Assert.False((bool)(await OpenAsync(browser))["returning"]!);
    }

    [Fact]
    public async Task The_secret_of_the_channel_never_reaches_the_browser() =>
        Assert.DoesNotContain(FakeChannel.Secret, await (await PostAsync(Browser(), "session")).Content.ReadAsStringAsync());

    [Fact]
    public async Task A_token_is_bound_to_the_person_it_was_given_to()
    {
        var opened = await OpenAsync(Browser());
        Assert.Equal((string?)opened["userId"], city.Channel.Begun[(string)opened["conversationId"]!]);
    }

    [Fact]
    public async Task The_page_is_told_how_long_its_token_lives_as_the_channel_says() => Assert.Equal(3600, (int)(await OpenAsync(Browser()))["expiresIn"]!);

    [Fact]
    public async Task A_page_opened_under_the_platforms_own_name_gets_no_session()
    {
        await using var bot = await city.AnotherAsync(new Dictionary<string, string?> { ["OneVisit:PublicUrl"] = "https://city.example/", ["OneVisit:ProxyNetworks"] = "127.0.0.0/8" });
        async Task<HttpStatusCode> FromAsync(string origin) => (await Browsers.New().AskAsync(bot.Url, HttpMethod.Post, "session", ("Origin", origin), ("X-Forwarded-Proto", "https"), ("Host", new Uri(origin).Authority))).StatusCode;

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (await FromAsync("https://city.example"), await FromAsync("https://app-onevisit.azurewebsites.net"), await FromAsync("http://city.example")));
    }

    [Theory]
    [InlineData("conversationId")]
    [InlineData("userId")]
    public async Task Nobody_asks_for_somebody_elses_conversation_or_name(string field)
    {
        var others = await OpenAsync(Browser());
        var request = new HttpRequestMessage(HttpMethod.Post, At($"session?{field}={others[field]}")) { Headers = { { "X-OneVisit-Page", "1" } }, Content = new StringContent($$"""{"{{field}}":"{{others[field]}}"}""", null, "application/json") };
        var mine = await JsonAsync(await Browser().SendAsync(request));
        Assert.NotEqual((string?)others[field], (string?)mine[field]);
    }

    [Fact]
    public async Task Nobody_opens_a_desk_without_signing_in() =>
        Assert.Equal(HttpStatusCode.Unauthorized, (await PostAsync(Browser(), "staff/session")).StatusCode);

    [Fact]
    public async Task Nobody_reads_tasks_without_signing_in() =>
        Assert.Equal(HttpStatusCode.Unauthorized, (await Browser().GetAsync(At("staff/tasks"))).StatusCode);

    [Fact]
    public async Task Nobody_opens_a_paper_without_signing_in() =>
        Assert.Equal(HttpStatusCode.Unauthorized, (await Browser().GetAsync(At("staff/papers/XT261124-ABC123/d-1"))).StatusCode);

    [Fact]
    public async Task Who_signed_in_speaks_with_a_signed_staff_id()
    {
        var browser = Browser();
        await browser.PostAsync(At("test/sign-in/zhai-officer"), null);
        var opened = await JsonAsync(await PostAsync(browser, "staff/session"));
        Assert.StartsWith("dl_s-zhai-officer-", (string?)opened["userId"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_was_named_under_a_key_of_before_begins_a_new_conversation()
    {
        await using var changed = await city.AnotherAsync(new Dictionary<string, string?> { ["OneVisit:ChatKey"] = Convert.ToBase64String(new byte[32]) }, city.Prefix);
        var browser = await Browsers.OfStaffAsync(changed.Url);

        var (before, after) = (await JsonAsync(await browser.AskAsync(city.Url, HttpMethod.Post, "staff/session")), await JsonAsync(await browser.AskAsync(changed.Url, HttpMethod.Post, "staff/session")));
        Assert.NotEqual((string?)before["conversationId"], (string?)after["conversationId"]);
        Assert.NotNull(changed.Services.GetRequiredService<ChatUserId>().ParticipantOf("directline", (string?)after["userId"]));
    }

    [Fact]
    public async Task Who_signed_out_has_no_desk_any_more()
    {
        var browser = Browser();
        await browser.PostAsync(At("test/sign-in/zhai-officer"), null);
        await PostAsync(browser, "staff/sign-out");
        Assert.Equal(HttpStatusCode.Unauthorized, (await PostAsync(browser, "staff/session")).StatusCode);
    }

    [Fact]
    public async Task Without_a_sign_in_binding_the_page_is_told_so() =>
        Assert.False((bool)(await JsonAsync(await Browser().GetAsync(At("staff/sign-in-options"))))["configured"]!);

    private Uri At(string path) => new(city.Url, path);

    private static HttpClient Browser() => new(new SocketsHttpHandler { CookieContainer = new CookieContainer() });

    private Task<HttpResponseMessage> PostAsync(HttpClient browser, string path, string? origin = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, At(path)) { Headers = { { "X-OneVisit-Page", "1" } } };
        if (origin is not null) request.Headers.Add("Origin", origin);
        return browser.SendAsync(request);
    }

    private async Task<JsonNode> OpenAsync(HttpClient browser) => await JsonAsync(await PostAsync(browser, "session"));

    private static async Task<JsonNode> JsonAsync(HttpResponseMessage answer) => JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
}
