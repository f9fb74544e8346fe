using System.Text.RegularExpressions;
using OneVisit.Bot.Pages;
using OneVisit.Bot.Tests.City;
using OneVisit.Domain;

namespace OneVisit.Bot.Tests;

[Collection(CityCollection.Name)]
public sealed partial class PageTests(BotCity city)
{
    [Theory]
    [InlineData("", "zh-CN")]
    [InlineData("staff", "zh-CN")]
    [InlineData("?lang=en", "en")]
    [InlineData("staff?lang=en", "en")]
    [InlineData("?lang=xx", "zh-CN")]
    public async Task A_page_comes_in_the_language_asked_for(string path, string language) =>
        Assert.Contains($"<html lang=\"{language}\">", await PageAsync(path), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("staff?lang=en")]
    public async Task No_placeholder_is_left_on_a_page(string path) => Assert.DoesNotContain("{{", await PageAsync(path), StringComparison.Ordinal);

    [Fact]
    public async Task A_page_may_run_no_script_but_ours()
    {
        var policy = (await new HttpClient().GetAsync(city.Url)).Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
    }

    [Fact]
    public void Both_languages_have_the_same_words() =>
        Assert.Equal(PageWords.Read(Language.Chinese).Keys.Order(), PageWords.Read(Language.English).Keys.Order());

    [Fact]
    public void Both_languages_have_the_same_placeholders() => Assert.All(
        PageWords.Read(Language.Chinese), word => Assert.Equal(PlacesIn(word.Value), PlacesIn(PageWords.Read(Language.English)[word.Key])));

    [Fact]
    public async Task The_bot_says_that_it_is_well() => Assert.True((await new HttpClient().GetAsync(new Uri(city.Url, "health"))).IsSuccessStatusCode);

    private static string[] PlacesIn(string words) => [.. Place().Matches(words).Select(match => match.Value).Order()];

    private async Task<string> PageAsync(string path) => await new HttpClient().GetStringAsync(new Uri(city.Url, path));

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();
}
