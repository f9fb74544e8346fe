using System.Net;
using OneVisit.Bot.Papers;
using Microsoft.Extensions.DependencyInjection;

namespace OneVisit.Bot.Tests.City;

/// <summary>A bot that shows papers that people sent at an origin of its own, and what a browser sees of the two.</summary>
internal sealed class PaperCity(BotCity city, OtherBot bot) : IAsyncDisposable
{
    public const string PapersUrl = "https://papers.example/";

    private static int _papers;

    public OtherBot Bot => bot;

    public PaperTickets Tickets => bot.Services.GetRequiredService<PaperTickets>();

    /// <summary>It remembers what the city's own bot remembers.</summary>
    public static async Task<PaperCity> OpenAsync(BotCity city) => new(city, await city.AnotherAsync(new Dictionary<string, string?> { ["OneVisit:PapersUrl"] = PapersUrl }, city.Prefix));

    /// <summary>A paper that only this participant may see.</summary>
    /// <returns>Its id.</returns>
    public string Keep(string reader, string type = "image/jpeg", bool sent = true)
    {
        var id = $"d-{Interlocked.Increment(ref _papers)}-{Guid.NewGuid():N}";
        city.Office.Papers[id] = new KeptPaper(reader, type, [1, 2, 3], sent);
        return id;
    }

    /// <summary>How often the back office was asked for it, by whom.</summary>
    public string[] AskedFor(string paper) => [.. from asked in city.Office.Asked where asked.Path.EndsWith(paper, StringComparison.Ordinal) select asked.Participant];

    /// <summary>The way to a paper, as the pages give it to who is signed in.</summary>
    public async Task<Uri> WayAsync(HttpClient browser, string paper)
    {
        using var answer = await browser.GetAsync(new Uri(bot.Url, $"staff/papers/XT261124-AB12CD/{paper}"));
        Assert.Equal((HttpStatusCode.Found, ""), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
        return answer.Headers.Location!;
    }

    /// <summary>What a browser that knows nobody gets at an address of either origin.</summary>
    public static Task<HttpResponseMessage> FollowAsync(OtherBot bot, Uri address, params (string Name, string Value)[] headers) =>
        Browsers.New().AskAsync(bot.Url, HttpMethod.Get, address.PathAndQuery[1..], [("Host", address.Authority), .. headers]);

    public Task<HttpResponseMessage> FollowAsync(Uri address, params (string Name, string Value)[] headers) => FollowAsync(bot, address, headers);

    public ValueTask DisposeAsync() => bot.DisposeAsync();
}
