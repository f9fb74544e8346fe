using OneVisit.Bot.BackOffices;
using OneVisit.Bot.Pages;
using OneVisit.Bot.Turns;
using OneVisit.Contracts;

namespace OneVisit.Bot.Statistics;

/// <summary>Opens the once-only debt for who may see it: the city's reviewer and its filing officer.</summary>
internal sealed class OnceOnlyDoor(BackOffice office, OnceOnlyPages pages, SheetPages sheets)
{
    /// <summary>So long the page of all figures waits for it: the back office reads through a month of papers, and goes on reading when nobody waits.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>The debt of the last of the months that are shown, for the page of all figures.</summary>
    public async Task<OnceOnlyReading> InTimeAsync(Speaker speaker, StatisticsView view, CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(Patience);
        try
        {
            return await ReadAsync(speaker, PageParts.Month(view.To), PageParts.Period(view.From, view.To), patience.Token) switch
            {
                Answer<OnceOnlyReading>.Got { Value: var reading } => reading,
                Answer<OnceOnlyReading>.Refused => new OnceOnlyReading.NotTheirs(),
                _ => new OnceOnlyReading.NotInTime(),
            };
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return new OnceOnlyReading.NotInTime();
        }
    }

    public Task<IResult> ShowAsync(HttpContext http, CancellationToken stop) =>
        sheets.ForStaffAsync(http, speaker => PageAsync(http, speaker, new(Done: http.Request.Query.ContainsKey("done")), StatusCodes.Status200OK, stop));

    /// <summary>A refused fact is sent once more, or left out for a reason; who does it again finds it done.</summary>
    public Task<IResult> SettleAsync(HttpContext http, CancellationToken stop) => sheets.ForStaffAsync(http, async speaker =>
    {
        var form = await http.Request.ReadFormAsync(stop);
        var (key, reason, again) = (form["key"].ToString(), form["reason"].ToString(), form["again"] == "yes");
        if (key.Length is 0 or > 100)
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        return await office.PostAsync<Nothing>(speaker, Paths.OutboxFact(key), new SettleFact(again, again ? null : reason), stop) switch
        {
            // Somebody else settled it already: what was wished is done.
            Answer<Nothing>.Got or Answer<Nothing>.Refused { Problem.Status: StatusCodes.Status404NotFound } => Results.Redirect("/statistics/once-only?done=1#h-outbox"),
            Answer<Nothing>.Refused { Problem: { Status: StatusCodes.Status422UnprocessableEntity } problem } =>
                await PageAsync(http, speaker, new(key, reason, problem.Errors?.Values.SelectMany(words => words).FirstOrDefault() ?? problem.Title), StatusCodes.Status422UnprocessableEntity, stop),
            var answer => sheets.Answered(http, speaker.Language, answer, _ => Results.NoContent(), problem => StatisticsDoor.Refused(sheets, http, speaker.Language, problem)),
        };
    });

    private async Task<IResult> PageAsync(HttpContext http, Speaker speaker, SettlingDraft draft, int status, CancellationToken stop)
    {
        var query = http.Request.Query;
        var period = QueryString.Create(query.Where(pair => pair.Key is "from" or "to").Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value.ToString()))).ToString();
        return sheets.Answered(
            http, speaker.Language, await ReadAsync(speaker, query["month"].ToString(), period, stop), reading => pages.Show(http, speaker.Language, reading, period, draft, status),
            problem => StatisticsDoor.Refused(sheets, http, speaker.Language, problem));
    }

    private async Task<Answer<OnceOnlyReading>> ReadAsync(Speaker speaker, string month, string period, CancellationToken stop)
    {
        var debt = office.GetAsync<OnceOnlyView>(speaker, Routes.OnceOnly + QueryString.Create("month", month), stop);
        var (months, outbox) = (office.GetAsync<OnceOnlyMonth[]>(speaker, Routes.OnceOnlyMonths + period, stop), office.GetAsync<OutboxView>(speaker, Routes.Outbox, stop));
        return (await debt, await months, await outbox) switch
        {
            (Answer<OnceOnlyView>.Got { Value: var view }, Answer<OnceOnlyMonth[]>.Got { Value: var each }, Answer<OutboxView>.Got { Value: var waiting }) =>
                new Answer<OnceOnlyReading>.Got(new OnceOnlyReading.Read(view, each, waiting)),
            (Answer<OnceOnlyView>.Refused { Problem: var problem }, _, _) => new Answer<OnceOnlyReading>.Refused(problem),
            (_, Answer<OnceOnlyMonth[]>.Refused { Problem: var problem }, _) => new Answer<OnceOnlyReading>.Refused(problem),
            _ => new Answer<OnceOnlyReading>.Silent(),
        };
    }
}

/// <summary>What came of reading the once-only debt.</summary>
internal abstract record OnceOnlyReading
{
    public sealed record Read(OnceOnlyView Debt, IReadOnlyList<OnceOnlyMonth> Months, OutboxView Outbox) : OnceOnlyReading;

    /// <summary>Others look after it, or what is shown is not the whole city.</summary>
    public sealed record NotTheirs : OnceOnlyReading;

    /// <summary>It takes longer than a page may.</summary>
    public sealed record NotInTime : OnceOnlyReading;

    private OnceOnlyReading() { }
}

/// <summary>What was written about a refused fact and not taken.</summary>
/// <param name="Done">Another was settled just before.</param>
internal sealed record SettlingDraft(string Key = "", string Reason = "", string? Wrong = null, bool Done = false);
