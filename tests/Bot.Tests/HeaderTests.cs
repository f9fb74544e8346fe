using System.Net;
using OneVisit.Bot.Tests.City;

namespace OneVisit.Bot.Tests;

/// <summary>What every answer tells the browser about itself.</summary>
[Collection(CityCollection.Name)]
public sealed class HeaderTests(BotCity city)
{
    [Fact]
    public async Task Every_answer_at_every_door_protects_who_reads_it()
    {
        HttpClient[] browsers = [Browsers.New(), await Browsers.OfStaffAsync(city.Url)];
        var wrong = new List<string>();
        foreach (var door in city.Doors)
        {
            foreach (var browser in browsers)
            {
                using var answer = await browser.AskAsync(city.Url, HttpMethod.Parse(door.Method), door.Filled(_ => "x"));
                wrong.AddRange(Missing(answer).Select(missing => $"{door.Method} {door.Route} {(int)answer.StatusCode}: {missing}"));
                if (answer.Headers.CacheControl?.NoStore != true) wrong.Add($"{door.Method} {door.Route}: may be kept");
            }
        }

        Assert.InRange(city.Doors.Count, 35, 200);
        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("GET", "nothing/here", 404, "没有这个页面", "not-found")]
    [InlineData("DELETE", "", 405, "没有这个页面", "not-found")]
    [InlineData("GET", "staff/tasks", 401, "请先登录", "not-signed-in")]
    [InlineData("POST", "safekeeping/exports", 403, "这里打不开", "not-yours")]
    public async Task No_refusal_is_without_a_word(string method, string path, int status, string title, string code)
    {
        using var browser = Browsers.New();
        using var page = await SendAsync("text/html");
        using var script = await SendAsync("application/json");

        Assert.Equal((status, status), ((int)page.StatusCode, (int)script.StatusCode));
        Assert.Contains(title, await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(code, (string?)System.Text.Json.Nodes.JsonNode.Parse(await script.Content.ReadAsStringAsync())!["code"]);

        Task<HttpResponseMessage> SendAsync(string accepted) =>
            browser.SendAsync(new HttpRequestMessage(new HttpMethod(method), new Uri(city.Url, path)) { Headers = { { "Accept", accepted }, { "Origin", method == "POST" ? "https://elsewhere.example" : city.Url.GetLeftPart(UriPartial.Authority) } } });
    }

    [Theory]
    [InlineData("GET", "nothing/here", HttpStatusCode.NotFound)]
    [InlineData("DELETE", "", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "assets/page.css", HttpStatusCode.OK)]
    [InlineData("GET", "assets/../../appsettings.json", HttpStatusCode.NotFound)]
    [InlineData("GET", "test/breaks", HttpStatusCode.InternalServerError)]
    public async Task What_is_not_there_breaks_or_is_a_file_is_protected_as_well(string method, string path, HttpStatusCode status)
    {
        using var answer = await Browsers.New().AskAsync(city.Url, HttpMethod.Parse(method), path);

        Assert.Equal(status, answer.StatusCode);
        Assert.Empty(Missing(answer));
    }

    [Fact]
    public async Task A_page_that_breaks_says_so_in_the_readers_language_and_nothing_of_the_program()
    {
        var answer = await Browsers.New().AskAsync(city.Url, HttpMethod.Get, "test/breaks?lang=en", ("Accept", "text/html"));
        var text = await answer.Content.ReadAsStringAsync();

        Assert.Contains("Something went wrong on our side", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", text, StringComparison.Ordinal);
        Assert.DoesNotContain(city.Logs.Lines, line => line.Contains("370982197001010016", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_script_is_told_of_trouble_as_a_problem()
    {
        var answer = await Browsers.New().AskAsync(city.Url, HttpMethod.Get, "test/breaks");

        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task By_https_a_browser_is_told_never_to_come_by_http()
    {
        await using var bot = await city.AnotherAsync(new Dictionary<string, string?> { ["OneVisit:ProxyNetworks"] = "127.0.0.0/8" });
        using var answer = await Browsers.New().AskAsync(bot.Url, HttpMethod.Get, "nothing/here", ("X-Forwarded-Proto", "https"), ("Host", "city.example"));

        Assert.Equal("max-age=31536000", answer.Headers.GetValues("Strict-Transport-Security").Single());
    }

    [Fact]
    public async Task The_word_of_a_proxy_nobody_named_is_not_taken()
    {
        using var answer = await Browsers.New().AskAsync(city.Url, HttpMethod.Get, "", ("X-Forwarded-Proto", "https"), ("Host", "city.example"));

        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
    }

    private static IEnumerable<string> Missing(HttpResponseMessage answer)
    {
        var policy = Of(answer, "Content-Security-Policy");
        if (!policy.Contains("frame-ancestors 'none'", StringComparison.Ordinal) || policy.Contains("unsafe-", StringComparison.Ordinal)) yield return "policy " + policy;
        if (answer.Content.Headers.ContentType?.MediaType != "application/pdf" && !policy.StartsWith("default-src 'none'", StringComparison.Ordinal)) yield return "open policy " + policy;
        if (Of(answer, "X-Content-Type-Options") != "nosniff") yield return "type may be guessed";
        if (Of(answer, "X-Frame-Options") != "DENY") yield return "may be framed";
        if (Of(answer, "Referrer-Policy") is not ("no-referrer" or "same-origin")) yield return "referrer";
        if (!Of(answer, "Permissions-Policy").Contains("camera=()", StringComparison.Ordinal)) yield return "devices";
        if (Of(answer, "Cross-Origin-Opener-Policy") != "same-origin") yield return "opener";
        if (Of(answer, "Cross-Origin-Resource-Policy") != "same-origin") yield return "resource";
        if (!answer.Headers.Contains("Cache-Control")) yield return "may be kept";
        if (answer.Headers.Contains("Server") || answer.Headers.Contains("X-Powered-By")) yield return "names the server";
    }

    private static string Of(HttpResponseMessage answer, string name) => answer.Headers.TryGetValues(name, out var values) ? string.Join(',', values) : "";
}
