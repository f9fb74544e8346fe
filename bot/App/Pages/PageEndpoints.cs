using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.FileProviders;
using OneVisit.Bot.Safekeeping;
using OneVisit.Bot.Sessions;
using OneVisit.Domain;

namespace OneVisit.Bot.Pages;

/// <summary>The two pages with their words set in, their files, and Web Chat.</summary>
internal static partial class PageEndpoints
{
    private const string LanguageCookie = "onevisit-language";

    public static void MapPages(this WebApplication app)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "wwwroot");
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = new PhysicalFileProvider(Path.Combine(folder, "assets")), RequestPath = "/assets",
            OnPrepareResponse = KeptByBrowsers,
        });
        if (app.Services.GetRequiredService<BotSettings>().WebChatFolder is { Length: > 0 } webChat && Directory.Exists(webChat))
            app.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(Path.GetFullPath(webChat)), RequestPath = "/webchat", OnPrepareResponse = KeptByBrowsers });
        var (resident, staff) = (File.ReadAllText(Path.Combine(folder, "resident.html")), File.ReadAllText(Path.Combine(folder, "staff.html")));
        app.MapGet("/", (HttpContext http, PageWords words, BotSettings settings) => Page(http, words, settings, resident));
        // Links that are for some only name the acts they lead to; the page shows them to who may do one.
        var acts = new Dictionary<string, string> { ["safekeepingActs"] = KeeperTab.AllActs };
        app.MapGet("/staff", (HttpContext http, PageWords words, BotSettings settings) => Page(http, words, settings, staff, LanguageOf(http), "", facts: acts));
    }

    /// <summary>A file that is the same for everybody: browsers keep it, and ask each time whether it is still the one.</summary>
    internal static void KeptByBrowsers(Microsoft.AspNetCore.StaticFiles.StaticFileResponseContext file) => file.Context.Response.Headers.CacheControl = "no-cache";

    /// <summary>A file of <c>wwwroot</c> that is set in words. A line <c>{{&gt; name}}</c> stands for what its pages have in common, <c>parts/name.html</c>.</summary>
    internal static string Template(string name) => Part().Replace(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "wwwroot", name)), part => Template(Path.Combine("parts", part.Groups["name"].Value + ".html")));

    private static IResult Page(HttpContext http, PageWords words, BotSettings settings, string template) => Page(http, words, settings, template, LanguageOf(http), "");

    /// <param name="message">Words of the page's own that the template calls <c>messageTitle</c> and <c>messageText</c>: the beginning of their keys.</param>
    /// <param name="facts">What is said besides words, by the names in the template.</param>
    internal static IResult Page(HttpContext http, PageWords words, BotSettings settings, string template, Language language, string message, int status = StatusCodes.Status200OK, IReadOnlyDictionary<string, string>? facts = null)
    {
        var nonce = SecurityHeaders.Strict(http, settings);
        var page = Placeholder().Replace(template, found => found.Groups["name"].Value switch
        {
            "language" => language.Code(),
            "nonce" => nonce,
            "words" => words.Json(language),
            "phone" => WebUtility.HtmlEncode(settings.HelpPhone),
            "callUsNumber" => WebUtility.HtmlEncode(string.Format(null, words[language, "callUsLabel"], settings.HelpPhone)),
            "messageTitle" or "messageText" => WebUtility.HtmlEncode(string.Format(null, words[language, message + found.Groups["name"].Value["message".Length..]], settings.HelpPhone)),
            var key when facts?.TryGetValue(key, out var fact) == true => WebUtility.HtmlEncode(fact),
            var key => WebUtility.HtmlEncode(words[language, key]),
        });
        http.Response.Headers.CacheControl = "no-store";
        return Results.Text(page, "text/html", Encoding.UTF8, status);
    }

    /// <summary>Asked for in the address, else remembered, else Chinese.</summary>
    internal static Language LanguageOf(HttpContext http)
    {
        var cookies = http.RequestServices.GetRequiredService<SiteCookies>();
        if (http.Request.Query["lang"] is not ["zh-CN" or "zh" or "en"]) return Languages.Parse(http.Request.Cookies[cookies.Name(LanguageCookie)]);
        var asked = Languages.Parse(http.Request.Query["lang"]);
        if (!http.Response.HasStarted) http.Response.Cookies.Append(cookies.Name(LanguageCookie), asked.Code(), cookies.Closed(TimeSpan.FromDays(365)));
        return asked;
    }

    [GeneratedRegex(@"\{\{(?<name>[a-z][A-Za-z]*)\}\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"^\{\{> (?<name>[a-z]+)\}\}\r?\n", RegexOptions.Multiline)]
    private static partial Regex Part();
}
