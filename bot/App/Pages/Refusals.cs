using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using OneVisit.Contracts;
using OneVisit.Storage;

namespace OneVisit.Bot.Pages;

/// <summary>Says no to a request as its asker reads it: a page for who looks at pages, problem details (RFC 9457) for a script.</summary>
internal sealed class Refusals(SheetPages sheets, PageWords words, ILogger<Refusals> log)
{
    public const string Trouble = "pageTrouble";
    public const string Unreadable = "pageUnreadable";

    /// <param name="key">Of the words: <c>keyTitle</c>, <c>keyText</c>.</param>
    /// <param name="code">A stable name for programs.</param>
    public Task AnswerAsync(HttpContext http, string key, int status, string code)
    {
        var language = PageEndpoints.LanguageOf(http);
        var answer = LooksAtPages(http.Request)
            ? sheets.Message(http, language, key, status)
            : Results.Json(
                new Problem("about:blank", words[language, key + "Title"], status, string.Format(CultureInfo.InvariantCulture, words[language, key + "Text"], sheets.Phone), code),
                Wire.Json, "application/problem+json", status);
        return answer.ExecuteAsync(http);
    }

    /// <summary>To an answer that nobody has given a word to: no such address, no sign-in, from elsewhere.</summary>
    public Task EmptyAsync(HttpContext http) => http.Response.StatusCode switch
    {
        StatusCodes.Status401Unauthorized => AnswerAsync(http, "pageSignIn", StatusCodes.Status401Unauthorized, ProblemCodes.NotSignedIn),
        StatusCodes.Status403Forbidden => AnswerAsync(http, "pageNotYours", StatusCodes.Status403Forbidden, ProblemCodes.NotYours),
        StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed => AnswerAsync(http, "pageMissing", http.Response.StatusCode, ProblemCodes.NotFound),
        var status => AnswerAsync(http, Unreadable, status, ProblemCodes.Malformed),
    };

    /// <summary>When something broke on the way. What is logged quotes nobody.</summary>
    public Task BrokenAsync(HttpContext http)
    {
        switch (http.Features.Get<IExceptionHandlerFeature>()?.Error)
        {
            case BadHttpRequestException { StatusCode: var status }:
                return AnswerAsync(http, Unreadable, status, status == StatusCodes.Status413PayloadTooLarge ? ProblemCodes.TooLarge : ProblemCodes.Malformed);
            // A form that is cut off, or has more parts than there can be.
            case InvalidDataException or IOException:
                return AnswerAsync(http, Unreadable, StatusCodes.Status400BadRequest, ProblemCodes.Malformed);
            case { } away when IsStoreAway(away):
                log.LogWarning("A page was not served: the store does not answer.");
                http.Response.Headers.RetryAfter = "5";
                return AnswerAsync(http, "boardBusy", StatusCodes.Status503ServiceUnavailable, ProblemCodes.Busy);
            case var broken:
                log.LogError("A page broke: {Kind} at {Place}", broken?.GetType().FullName, new System.Diagnostics.StackTrace(broken!).ToString().ReplaceLineEndings(" <").Trim());
                return AnswerAsync(http, Trouble, StatusCodes.Status500InternalServerError, ProblemCodes.Unexpected);
        }
    }

    /// <summary>The store's silence, however deep it lies in what others made of it.</summary>
    public static bool IsStoreAway(Exception? trouble) => trouble is not null && (trouble is StorageUnavailableException || IsStoreAway(trouble.InnerException));

    private static bool LooksAtPages(HttpRequest request) => request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
