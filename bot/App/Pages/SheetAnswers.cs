using OneVisit.Bot.BackOffices;
using OneVisit.Bot.Sessions;
using OneVisit.Bot.Turns;
using OneVisit.Contracts;
using OneVisit.Domain;

namespace OneVisit.Bot.Pages;

/// <summary>Pages made of what the back office answers, and those that only staff who are signed in may ask for.</summary>
internal static class SheetAnswers
{
    /// <summary>Who is signed in as staff; <c>null</c>: nobody.</summary>
    public static Speaker? Staff(HttpContext http) =>
        http.User.StaffId() is { } id ? new Speaker(Participants.StaffPrefix + id, PageEndpoints.LanguageOf(http)) : null;

    /// <summary>For staff who are signed in; everybody else is told to.</summary>
    public static async Task<IResult> ForStaffAsync(this SheetPages sheets, HttpContext http, Func<Speaker, Task<IResult>> show) => Staff(http) is { } speaker
        ? await show(speaker)
        : sheets.Message(http, PageEndpoints.LanguageOf(http), "folderSignIn", StatusCodes.Status401Unauthorized);

    /// <summary>The reader may not: not signed in, or not theirs.</summary>
    public static bool IsNotTheirs(this Problem problem) => problem.Status is StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden;

    /// <summary>What was answered, as a page; without an answer the page that asks for patience.</summary>
    public static IResult Answered<T>(this SheetPages sheets, HttpContext http, Language language, Answer<T> answer, Func<T, IResult> show, Func<Problem, IResult> refuse) => answer switch
    {
        Answer<T>.Got { Value: var value } => show(value),
        Answer<T>.Refused { Problem: var problem } => refuse(problem),
        _ => sheets.Message(http, language, "boardBusy", StatusCodes.Status503ServiceUnavailable),
    };
}
