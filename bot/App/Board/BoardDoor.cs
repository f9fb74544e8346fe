using OneVisit.Bot.BackOffices;
using OneVisit.Bot.Pages;
using OneVisit.Contracts;
using OneVisit.Domain;

namespace OneVisit.Bot.Board;

/// <summary>Asks the back office, in nobody's name, and shows what it says.</summary>
internal sealed class BoardDoor(BackOffice office, BoardPages pages, SheetPages sheets, ObjectionTickets tickets)
{
    private const int TownshipDigits = 9;
    private const int VillageDigits = 12;

    public async Task<IResult> TownshipsAsync(HttpContext http, CancellationToken stop)
    {
        var language = PageEndpoints.LanguageOf(http);
        return await Shown(http, language, office.GetUnnamedAsync<NoticePlace[]>(language, Routes.NoticePlaces, stop), places => pages.Townships(http, language, places));
    }

    public async Task<IResult> PlaceAsync(HttpContext http, string place, CancellationToken stop)
    {
        var language = PageEndpoints.LanguageOf(http);
        return IsCode(place, TownshipDigits)
            ? await Shown(http, language, office.GetUnnamedAsync<TownshipNotices>(language, Paths.TownshipNotices(place), stop), township => pages.Villages(http, language, township))
            : await Shown(http, language, BoardAsync(language, place, stop), board => pages.Board(http, language, board, ObjectionDraft.New(tickets.New())));
    }

    public async Task<IResult> ObjectAsync(HttpContext http, string village, CancellationToken stop)
    {
        var language = PageEndpoints.LanguageOf(http);
        var draft = ObjectionDraft.Of(await http.Request.ReadFormAsync(stop));
        if (tickets.Read(draft.Ticket) is not { } submission)
            return await AgainAsync(http, language, village, draft with { Ticket = tickets.New() }, new Dictionary<string, string[]> { [""] = [sheets.Say(language, "boardStale")] }, stop);
        return await office.PostUnnamedAsync<ObjectionReceipt>(language, Routes.Objections, draft.Objection(submission), stop) switch
        {
            Answer<ObjectionReceipt>.Got { Value: var receipt } => pages.Taken(http, language, village, receipt),
            Answer<ObjectionReceipt>.Refused { Problem: { Code: ProblemCodes.SameSubmissionOtherContent } } =>
                await AgainAsync(http, language, village, draft with { Ticket = tickets.New() }, new Dictionary<string, string[]> { [""] = [sheets.Say(language, "boardAgain")] }, stop),
            Answer<ObjectionReceipt>.Refused { Problem: var problem } =>
                await AgainAsync(http, language, village, draft, problem.Errors ?? new Dictionary<string, string[]> { [""] = [problem.Detail ?? problem.Title] }, stop),
            _ => sheets.Message(http, language, "boardBusy", StatusCodes.Status503ServiceUnavailable),
        };
    }

    public IResult Ask(HttpContext http) => pages.Ask(http, PageEndpoints.LanguageOf(http), "", null);

    public async Task<IResult> AnswerAsync(HttpContext http, CancellationToken stop)
    {
        var language = PageEndpoints.LanguageOf(http);
        var form = await http.Request.ReadFormAsync(stop);
        var (number, code) = (form["number"].ToString().Trim().ToUpperInvariant(), form["code"].ToString().Trim());
        // Both go into a request: what has other letters than ours is no number and no code.
        if (number.Length is 0 or > 40 || code.Length is 0 or > 40 || !(number + code).All(char.IsAscii))
            return pages.Ask(http, language, number, "boardNotFound", StatusCodes.Status422UnprocessableEntity);
        return sheets.Answered(
            http, language, await office.GetObjectionAsync(language, number, code, stop), found => pages.Answer(http, language, found),
            _ => pages.Ask(http, language, number, "boardNotFound", StatusCodes.Status404NotFound));
    }

    // What is no code of a village is not asked for: it may be a name that somebody typed into the address.
    private Task<Answer<VillageNotices>> BoardAsync(Language language, string village, CancellationToken stop) => IsCode(village, VillageDigits)
        ? office.GetUnnamedAsync<VillageNotices>(language, Paths.VillageNotices(village), stop)
        : Task.FromResult(Answer<VillageNotices>.NotThere);

    private static bool IsCode(string place, int digits) => place.Length == digits && place.All(char.IsAsciiDigit);

    // Nothing that was written is lost.
    private async Task<IResult> AgainAsync(HttpContext http, Language language, string village, ObjectionDraft draft, IReadOnlyDictionary<string, string[]> errors, CancellationToken stop) =>
        await Shown(http, language, BoardAsync(language, village, stop), board => pages.Board(http, language, board, draft with { Errors = errors }, StatusCodes.Status422UnprocessableEntity));

    private async Task<IResult> Shown<T>(HttpContext http, Language language, Task<Answer<T>> asked, Func<T, IResult> show) =>
        sheets.Answered(http, language, await asked, show, _ => sheets.Message(http, language, "boardNoPlace", StatusCodes.Status404NotFound));
}

/// <summary>An objection as it was written into the form.</summary>
internal sealed record ObjectionDraft(string Ticket, string Notice, string Words, string Name, string Phone)
{
    /// <summary>What is wrong, by field; under the empty name what is wrong with all of it.</summary>
    public IReadOnlyDictionary<string, string[]> Errors { get; init; } = new Dictionary<string, string[]>();

    public static ObjectionDraft New(string ticket) => new(ticket, "", "", "", "");

    public static ObjectionDraft Of(IFormCollection form) =>
        new(form["ticket"].ToString(), form["notice"].ToString(), form["words"].ToString(), form["name"].ToString(), form["phone"].ToString());

    public RaiseObjection Objection(string submission) => new(submission, Notice, Words, Name, Phone);

    /// <summary>Never prints what was written.</summary>
    public override string ToString() => nameof(ObjectionDraft);
}
