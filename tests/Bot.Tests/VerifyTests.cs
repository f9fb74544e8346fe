using System.Net;
using OneVisit.Bot.Tests.City;

namespace OneVisit.Bot.Tests;

/// <summary>What people type where a code is asked for may be a name or the number of their ID card: it gets into no address and is asked of nobody.</summary>
[Collection(CityCollection.Name)]
public sealed class VerifyTests(BotCity city)
{
    private const string Code = "7K2QD-X9ABC-4MN0P-WR5TZ";

    [Theory]
    [InlineData("370982197001010016")]
    [InlineData("张三 13800005678")]
    [InlineData("")]
    public async Task What_is_no_code_is_answered_where_it_was_typed_and_asked_of_nobody(string typed)
    {
        using var answer = await TypeAsync(typed, "zh-CN");

        Assert.Equal((HttpStatusCode.NotFound, "/verify"), (answer.StatusCode, answer.RequestMessage!.RequestUri!.AbsolutePath));
        Assert.Contains("method=\"post\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(city.Office.Asked, asked => typed.Length > 0 && Uri.UnescapeDataString(asked.Path).Contains(typed, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Its_form_tells_from_where_it_comes_and_another_sites_is_refused()
    {
        using var browser = Browsers.New();
        using var page = await browser.GetAsync(new Uri(city.Url, "verify"));
        using var elsewhere = await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, new Uri(city.Url, "verify")) { Headers = { { "Origin", "https://elsewhere.example" } }, Content = new FormUrlEncodedContent([new("code", Code)]) });

        // A browser told to name nobody names itself "null".
        Assert.Equal("same-origin", Assert.Single(page.Headers.GetValues("Referrer-Policy")));
        Assert.Equal(HttpStatusCode.Forbidden, elsewhere.StatusCode);
    }

    [Theory]
    [InlineData("7k2qd x9abc 4mnop wr5tz", "zh-CN")]
    [InlineData(Code, "en")]
    public async Task A_code_goes_on_to_its_address_in_the_language_it_was_typed_in(string typed, string language)
    {
        using var answer = await TypeAsync(typed, language);

        Assert.Equal((HttpStatusCode.Redirect, $"/verify/{Code}?lang={language}"), (answer.StatusCode, answer.Headers.Location!.OriginalString));
    }

    [Theory]
    [InlineData("verify/x%20370982197001010016")]
    [InlineData("notices/%E5%BC%A0%E4%B8%89")]
    [InlineData("notices/37098219700101001X")]
    public async Task An_address_that_somebody_made_up_is_asked_of_nobody(string address)
    {
        using var browser = Browsers.New();
        using var answer = await browser.GetAsync(new Uri(city.Url, address));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.DoesNotContain(city.Office.Asked, asked => asked.Path.EndsWith(address.Split('/')[1], StringComparison.Ordinal) || asked.Path.EndsWith(Uri.UnescapeDataString(address.Split('/')[1]), StringComparison.Ordinal));
    }

    private async Task<HttpResponseMessage> TypeAsync(string typed, string language)
    {
        using var browser = Browsers.New();
        using var form = new FormUrlEncodedContent([new("code", typed)]);
        return await browser.PostAsync(new Uri(city.Url, "verify?lang=" + language), form);
    }
}
