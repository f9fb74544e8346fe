using System.Globalization;
using OneVisit.Bot.BackOffices;
using OneVisit.Bot.Limits;
using OneVisit.Bot.Turns;
using OneVisit.Contracts;
using OneVisit.Domain;

namespace OneVisit.Bot.Pages;

/// <summary>The public page that confirms a paper of the office to whoever has its code. It knows nothing about the person the paper is for.</summary>
internal static class VerifyEndpoints
{
    // A code with blanks and hyphens; longer is none.
    private const int LongestCode = 60;

    public static void MapVerify(this IEndpointRouteBuilder app)
    {
        var (found, ask) = (PageEndpoints.Template("verify.html"), PageEndpoints.Template("verify-ask.html"));
        app.MapGet("/verify", (HttpContext http, PageWords words, BotSettings settings) => http.Request.Query["code"] is [{ Length: > 0 and <= LongestCode } typed]
            ? Results.Redirect($"/verify/{Uri.EscapeDataString(typed.Trim() is { Length: > 0 } code ? code.Replace('/', '-') : "-")}{LanguageAsked(http)}")
            : Ask(http, words, settings, ask, "verifyAsk", StatusCodes.Status200OK));
        app.MapGet("/verify/{code}", async (string code, HttpContext http, BackOffice office, PageWords words, BotSettings settings, CancellationToken stop) =>
        {
            var language = PageEndpoints.LanguageOf(http);
            var answer = code.Length > LongestCode
                ? new Answer<PaperProof>.Refused(new Problem("about:blank", "", StatusCodes.Status404NotFound, Code: ProblemCodes.NotFound))
                : await office.GetAsync<PaperProof>(Speaker.Nobody(language), Paths.Verify(code), stop);
            return answer switch
            {
                Answer<PaperProof>.Got { Value: var proof } => PageEndpoints.Page(http, words, settings, found, language, "", facts: Facts(proof, words, language)),
                Answer<PaperProof>.Refused => Ask(http, words, settings, ask, "verifyUnknown", StatusCodes.Status404NotFound),
                _ => Ask(http, words, settings, ask, "verifyBusy", StatusCodes.Status503ServiceUnavailable),
            };
        }).RequireRateLimiting(RequestPace.Codes);
    }

    private static IResult Ask(HttpContext http, PageWords words, BotSettings settings, string page, string message, int status) =>
        PageEndpoints.Page(http, words, settings, page, PageEndpoints.LanguageOf(http), message, status);

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
