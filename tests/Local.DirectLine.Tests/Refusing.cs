using System.Net;
using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using OneVisit.Local.DirectLine.Tests.City;

namespace OneVisit.Local.DirectLine.Tests;

/// <summary>Whom Direct Line and the bot turn away.</summary>
public sealed class Refusing
{
    [Theory]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    [InlineData("not-the-secret", HttpStatusCode.Forbidden)]
    public async Task Tokens_are_minted_for_the_secret_only(string? bearer, HttpStatusCode expected)
    {
        await using var city = await LocalCity.StartAsync();
        Assert.Equal(expected, (await city.SendAsync(HttpMethod.Post, "v3/directline/tokens/generate", bearer)).Status);
    }

    [Fact]
    public async Task A_page_cannot_mint_tokens()
    {
        await using var city = await LocalCity.StartAsync();
        var page = await city.OpenPageAsync();
        Assert.Equal(HttpStatusCode.Forbidden, (await city.SendAsync(HttpMethod.Post, "v3/directline/tokens/generate", page.Token)).Status);
    }

    [Fact]
    public async Task Whoever_claims_to_be_another_is_heard_as_the_person_of_the_token()
    {
        await using var city = await LocalCity.StartAsync();
        var page = await city.OpenPageAsync();
        await page.SayAsync("x", "dl_li");
        Assert.Equal("dl_zhang", city.Bot.Received.Last().From.Id);
    }

    [Fact]
    public async Task Whoever_uploads_as_another_is_heard_as_the_person_of_the_token()
    {
        await using var city = await LocalCity.StartAsync();
        var page = await city.OpenPageAsync();
        using var file = new ByteArrayContent([1]) { Headers = { ContentType = new("image/png") } };
        await page.UploadAsync(file, "dl_li");
        Assert.Equal("dl_zhang", city.Bot.Received.Last().From.Id);
    }

    [Theory]
    [InlineData("""{"type":"message","from":{"id":"dl_zhang"},"From":{"id":"dl_li","aadObjectId":"x"}}""")]
    [InlineData("""{"type":"message","FROM":{"id":"dl_li","aadObjectId":"x"}}""")]
    public async Task Names_written_otherwise_smuggle_nothing_past_the_channel(string body)
    {
        await using var city = await LocalCity.StartAsync();
        var page = await city.OpenPageAsync();
        await page.PostAsync(body);
        Assert.All(city.Bot.Received, activity => Assert.Equal(("dl_zhang", null), (activity.From?.Id == "onevisit-bot" ? "dl_zhang" : activity.From?.Id, activity.From?.AadObjectId)));
    }

    [Fact]
    public async Task A_person_named_to_a_token_has_an_id_that_begins_with_dl()
    {
        await using var city = await LocalCity.StartAsync();
        var refused = await city.GenerateAsync("""{"user":{"id":"zhang"}}""");
        Assert.Equal((HttpStatusCode.BadRequest, "BadArgument"), (refused.Status, refused.ErrorCode));
    }

    [Theory]
    [InlineData("PUT", "v3/directline/conversations")]
    [InlineData("GET", "v3/directline/nothing")]
    [InlineData("GET", "connector/v3/nothing")]
    public async Task What_does_not_exist_is_404_and_says_so(string method, string path)
    {
        await using var city = await LocalCity.StartAsync();
        var refused = await city.SendAsync(new HttpMethod(method), path, await BotTokenAsync(city));
        Assert.Equal((HttpStatusCode.NotFound, "NotFound"), (refused.Status, refused.ErrorCode));
    }

    [Fact]
    public async Task An_unbound_token_cannot_claim_a_promised_id()
    {
        await using var city = await LocalCity.StartAsync();
        var page = await Page.StartAsync(city, (await city.GenerateAsync()).Text("token"));
        Assert.Equal(HttpStatusCode.Forbidden, (await page.SayAsync("x", "dl_zhang")).Status);
    }

    [Fact]
    public async Task An_unbound_token_speaks_as_the_first_person_it_named_and_no_other()
    {
        await using var city = await LocalCity.StartAsync();
        var page = await Page.StartAsync(city, (await city.GenerateAsync()).Text("token"));
        await page.SayAsync("x", "guest-1");
        Assert.Equal(HttpStatusCode.Forbidden, (await page.SayAsync("x", "guest-2")).Status);
    }

