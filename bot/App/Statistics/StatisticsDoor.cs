using OneVisit.Bot.BackOffices;
using OneVisit.Bot.Pages;
using OneVisit.Bot.Turns;
using OneVisit.Contracts;
using OneVisit.Domain;

namespace OneVisit.Bot.Statistics;

/// <summary>Opens the statistics for who may see them.</summary>
internal sealed class StatisticsDoor(BackOffice office, StatisticsPages pages, OnceOnlyDoor debts, SheetPages sheets)
{
    private static readonly string[] Asked = ["from", "to", "month", "item", "point", "kind", "after"];

    public Task<IResult> ShowAsync(HttpContext http, CancellationToken stop) => sheets.ForStaffAsync(http, async speaker =>
    {
        var (language, query) = (speaker.Language, QueryOf(http));
        var (figures, watch) = (office.GetAsync<StatisticsView>(speaker, Routes.Statistics + query, stop), office.GetAsync<WatchList>(speaker, Routes.StatisticsWatch + query, stop));
        var (view, due) = (await figures, await watch);
        var debt = view is Answer<StatisticsView>.Got { Value: { Scope: "city", Item: null } whole } ? await debts.InTimeAsync(speaker, whole, stop) : new OnceOnlyReading.NotTheirs();
        return sheets.Answered(
            http, language, view,
            shown => sheets.Answered(http, language, due, list => pages.Show(http, language, shown, list, debt, query), problem => Refused(sheets, http, language, problem)),
            problem => Refused(sheets, http, language, problem));
    });

    public Task<IResult> CasesAsync(HttpContext http, CancellationToken stop) => sheets.ForStaffAsync(http, async speaker => sheets.Answered(
        http, speaker.Language, await office.GetAsync<StatisticsCases>(speaker, Routes.StatisticsCases + QueryOf(http), stop),
        cases => pages.Cases(http, speaker.Language, cases), problem => Refused(sheets, http, speaker.Language, problem)));

    /// <summary>The same figures as a file.</summary>
    public Task<IResult> FileAsync(HttpContext http, string route, Func<Paper, IResult> show, CancellationToken stop) => sheets.ForStaffAsync(http, async speaker =>
    {
        http.Response.Headers.CacheControl = "no-store";
        return sheets.Answered(http, speaker.Language, await office.GetFileAsync(speaker, route + QueryOf(http), stop), show, problem => Refused(sheets, http, speaker.Language, problem));
    });

    internal static IResult Refused(SheetPages sheets, HttpContext http, Language language, Problem problem) => problem.IsNotTheirs()
        ? sheets.Message(http, language, "statsNotYours", StatusCodes.Status403Forbidden)
        : sheets.Message(http, language, "statsUnclear", StatusCodes.Status422UnprocessableEntity);

    // An empty choice of the form is none.
    private static string QueryOf(HttpContext http) => QueryString.Create(
        Asked.Where(name => http.Request.Query[name] is [{ Length: > 0 and <= 100 }]).Select(name => KeyValuePair.Create(name, (string?)http.Request.Query[name].ToString()))).ToString();
}
