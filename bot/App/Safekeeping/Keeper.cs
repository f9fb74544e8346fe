using System.Globalization;
using System.Text.RegularExpressions;
using OneVisit.Bot.BackOffices;
using OneVisit.Bot.Pages;
using OneVisit.Bot.Statistics;
using OneVisit.Bot.Turns;
using OneVisit.Contracts;
using OneVisit.Domain.Calendars;

namespace OneVisit.Bot.Safekeeping;

/// <summary>Somebody who is signed in and looks at one of these pages.</summary>
internal sealed partial class Keeper(HttpContext http, SheetPages sheets, BackOffice office, Speaker speaker, IReadOnlyList<string> may, KeeperTab? tab)
{
    // What the address may name as done: each has its sentence.
    private static readonly string[] KnownDone = ["held", "lifted", "taken-down", "withdrawn", "archived", "excluded", "rebuilt", "suspended", "resumed", "accepted", "anchors-accepted", "already"];

    public PageParts Parts { get; } = new(sheets, speaker.Language);

    public BackOffice Office => office;

    public Speaker Speaker => speaker;

    public string Query(string name) => http.Request.Query[name].ToString();

    public string Say(string key, params object?[] facts) => Parts.Say(key, facts);

    public bool May(string act) => may.Contains(act);

    public bool May(KeeperTab other) => other.Acts.Any(May);

    public Task<Draft> TypedAsync(string form, CancellationToken stop) => Draft.ReadAsync(http.Request, form, stop);

    /// <summary>The page with its frame. What is wrong, or was done, stands on top and is where reading begins.</summary>
    public IResult Page(Html content, Draft? draft = null, int status = StatusCodes.Status200OK)
    {
        var title = tab is null ? Say("safeTitle") : Say("safeTab-" + tab.Name);
        return sheets.Show(http, speaker.Language, title, Html.Of($"""
            <h1>{title}</h1>
            {(tab is null ? Html.None : Tabs(tab))}
            <p class="quiet">{Say(tab is null ? "safeLead" : "safeLead-" + tab.Name)}</p>
            {(draft is { Errors.Count: > 0 } ? Wrongs(draft) : Done())}
            {content}
            """), status, wide: true);
    }

    /// <summary>Something was done: the browser is sent to a page that says so, and looking at that again does nothing again.</summary>
    public static IResult Done(string address, string done, string about = "") => Results.Redirect($"{address}?done={done}{(about.Length > 0 ? "&about=" + Uri.EscapeDataString(about) : "")}");

    /// <summary>What came of an act: done, done before, not theirs, wrong as it was typed, or not heard.</summary>
    public async Task<IResult> ActedAsync<T>(Answer<T> answer, Func<T, IResult> done, string before, Func<Problem, Task<IResult>> again) => answer switch
    {
        Answer<T>.Got { Value: var value } => done(value),
        // Pressed twice, or somebody else was first: what was wished is so.
        Answer<T>.Refused { Problem.Code: ProblemCodes.AlreadyDone } => Done(before, "already"),
        Answer<T>.Refused { Problem: var problem } when !problem.IsNotTheirs() => await again(problem),
        _ => Answered(answer, done),
    };

    public IResult Answered<T>(Answer<T> answer, Func<T, IResult> show) => sheets.Answered(
        http, speaker.Language, answer, show, problem => problem.IsNotTheirs() ? NotTheirs(problem) : sheets.Message(http, speaker.Language, "safeUnknown", StatusCodes.Status404NotFound));

    /// <summary>In the words of the back office, which knows whose it is.</summary>
    public IResult NotTheirs(Problem? problem = null) => problem?.Detail is { } detail
        ? sheets.Show(http, speaker.Language, Say("safeNotYoursTitle"), Html.Of($"<section class=\"state\"><h2>{Say("safeNotYoursTitle")}</h2><p>{detail}</p></section>"), StatusCodes.Status403Forbidden)
        : sheets.Message(http, speaker.Language, "safeNotYours", StatusCodes.Status403Forbidden);

    public IResult Busy() => sheets.Message(http, speaker.Language, "boardBusy", StatusCodes.Status503ServiceUnavailable);

    public string Moment(DateTimeOffset at) => at.ToOffset(BeijingTime.Offset).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private Html Tabs(KeeperTab here) => Html.Of($"""
        <nav class="jump no-print" aria-label="{Say("safeTitle")}"><a href="/safekeeping">{Say("safeTitle")}</a> {Html.Join(KeeperTab.All.Where(May).Select(other => other == here
            ? Html.Of($"<a href=\"{other.Path}\" aria-current=\"page\">{Say("safeTab-" + other.Name)}</a> ")
            : Html.Of($"<a href=\"{other.Path}\">{Say("safeTab-" + other.Name)}</a> ")))}</nav>
        """);

    private Html Wrongs(Draft draft) => Html.Of($"""
        <div class="wrongs" role="alert" tabindex="-1" autofocus><p class="wrong">{(draft.Errors.TryGetValue("", out var whole) ? string.Join(' ', whole) : Say("safeWrong", string.Join(' ', draft.Errors.Values.SelectMany(wrong => wrong))))}</p></div>
        """);

    private Html Done() => KnownDone.Contains(Query("done"))
        ? Html.Of($"<p class=\"done\" role=\"status\" tabindex=\"-1\" autofocus>{Say("safeDone-" + Query("done"), Plain().IsMatch(Query("about")) ? Query("about") : "")}</p>")
        : Html.None;

    [GeneratedRegex(@"^[A-Z]{2}[0-9A-Z-]{1,38}\z")]
    private static partial Regex Plain();
}
