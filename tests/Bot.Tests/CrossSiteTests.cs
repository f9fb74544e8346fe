using System.Net;
using OneVisit.Bot.Tests.City;

namespace OneVisit.Bot.Tests;

/// <summary>Pages of others in the browser of somebody who is signed in here.</summary>
[Collection(CityCollection.Name)]
public sealed class CrossSiteTests(BotCity city)
{
    private static readonly (string Name, string Value)[][] Others =
    [
        [("Origin", "http://evil.example"), ("Sec-Fetch-Site", "cross-site")],
        [("Origin", "http://evil.example")],
        [("Origin", "null")],
        [("Sec-Fetch-Site", "cross-site")],
        [("Sec-Fetch-Site", "same-site"), ("Origin", "http://neighbour.localhost")],
        [("Origin", "http://evil.example"), ("X-OneVisit-Page", "1")],
        [("Sec-Fetch-Site", "cross-site"), ("X-OneVisit-Page", "1")],
    ];

    private static readonly Func<HttpContent>[] Bodies =
    [
        () => new FormUrlEncodedContent([new("ticket", "x"), new("from", "2026-12-01"), new("number", "YY1"), new("code", "1")]),
        () => new MultipartFormDataContent { { new ByteArrayContent([1, 2, 3]), "file", "x.xlsx" } },
        () => new StringContent("{\"contentHash\":\"hash\"}", null, "text/plain"),
    ];

    [Fact]
    public async Task Whatever_another_sites_page_sends_in_our_persons_name_is_refused_and_changes_nothing()
    {
        await using var bot = await city.AnotherAsync(new Dictionary<string, string?> { ["OneVisit:Limits:OfPerson"] = "1000000" });
        var staff = await Browsers.OfStaffAsync(bot.Url);
        (await staff.AskAsync(bot.Url, HttpMethod.Post, "session")).EnsureSuccessStatusCode();
        var asked = city.Office.Asked.Count;
        var wrong = new List<string>();
        var doors = bot.Doors.Where(door => !door.IsRead && !door.IsChannels).ToArray();
        foreach (var door in doors)
        {
            foreach (var headers in Others)
            {
                foreach (var body in Bodies)
                {
                    using var request = new HttpRequestMessage(HttpMethod.Parse(door.Method), new Uri(bot.Url, door.Filled(_ => "370982103201"))) { Content = body() };
                    foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
                    using var answer = await staff.SendAsync(request);
                    if (answer.StatusCode is not (HttpStatusCode.Forbidden or HttpStatusCode.UnsupportedMediaType) || answer.Headers.Contains("Set-Cookie"))
                        wrong.Add($"{door.Method} {door.Route} [{string.Join(' ', headers)}] {request.Content.Headers.ContentType?.MediaType}: {(int)answer.StatusCode}");
                }
            }
        }

        Assert.InRange(doors.Length, 10, 50);
        Assert.Empty(wrong);
        Assert.Equal(asked, city.Office.Asked.Count);
        Assert.Equal(HttpStatusCode.OK, (await staff.AskAsync(bot.Url, HttpMethod.Get, "staff/me")).StatusCode);
    }

    [Fact]
    public async Task No_answer_lets_another_site_read_it()
    {
        using var answer = await (await Browsers.OfStaffAsync(city.Url)).AskAsync(city.Url, HttpMethod.Get, "staff/me", ("Origin", "http://evil.example"));

        Assert.DoesNotContain(answer.Headers, header => header.Key.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase));
    }
}
