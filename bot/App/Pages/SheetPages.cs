using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using OneVisit.Domain;

namespace OneVisit.Bot.Pages;

/// <summary>Pages of words alone (the public board, the case folder): one column, no chat, nothing that needs a script.</summary>
internal sealed partial class SheetPages(PageWords words, BotSettings settings)
{
    private readonly string template = PageEndpoints.Template("page.html");

    /// <param name="title">Of the tab and, above the content, of the page.</param>
    public IResult Show(HttpContext http, Language language, string title, Html content, int status = StatusCodes.Status200OK, bool wide = false)
    {
        SecurityHeaders.Quiet(http);
        var page = Placeholder().Replace(template, found => found.Groups["name"].Value switch
        {
            "language" => language.Code(),
            "title" => Html.Of($"{title}").Markup,
            "content" => content.Markup,
            "width" => wide ? "wide" : "narrow",
            "otherLanguageLink" => Html.Of($"{InOtherLanguage(http, language)}").Markup,
            "phone" => Html.Of($"{settings.HelpPhone}").Markup,
            "callUsNumber" => Html.Of($"{Say(language, "callUsLabel", settings.HelpPhone)}").Markup,
            var key => Html.Of($"{words[language, key]}").Markup,
        });
        var headers = http.Response.Headers;
        headers.CacheControl = "no-store";
        headers.ContentLanguage = language.Code();
        // What hangs for seven days is not to be found by its name for ever.
        headers["X-Robots-Tag"] = "noindex, nofollow, noarchive, nosnippet";
        return Results.Text(page, "text/html", Encoding.UTF8, status);
    }

    private Html Home(Language language) => Html.Of($"<p><a class=\"action\" href=\"/?lang={language.Code()}\">{words[language, "pageHome"]}</a></p>");

    // The same page: what was asked of it stays asked.
    private string InOtherLanguage(HttpContext http, Language language) => QueryString.Create(
        http.Request.Query.Where(pair => pair.Key != "lang").SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value)))
            .Append(new("lang", words[language, "otherLanguageCode"]))).ToString();

    /// <summary>A page with a heading and a sentence.</summary>
    public IResult Message(HttpContext http, Language language, string key, int status) => Show(
        http, language, words[language, key + "Title"],
        Html.Of($"<section class=\"state\"><h2>{words[language, key + "Title"]}</h2><p>{Say(language, key + "Text", settings.HelpPhone)}</p>{(status == StatusCodes.Status404NotFound ? Home(language) : Html.None)}</section>"), status);

    public string Say(Language language, string key, params object?[] facts) => facts.Length == 0 ? words[language, key] : string.Format(CultureInfo.InvariantCulture, words[language, key], facts);

    public string Phone => settings.HelpPhone;

    public static string Day(Language language, DateOnly day) => language == Language.English
        ? day.ToString("ddd d MMM yyyy", CultureInfo.GetCultureInfo("en"))
        : day.ToString("yyyy 年 M 月 d 日（ddd）", CultureInfo.GetCultureInfo("zh-CN"));

    public static string Yuan(decimal yuan) => yuan.ToString("#,##0.##", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\{\{(?<name>[a-z][A-Za-z]*)\}\}")]
    private static partial Regex Placeholder();
}
