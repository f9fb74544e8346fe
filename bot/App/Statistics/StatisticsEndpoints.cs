using OneVisit.Bot.BackOffices;
using OneVisit.Bot.Forms;
using OneVisit.Bot.Pages;
using OneVisit.Bot.Sessions;
using OneVisit.Bot.Turns;
using OneVisit.Contracts;
using OneVisit.Domain;

namespace OneVisit.Bot.Statistics;

/// <summary>How the office does, on a page for staff who are signed in: the whole city, or their own point or village.</summary>
internal static class StatisticsEndpoints
{
    public static void AddStatistics(this IServiceCollection services)
    {
        services.AddSingleton<StatisticsPages>();
        services.AddTransient<StatisticsDoor>();
    }

    public static void MapStatistics(this WebApplication app)
    {
        ChartFiles.Map(app);
        app.MapGet("/statistics", (HttpContext http, StatisticsDoor door, CancellationToken stop) => door.ShowAsync(http, stop));
        app.MapGet("/statistics/cases", (HttpContext http, StatisticsDoor door, CancellationToken stop) => door.CasesAsync(http, stop));
        app.MapGet("/statistics/export", (HttpContext http, StatisticsDoor door, CancellationToken stop) =>
            door.FileAsync(http, Routes.StatisticsExport, workbook => Results.File(workbook.Content, workbook.ContentType, "statistics.xlsx"), stop));
        app.MapGet("/statistics/bulletin", (HttpContext http, StatisticsDoor door, CancellationToken stop) =>
            door.FileAsync(http, Routes.StatisticsBulletin, paper => FormFiles.Of(http, paper, "bulletin"), stop));
    }
}

/// <summary>Opens the statistics for who may see them.</summary>
internal sealed class StatisticsDoor(BackOffice office, StatisticsPages pages, SheetPages sheets)
{
    private static readonly string[] Asked = ["from", "to", "month", "item", "point", "kind", "after"];

    public async Task<IResult> ShowAsync(HttpContext http, CancellationToken stop)
    {
        var language = PageEndpoints.LanguageOf(http);
        if (StaffOf(http, language) is not { } speaker)
            return sheets.Message(http, language, "folderSignIn", StatusCodes.Status401Unauthorized);
        var query = QueryOf(http);
        var (figures, watch) = (office.GetAsync<StatisticsView>(speaker, Routes.Statistics + query, stop), office.GetAsync<WatchList>(speaker, Routes.StatisticsWatch + query, stop));
        return (await figures, await watch) switch
        {
            (Answer<StatisticsView>.Got { Value: var view }, Answer<WatchList>.Got { Value: var due }) => pages.Show(http, language, view, due, query),
            (Answer<StatisticsView>.Refused { Problem: var problem }, _) => Refused(http, language, problem),
            (_, Answer<WatchList>.Refused { Problem: var problem }) => Refused(http, language, problem),
            _ => sheets.Message(http, language, "boardBusy", StatusCodes.Status503ServiceUnavailable),
        };
    }

    public async Task<IResult> CasesAsync(HttpContext http, CancellationToken stop)
    {
        var language = PageEndpoints.LanguageOf(http);
        if (StaffOf(http, language) is not { } speaker)
            return sheets.Message(http, language, "folderSignIn", StatusCodes.Status401Unauthorized);
        return await office.GetAsync<StatisticsCases>(speaker, Routes.StatisticsCases + QueryOf(http), stop) switch
        {
            Answer<StatisticsCases>.Got { Value: var cases } => pages.Cases(http, language, cases),
            Answer<StatisticsCases>.Refused { Problem: var problem } => Refused(http, language, problem),
            _ => sheets.Message(http, language, "boardBusy", StatusCodes.Status503ServiceUnavailable),
        };
    }

    /// <summary>The same figures as a file.</summary>
    public async Task<IResult> FileAsync(HttpContext http, string route, Func<Paper, IResult> show, CancellationToken stop)
    {
        var language = PageEndpoints.LanguageOf(http);
        if (StaffOf(http, language) is not { } speaker)
            return sheets.Message(http, language, "folderSignIn", StatusCodes.Status401Unauthorized);
        http.Response.Headers.CacheControl = "no-store";
        return await office.GetFileAsync(speaker, route + QueryOf(http), stop) switch
        {
            Answer<Paper>.Got { Value: var file } => show(file),
            Answer<Paper>.Refused { Problem: var problem } => Refused(http, language, problem),
            _ => sheets.Message(http, language, "boardBusy", StatusCodes.Status503ServiceUnavailable),
        };
    }

    private IResult Refused(HttpContext http, Language language, Problem problem) => problem.Status is StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden
        ? sheets.Message(http, language, "statsNotYours", StatusCodes.Status403Forbidden)
        : sheets.Message(http, language, "statsUnclear", StatusCodes.Status422UnprocessableEntity);

    // An empty choice of the form is none.
    private static string QueryOf(HttpContext http) => QueryString.Create(
        Asked.Where(name => http.Request.Query[name] is [{ Length: > 0 and <= 100 }]).Select(name => KeyValuePair.Create(name, (string?)http.Request.Query[name].ToString()))).ToString();

    private static Speaker? StaffOf(HttpContext http, Language language) => http.User.StaffId() is { } id ? new Speaker(Participants.StaffPrefix + id, language) : null;
}
