using System.Net;
using Microsoft.AspNetCore.Http;
using OneVisit.Bot.Statistics;
using OneVisit.Bot.Tests.City;
using OneVisit.Contracts;

namespace OneVisit.Bot.Tests;

/// <summary>Pages of figures: what they wait for, and for whom they are.</summary>
[Collection(CityCollection.Name)]
public sealed class FiguresTests(BotCity city)
{
    [Fact]
    public async Task The_figures_do_not_wait_for_the_once_only_debt_of_a_busy_month()
    {
        var leftAlone = new TaskCompletionSource();
        city.Office.OnceOnly = async stop =>
        {
            // It counts until nobody waits any more.
            using var left = stop.Register(() => leftAlone.TrySetResult());
            await leftAlone.Task;
            return Results.Ok();
        };

        var page = await (await SignedInAsync()).GetStringAsync(At("statistics"));

        Assert.Contains("正在清点", page, StringComparison.Ordinal);
        Assert.Contains("/statistics/once-only?from=2026-10", page, StringComparison.Ordinal);
        await leftAlone.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Who_may_not_see_the_debt_sees_the_figures_without_it()
    {
        city.Office.OnceOnly = _ => Task.FromResult(Results.Json(new Problem("about:blank", "", 403, Code: ProblemCodes.OtherDesk), Wire.Json, statusCode: 403));

        var page = await (await SignedInAsync()).GetStringAsync(At("statistics"));

        Assert.Contains("办得怎么样", page, StringComparison.Ordinal);
        Assert.DoesNotContain("不该再要的材料", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("statistics")]
    [InlineData("statistics/once-only")]
    [InlineData("statistics/cases")]
    [InlineData("statistics/export")]
    [InlineData("folder/XT261124-ABC123")]
    [InlineData("folder/XT261124-ABC123/paper")]
    public async Task Nobody_sees_a_figure_or_a_case_without_signing_in(string path) =>
        Assert.Equal(HttpStatusCode.Unauthorized, (await Browser().GetAsync(At(path))).StatusCode);

    [Fact]
    public async Task Only_our_own_page_settles_what_the_platform_refused()
    {
        using var form = new HttpRequestMessage(HttpMethod.Post, At("statistics/outbox")) { Content = new FormUrlEncodedContent([new("key", "XT1-1"), new("again", "yes")]) };
        form.Headers.Add("Origin", "https://elsewhere.example");
        Assert.Equal(HttpStatusCode.Forbidden, (await (await SignedInAsync()).SendAsync(form)).StatusCode);
    }

    [Theory]
    [InlineData(new[] { 40, 7, 6 }, 0)]
    [InlineData(new[] { 40, 7, 3 }, 2)]
    [InlineData(new[] { 40, 3, 2 }, 2)]
    [InlineData(new[] { 4 }, 1)]
    [InlineData(new[] { 9, 4 }, 2)]
    [InlineData(new int[0], 0)]
    public void Rows_of_few_stand_together_and_never_one_of_them_alone(int[] rows, int together) => Assert.Equal(together, Gathering.Of(rows, row => row).Others.Count);

    private async Task<HttpClient> SignedInAsync()
    {
        var browser = Browser();
        await browser.PostAsync(At("test/sign-in/zhai-officer"), null);
        return browser;
    }

    private Uri At(string path) => new(city.Url, path);

    private static HttpClient Browser() => new(new SocketsHttpHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false });
}
