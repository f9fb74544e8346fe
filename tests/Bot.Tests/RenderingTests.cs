using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Bot.Board;
using OneVisit.Bot.Pages;
using OneVisit.Bot.Statistics;
using OneVisit.Bot.Tests.City;
using OneVisit.Contracts;
using OneVisit.Domain;

namespace OneVisit.Bot.Tests;

/// <summary>Whatever a place, a person or a paper is called, a page shows the name and nothing happens.</summary>
[Collection(CityCollection.Name)]
public sealed partial class RenderingTests(BotCity city)
{
    private const int Names = 2_000;

    private static readonly string[] Pieces =
    [
        "<", ">", "\"", "'", "&", "&lt;", "&#60;", "</script>", "<script>", "<img src=x onerror=alert(1)>", "' onfocus=alert(1) x='", "\" autofocus onfocus=\"alert(1)", "javascript:alert(1)", "--><svg onload=alert(1)>", "<!--", "]]>", "{{content}}",
        "{{phone}}", "{0}", "\u2028", "\0", "\r\n", "`", "=", "张", "𠮷", "\ud800", "a", " ", "/", "\\", "%3C", "\u202e",
    ];

    [Fact]
    public void A_name_is_shown_as_it_is_and_begins_no_tag() => Assert.All(Hostile(), name =>
    {
        var markup = Html.Of($"<p title=\"{name}\">{name}</p>").Markup;

        Assert.Equal(WebUtility.HtmlDecode(WebUtility.HtmlEncode(name)), WebUtility.HtmlDecode(markup[(markup.IndexOf('>') + 1)..^4]));
        Assert.Equal(2, markup.Count(sign => sign == '<'));
        Assert.Equal(2, markup.Count(sign => sign == '"'));
    });

    [Fact]
    public async Task A_board_has_the_same_tags_whatever_hangs_on_it()
    {
        var pages = city.Services.GetRequiredService<BoardPages>();
        var plain = await TagsAsync(http => pages.Board(http, Language.Chinese, BoardOf("名"), DraftOf("名")));

        foreach (var name in Hostile().Take(300))
            Assert.Equal(plain, await TagsAsync(http => pages.Board(http, Language.Chinese, BoardOf(name), DraftOf(name))));
    }

    [Fact]
    public async Task Pages_of_answers_and_places_have_the_same_tags_whatever_they_say()
    {
        var pages = city.Services.GetRequiredService<BoardPages>();
        Func<HttpContext, string, IResult>[] all =
        [
            (http, name) => pages.Townships(http, Language.English, [new(name, name)]),
            (http, name) => pages.Villages(http, Language.English, new(name, name, [new(name, name, 2)])),
            (http, name) => pages.Taken(http, Language.English, name, new(name, name, new(2026, 12, 8), false)),
            (http, name) => pages.Ask(http, Language.English, name, null),
            (http, name) => pages.Answer(http, Language.English, new(name, name, "answered", new(2026, 11, 24), new(2026, 12, 8), "green", "upheld", name, new(2026, 11, 30))),
        ];
        foreach (var page in all)
        {
            var plain = await TagsAsync(http => page(http, "name"));
            foreach (var name in Hostile().Take(100)) Assert.Equal(plain, await TagsAsync(http => page(http, name)));
        }
    }

    [Fact]
    public void A_chart_carries_names_as_text()
    {
        var parts = new PageParts(city.Services.GetRequiredService<SheetPages>(), Language.Chinese);
        string TagsOfChart(string name) => TagsOf(parts.Charts("x", [new ChartFigures.Bars(name, [name], new ChartSeries(name, "green", [1]))], Html.None).Markup);

        Assert.All(Hostile().Take(300), name => Assert.Equal(TagsOfChart("name"), TagsOfChart(name)));
    }

    [Fact]
    public void Words_in_a_script_element_cannot_end_it()
    {
        var words = city.Services.GetRequiredService<PageWords>();

        Assert.All(Enum.GetValues<Language>(), language => Assert.DoesNotContain("<", words.Json(language), StringComparison.Ordinal));
    }

    private static VillageNotices BoardOf(string name) => new(
        "370982103201", name, "370982103", name, name, [new("GS1", name, 3, 120.5m, "monthly", name, new(2026, 11, 20), new(2026, 11, 27)), new("GS2", name, null, null, "nothing", name, new(2026, 11, 20), new(2026, 11, 27))]);

    private static ObjectionDraft DraftOf(string name) => new(name, name + "-", name, name, name) { Errors = new Dictionary<string, string[]> { ["words"] = [name], [""] = [name] } };

    // Names of elements and attributes, in order: what a page is made of besides its words.
    private async Task<string> TagsAsync(Func<HttpContext, IResult> page)
    {
        var http = new DefaultHttpContext { RequestServices = city.Services };
        using var body = new MemoryStream();
        http.Response.Body = body;
        await page(http).ExecuteAsync(http);
        return TagsOf(System.Text.Encoding.UTF8.GetString(body.ToArray()));
    }

    private static string TagsOf(string text) => string.Join('\n', Tag().Matches(text).Select(tag => tag.Groups["name"].Value + " " + string.Join(' ', Attribute().Matches(tag.Groups["rest"].Value).Select(found => found.Groups["name"].Value))));

    private static IEnumerable<string> Hostile()
    {
        var dice = new Random(20261127);
        return Enumerable.Range(0, Names).Select(_ => string.Concat(Enumerable.Range(0, dice.Next(1, 6)).Select(_ => Pieces[dice.Next(Pieces.Length)]))).ToArray();
    }

    [GeneratedRegex("<(?<name>/?[!a-zA-Z][a-zA-Z0-9]*)(?<rest>(?:\"[^\"]*\"|'[^']*'|[^'\">])*)>")]
    private static partial Regex Tag();

    [GeneratedRegex("(?<name>[a-zA-Z-]+)(?:=\"[^\"]*\")?")]
    private static partial Regex Attribute();
}
