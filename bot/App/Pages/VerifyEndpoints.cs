using System.Globalization;
using OneVisit.Bot.BackOffices;
using OneVisit.Bot.Board;
using OneVisit.Bot.Limits;
using OneVisit.Bot.Turns;
using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Cases;

namespace OneVisit.Bot.Pages;

/// <summary>The public page that confirms a paper of the office to whoever has its code. It knows nothing about the person the paper is for.</summary>
internal static class VerifyEndpoints
{
    public static void MapVerify(this IEndpointRouteBuilder app)
    {
        var (found, ask) = (PageEndpoints.Template("verify.html"), PageEndpoints.Template("verify-ask.html"));
        app.MapGet("/verify", (HttpContext http, PageWords words, BotSettings settings) => Ask(http, words, settings, ask, "verifyAsk", StatusCodes.Status200OK));
        // Posted: people type names and numbers of ID cards there, which belong into no address. What can be a code goes on to one that can be kept.
        app.MapPost("/verify", async (HttpContext http, PageWords words, BotSettings settings, CancellationToken stop) => http.Request.HasFormContentType && CheckCode.Read((await http.Request.ReadFormAsync(stop))["code"]) is { } typed
            ? Results.Redirect($"/verify/{typed}{LanguageAsked(http)}")
            : Ask(http, words, settings, ask, "verifyUnknown", StatusCodes.Status404NotFound)).AddEndpointFilter<OwnForms>().RequireRateLimiting(RequestPace.Codes);
        app.MapGet("/verify/{code}", async (string code, HttpContext http, BackOffice office, PageWords words, BotSettings settings, CancellationToken stop) =>
        {
            var language = PageEndpoints.LanguageOf(http);
            var answer = CheckCode.Read(code) is { } read
                ? await office.GetAsync<PaperProof>(Speaker.Nobody(language), Paths.Verify(read.ToString()), stop)
                : Answer<PaperProof>.NotThere;
            return answer switch
            {
                Answer<PaperProof>.Got { Value: var proof } => PageEndpoints.Page(http, words, settings, found, language, "", facts: Facts(proof, words, language)),
                Answer<PaperProof>.Refused => Ask(http, words, settings, ask, "verifyUnknown", StatusCodes.Status404NotFound),
                _ => Ask(http, words, settings, ask, "verifyBusy", StatusCodes.Status503ServiceUnavailable),
            };
        }).RequireRateLimiting(RequestPace.Codes);
    }

    private static IResult Ask(HttpContext http, PageWords words, BotSettings settings, string page, string message, int status)
    {
        // Its form tells from where it comes.
        http.Response.Headers["Referrer-Policy"] = "same-origin";
        return PageEndpoints.Page(http, words, settings, page, PageEndpoints.LanguageOf(http), message, status);
    }

    private static Dictionary<string, string> Facts(PaperProof proof, PageWords words, Language language) => new(StringComparer.Ordinal)
    {
        ["paperName"] = proof.Name,
        ["paperNumber"] = proof.Number,
        ["paperOffice"] = proof.Office,
        ["paperSeal"] = proof.Seal ?? "",
        ["paperDay"] = Day(proof.IssuedOn, language),
        ["paperItem"] = proof.Item,
        ["paperState"] = proof.State,
        ["paperStateTitle"] = words[language, $"verify-{proof.State}"],
        ["paperStateText"] = words[language, $"verify-{proof.State}-text"],
        ["paperEnd"] = proof.ContentEnd ?? "",
        ["paperHash"] = proof.FileHash,
    };

    private static string Day(DateOnly day, Language language) => language == Language.English
        ? day.ToString("ddd d MMM yyyy", CultureInfo.GetCultureInfo("en"))
        : day.ToString("yyyy 年 M 月 d 日（ddd）", CultureInfo.GetCultureInfo("zh-CN"));

    private static string LanguageAsked(HttpContext http) => http.Request.Query["lang"] is [("zh-CN" or "zh" or "en") and var language] ? $"?lang={language}" : "";
}