    [Theory]
    [InlineData("GET", "")]
    [InlineData("GET", "/activities")]
    [InlineData("POST", "/activities")]
    [InlineData("POST", "/upload")]
    public async Task A_token_opens_no_other_conversation(string method, string path)
    {
        await using var city = await LocalCity.StartAsync();
        var (mine, theirs) = (await city.OpenPageAsync(), await city.OpenPageAsync("dl_li"));
        var refused = await city.SendAsync(new HttpMethod(method), $"v3/directline/conversations/{theirs.Conversation}{path}", mine.Token, method == "POST" ? "{}" : null);
        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
    }

    [Fact]
    public async Task A_stream_ticket_opens_no_other_conversation()
    {
        await using var city = await LocalCity.StartAsync();
        var (mine, theirs) = (await city.OpenPageAsync(), await city.OpenPageAsync("dl_li"));
        Assert.Equal(HttpStatusCode.Forbidden, await StreamStatusAsync(mine.StreamUrl.Replace(mine.Conversation, theirs.Conversation)));
    }

    [Fact]
    public async Task A_stream_without_a_ticket_is_401()
    {
        await using var city = await LocalCity.StartAsync();
        var page = await city.OpenPageAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, await StreamStatusAsync(page.StreamUrl.Split("&t=")[0]));
    }

    [Fact]
    public async Task A_stream_ticket_is_no_token()
    {
        await using var city = await LocalCity.StartAsync();
        var page = await city.OpenPageAsync();
        var ticket = page.StreamUrl.Split("t=")[^1];
        Assert.Equal(HttpStatusCode.Forbidden, (await city.SendAsync(HttpMethod.Get, $"v3/directline/conversations/{page.Conversation}/activities", ticket)).Status);
    }

    [Fact]
    public async Task A_stream_ticket_is_good_for_a_minute()
    {
        await using var city = await LocalCity.StartAsync();
        var page = await city.OpenPageAsync();
        city.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal(HttpStatusCode.Forbidden, await StreamStatusAsync(page.StreamUrl));
    }

    [Fact]
    public async Task A_token_ends_after_half_an_hour()
    {
        await using var city = await LocalCity.StartAsync();
        var page = await city.OpenPageAsync();
        city.Clock.Advance(TimeSpan.FromMinutes(30) + TimeSpan.FromSeconds(1));
        Assert.Equal((HttpStatusCode.Forbidden, "TokenExpired"), await StatusAndCodeAsync(page.HistoryAsync()));
    }

    [Fact]
    public async Task A_token_refreshed_in_time_goes_on()
    {
        await using var city = await LocalCity.StartAsync();
        var page = await city.OpenPageAsync();
        city.Clock.Advance(TimeSpan.FromMinutes(20));
        var fresh = await city.SendAsync(HttpMethod.Post, "v3/directline/tokens/refresh", page.Token);
        city.Clock.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal(HttpStatusCode.OK, (await (page with { Token = fresh.Text("token") }).SayAsync("still here")).Status);
    }

    [Fact]
    public async Task A_token_for_one_origin_is_refused_to_a_page_of_another()
    {
        await using var city = await LocalCity.StartAsync();
        var token = (await city.GenerateAsync("""{"user":{"id":"dl_zhang"},"trustedOrigins":["https://city.example"]}""")).Text("token");
        using var request = new HttpRequestMessage(HttpMethod.Post, "v3/directline/conversations") { Headers = { Authorization = new("Bearer", token) } };
        request.Headers.Add("Origin", "https://evil.example");
        using var response = await city.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Theory]
    [InlineData("https://city.example", "https://city.example")]
    [InlineData("https://evil.example", null)]
    public async Task Browsers_are_told_that_listed_origins_may_call(string origin, string? allowed)
    {
        await using var city = await LocalCity.StartAsync(configure: options => options.AllowedOrigins.Add("https://city.example"));
        using var preflight = new HttpRequestMessage(HttpMethod.Options, "v3/directline/conversations");
        preflight.Headers.Add("Origin", origin);
        using var response = await city.Http.SendAsync(preflight);
        Assert.Equal(allowed, response.Headers.TryGetValues("Access-Control-Allow-Origin", out var values) ? values.Single() : null);
    }

    [Fact]
    public async Task Answers_to_listed_origins_carry_the_permission_too()
    {
        await using var city = await LocalCity.StartAsync(configure: options => options.AllowedOrigins.Add("https://city.example"));
        using var request = new HttpRequestMessage(HttpMethod.Post, "v3/directline/conversations");
        request.Headers.Add("Origin", "https://city.example");
        using var response = await city.Http.SendAsync(request);
        Assert.Equal("https://city.example", response.Headers.GetValues("Access-Control-Allow-Origin").Single());
    }

    [Fact]
    public async Task The_secret_reopens_no_conversation()
    {
        await using var city = await LocalCity.StartAsync();
        var page = await city.OpenPageAsync();
        var reopened = await city.SendAsync(HttpMethod.Get, "v3/directline/conversations/" + page.Conversation, LocalCity.Secret);
        Assert.Equal((HttpStatusCode.BadRequest, "MissingProperty"), (reopened.Status, reopened.ErrorCode));
    }

    [Fact]
    public async Task A_token_that_names_nobody_reopens_no_conversation()
    {
        await using var city = await LocalCity.StartAsync();
        var page = await Page.StartAsync(city, (await city.GenerateAsync()).Text("token"));
        Assert.Equal((HttpStatusCode.BadRequest, "MissingProperty"), ((await page.ReconnectAsync()).Status, (await page.ReconnectAsync()).ErrorCode));
    }

    [Fact]
    public async Task The_next_token_of_a_person_reopens_their_conversation()
    {
        await using var city = await LocalCity.StartAsync();
        var page = await city.OpenPageAsync();
        city.Clock.Advance(TimeSpan.FromMinutes(29));
        var next = await city.SendAsync(HttpMethod.Post, "v3/directline/tokens/refresh", page.Token);
        city.Clock.Advance(TimeSpan.FromMinutes(29));
        var reopened = await (page with { Token = next.Text("token") }).ReconnectAsync();
        Assert.Equal((HttpStatusCode.OK, page.Conversation), (reopened.Status, reopened.Text("conversationId")));
    }

    [Theory]
    [InlineData(64, HttpStatusCode.OK)]
    [InlineData(65, HttpStatusCode.BadRequest)]
    public async Task A_user_id_has_64_characters_at_most(int length, HttpStatusCode status)
    {
        await using var city = await LocalCity.StartAsync();
        Assert.Equal(status, (await city.GenerateAsync($$"""{ "user": { "id": "{{"dl_".PadRight(length, 'x')}}" } }""")).Status);
        var page = await Page.StartAsync(city, (await city.GenerateAsync()).Text("token"));
        Assert.Equal(status, (await page.SayAsync("x", new string('x', length))).Status);
    }

    [Fact]
    public async Task An_unknown_conversation_is_404_for_the_secret()
    {
        await using var city = await LocalCity.StartAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await city.SendAsync(HttpMethod.Get, "v3/directline/conversations/nowhere", LocalCity.Secret)).Status);
    }

    [Fact]
    public async Task A_conversation_that_nobody_began_is_404()
    {
        await using var city = await LocalCity.StartAsync();
        var minted = await city.GenerateAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await city.SendAsync(HttpMethod.Get, "v3/directline/conversations/" + minted.Text("conversationId"), minted.Text("token"))).Status);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{\"text\":\"no type\"}")]
    [InlineData("{\"type\":\"message\",\"type\":\"event\"}")]
    [InlineData("{\"type\":\"message\",\"text\":\"\\ud800\"}")]
    [InlineData("{\"type\":\"conversationUpdate\",\"membersAdded\":[{\"id\":\"dl_zhang\"}]}")]
    public async Task What_is_not_an_activity_of_a_person_is_400(string body)
    {
        await using var city = await LocalCity.StartAsync();
        var page = await city.OpenPageAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await page.PostAsync(body)).Status);
    }

    [Fact]
    public async Task Json_nested_deeper_than_anything_sensible_is_400()
    {
        await using var city = await LocalCity.StartAsync();
        var page = await city.OpenPageAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await page.PostAsync($$"""{"type":"message","value":{{new string('[', 100)}}{{new string(']', 100)}} }""")).Status);
    }

    [Theory]
    [InlineData(256 * 1024, HttpStatusCode.OK)]
    [InlineData((256 * 1024) + 1, HttpStatusCode.RequestEntityTooLarge)]
    public async Task An_activity_may_have_256_KB_and_no_byte_more(int size, HttpStatusCode expected)
    {
        await using var city = await LocalCity.StartAsync();
        var page = await city.OpenPageAsync();
        var frame = """{"type":"event","name":"n","value":"","from":{"id":"dl_zhang"}}""";
        Assert.Equal(expected, (await page.PostAsync(frame.Replace("\"value\":\"", "\"value\":\"" + new string('x', size - Encoding.UTF8.GetByteCount(frame))))).Status);
    }

    [Fact]
    public async Task A_chunked_body_that_never_says_its_length_is_bounded_too()
    {
        await using var city = await LocalCity.StartAsync();
        var page = await city.OpenPageAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"v3/directline/conversations/{page.Conversation}/activities") { Headers = { Authorization = new("Bearer", page.Token), TransferEncodingChunked = true } };
        request.Content = new StreamContent(new MemoryStream(new byte[300_000]));
        using var response = await city.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task A_watermark_that_is_none_is_400()
    {
        await using var city = await LocalCity.StartAsync();
        var page = await city.OpenPageAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await page.HistoryAsync("-7")).Status);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("nonsense")]
    public async Task The_bot_answers_401_to_whoever_is_not_the_channel(string? bearer)
    {
        await using var city = await LocalCity.StartAsync();
        var activity = JsonSerializer.Serialize(new { type = "message", text = "x", channelId = "directline", serviceUrl = city.Options.ServiceUrl, conversation = new { id = "c" } });
        Assert.Equal(HttpStatusCode.Unauthorized, (await city.SendAsync(HttpMethod.Post, "api/messages", bearer, activity)).Status);
    }

    [Fact]
    public async Task The_bots_own_token_is_not_the_channels()
    {
        await using var city = await LocalCity.StartAsync();
        var activity = JsonSerializer.Serialize(new { type = "message", text = "x", channelId = "directline", serviceUrl = city.Options.ServiceUrl, conversation = new { id = "c" } });
        Assert.Equal(HttpStatusCode.Unauthorized, (await city.SendAsync(HttpMethod.Post, "api/messages", await BotTokenAsync(city), activity)).Status);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("nonsense")]
    public async Task The_connector_answers_401_to_whoever_is_not_the_bot(string? bearer)
    {
        await using var city = await LocalCity.StartAsync();
        var page = await city.OpenPageAsync();
        var refused = await city.SendAsync(HttpMethod.Post, $"connector/v3/conversations/{page.Conversation}/activities", bearer, """{"type":"message","text":"x"}""");
        Assert.Equal(HttpStatusCode.Unauthorized, refused.Status);
    }

    [Fact]
    public async Task A_pages_token_does_not_pass_for_the_bots()
    {
        await using var city = await LocalCity.StartAsync();
        var page = await city.OpenPageAsync();
        var refused = await city.SendAsync(HttpMethod.Post, $"connector/v3/conversations/{page.Conversation}/activities", page.Token, """{"type":"message","text":"x"}""");
        Assert.Equal(HttpStatusCode.Unauthorized, refused.Status);
    }

    [Fact]
    public async Task The_wrong_password_gets_the_bot_no_token()
    {
        await using var city = await LocalCity.StartAsync();
        using var response = await city.Http.PostAsync("connector/oauth2/v2.0/token", Credentials("wrong"));
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task Starting_a_conversation_from_the_bot_is_honestly_501()
    {
        await using var city = await LocalCity.StartAsync();
        Assert.Equal(HttpStatusCode.NotImplemented, (await city.SendAsync(HttpMethod.Post, "connector/v3/conversations", await BotTokenAsync(city), "{}")).Status);
    }

    private static async Task<string> BotTokenAsync(LocalCity city)
    {
        using var response = await city.Http.PostAsync("connector/oauth2/v2.0/token", Credentials("password-of-the-tests"));
        return (await Reply.OfAsync(response)).Text("access_token");
    }

    private static FormUrlEncodedContent Credentials(string password) => new(new Dictionary<string, string>
    {
        ["grant_type"] = "client_credentials",
        ["client_id"] = "app-of-the-tests",
        ["client_secret"] = password,
        ["scope"] = "x/.default",
    });

    private static async Task<HttpStatusCode> StreamStatusAsync(string url)
    {
        using var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(new Uri(url), default));
        return socket.HttpStatusCode;
    }

    private static async Task<(HttpStatusCode Status, string Code)> StatusAndCodeAsync(Task<Reply> reply) => ((await reply).Status, (await reply).ErrorCode);
}
