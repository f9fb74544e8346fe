using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Bot.Forms;
using OneVisit.Bot.Tests.City;

namespace OneVisit.Bot.Tests;

/// <summary>Ten thousand requests that nobody means well with, at every door of the bot: a clear answer each, and nothing is changed by them.</summary>
[Collection(CityCollection.Name)]
public sealed class HostileTests(BotCity city)
{
    private const int Requests = 10_000;
    private const int AtOnce = 16;

    [Fact]
    public async Task Ten_thousand_hostile_requests_break_nothing_change_nothing_and_leave_no_trace_of_a_person()
    {
        city.Office.OnceOnly = _ => Task.FromResult(Results.NotFound());
        await using var bot = await city.AnotherAsync(new Dictionary<string, string?> { ["OneVisit:Limits:OfPerson"] = "1000000", ["OneVisit:Limits:TurnsOfChat"] = "1000000" });
        var (links, doors, before) = (LinksOf(bot), bot.Doors, Changes());
        HttpClient[] browsers = [Browsers.New(), await Browsers.OfStaffAsync(bot.Url), await Browsers.OfStaffAsync(bot.Url, "city-reviewer"), await VisitorAsync(bot)];
        var wrong = new ConcurrentQueue<string>();

        await Parallel.ForAsync(0, Requests, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (number, _) =>
        {
            var door = doors[number % doors.Count];
            if (await AnsweredAsync(browsers[number / doors.Count % browsers.Length], () => new HostilePost(number, city.Channel.Url, links).Make(bot.Url, door)) is { } complaint)
                wrong.Enqueue($"{number} {door.Route}: {complaint}");
        });

        Assert.True(wrong.IsEmpty && !Broke().Any(), string.Join('\n', wrong.Order(StringComparer.Ordinal).Take(40).Concat(Broke())));
        Assert.Equal(before, Changes());
        Assert.DoesNotContain(city.Logs.Lines, line => line.Contains(HostilePost.IdNumber, StringComparison.Ordinal));
    }

    private static async Task<string?> AnsweredAsync(HttpClient browser, Func<HttpRequestMessage> make)
    {
        for (var left = 5; ; left--)
        {
            using var request = make();
            try
            {
                using var answer = await browser.SendAsync(request);
                return Complaint(answer, await answer.Content.ReadAsStringAsync()) is { } complaint ? $"{request.Method} {(int)answer.StatusCode} {complaint}" : null;
            }
            catch (HttpRequestException cut) when (request.Content is not null && cut.InnerException is IOException)
            {
                // Whoever is refused at the first words and goes on sending is hung up on.
                return null;
            }
            catch (HttpRequestException cut) when (left > 0 && cut.InnerException is IOException)
            {
                // The connection was one of those, hung up on after its answer: asked again on another.
            }
        }
    }

    // Kind and place of what broke in a page or a turn, each once.
    private IEnumerable<string> Broke() => city.Logs.Lines.Where(line => line.StartsWith("Error", StringComparison.Ordinal) && line.Contains(" broke", StringComparison.Ordinal))
        .Select(line => line[line.IndexOf(" broke", StringComparison.Ordinal)..]).Where(line => !line.Contains("OneVisit.Bot.Tests", StringComparison.Ordinal)).Distinct().Take(10);

    private static string? Complaint(HttpResponseMessage answer, string text) => answer switch
    {
        // The Bot Framework's own word for an invocation that a bot does not know.
        { StatusCode: HttpStatusCode.NotImplemented, RequestMessage.RequestUri.AbsolutePath: "/api/messages" } when text.Length == 0 => null,
        { StatusCode: >= HttpStatusCode.InternalServerError } => text.Length > 300 ? text[..300] : text,
        _ when text.Contains("   at ", StringComparison.Ordinal) || text.Contains("Exception", StringComparison.Ordinal) => "tells of the program",
        _ when text.Contains(HostilePost.Script, StringComparison.OrdinalIgnoreCase) || text.Contains(HostilePost.Image, StringComparison.OrdinalIgnoreCase) => "carries the caller's markup",
        _ when answer.Headers.Contains("X-Injected") => "carries a header of the caller's",
        _ when answer.Headers.Location is { IsAbsoluteUri: true } => "leads elsewhere: " + answer.Headers.Location,
        _ when answer.Headers.Location is { } place && (!place.OriginalString.StartsWith('/') || place.OriginalString.StartsWith("//", StringComparison.Ordinal)) => "leads elsewhere: " + place,
        // What is no request at all is refused by the server itself, before us, without a word.
        { StatusCode: HttpStatusCode.BadRequest or HttpStatusCode.RequestUriTooLong or HttpStatusCode.RequestHeaderFieldsTooLarge } when text.Length == 0 => null,
        _ when !answer.Headers.Contains("Content-Security-Policy") => "is not protected",
        { StatusCode: >= HttpStatusCode.BadRequest } when text.Length == 0 && answer.RequestMessage!.Method != HttpMethod.Head => "refuses without a word",
        _ => null,
    };

    // What somebody would have had to do on purpose.
    private string Changes() => string.Join(
        ' ', city.Office.Applications.Count, city.Office.Complaints.Count, city.Office.AuthorityChanges.Count, city.Office.Ratings.Count, city.Office.Documents.Count, city.Office.Signatures.Count);

    // Links that are good, so that what is behind them is reached.
    private static string[] LinksOf(OtherBot bot)
    {
        var links = bot.Services.GetRequiredService<FormLinks>();
        return
        [
            links.TokenOf(new FormLink("resident:hostile", "zh-CN", "XT261124-AAAAAA", "M05", "directline", "hostile1", 0), FormLinks.Lifetime),
            links.TokenOf(new FormLink("resident:hostile", "en", null, "M01", "directline", "hostile2", 0), FormLinks.Lifetime),
            links.TokenOf(new FormLink("resident:hostile", "en", "XT261124-AAAAAA", "M05", "directline", "hostile3", 0), TimeSpan.FromMinutes(-1)),
        ];
    }

    private static async Task<HttpClient> VisitorAsync(OtherBot bot)
    {
        var browser = Browsers.New();
        (await browser.AskAsync(bot.Url, HttpMethod.Post, "session")).EnsureSuccessStatusCode();
        return browser;
    }
}
