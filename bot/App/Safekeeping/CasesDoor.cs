using OneVisit.Bot.BackOffices;
using OneVisit.Bot.Pages;
using OneVisit.Contracts;

namespace OneVisit.Bot.Safekeeping;

/// <summary>What the city does with one case: found by its number or by that of its notice, looked at, and then acted on.</summary>
internal sealed class CasesDoor(KeeperDoor door)
{
    public Task<IResult> AskAsync(HttpContext http, CancellationToken stop) => door.OpenAsync(http, KeeperTab.Cases, keeper => Task.FromResult(Asking(keeper, Draft.None, StatusCodes.Status200OK)), stop);

    public Task<IResult> FindAsync(HttpContext http, CancellationToken stop) => door.OpenAsync(http, KeeperTab.Cases, async keeper =>
    {
        var draft = await keeper.TypedAsync("find", stop);
        var (caseId, notice) = (TypedNumber.OfCase(draft["number"]), TypedNumber.OfNotice(draft["number"]));
        if (notice is not null && await keeper.Office.GetAsync<NoticeCase>(keeper.Speaker, Paths.NoticeCase(notice), stop) is Answer<NoticeCase>.Got { Value: var found })
            caseId = found.CaseId;
        if (caseId is null)
            return Asking(keeper, draft.Wrong("number", keeper.Say(notice is null ? "safeNoNumber" : "safeNoSuchNumber")), notice is null ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status404NotFound);
        return await keeper.Office.GetAsync<CaseFolder>(keeper.Speaker, Paths.Folder(caseId), stop) switch
        {
            Answer<CaseFolder>.Got => Results.Redirect(PathOf(caseId)),
            Answer<CaseFolder>.Refused => Asking(keeper, draft.Wrong("number", keeper.Say("safeNoSuchNumber")), StatusCodes.Status404NotFound),
            _ => keeper.Busy(),
        };
    }, stop);

    public Task<IResult> ShowAsync(HttpContext http, string caseId, CancellationToken stop) =>
        door.OpenAsync(http, KeeperTab.Cases, keeper => PageAsync(keeper, caseId, Draft.None, StatusCodes.Status200OK, stop), stop);

    public Task<IResult> TakeNoticeDownAsync(HttpContext http, string caseId, CancellationToken stop) =>
        ActAsync(http, caseId, "notice", "taken-down", Paths.NoticeTakeDown, draft => new TakeNoticeDown(draft.OrNull("cause"), draft["reason"]), stop);

    public Task<IResult> WithdrawAsync(HttpContext http, string caseId, string kind, CancellationToken stop) =>
        !kind.All(letter => char.IsAsciiLetterLower(letter) || letter == '-') ? ShowAsync(http, "", stop) : ActAsync(http, caseId, "paper-" + kind, "withdrawn", number => Paths.PaperWithdrawal(number, kind), draft => new WithdrawPaper(draft.OrNull("number"), draft["reason"]), stop);

    public Task<IResult> ArchiveAsync(HttpContext http, string caseId, CancellationToken stop) =>
        ActAsync(http, caseId, "archive", "archived", Paths.Archive, draft => new NoteArchive(draft.OrNull("number")), stop);

    public Task<IResult> ExcludeAsync(HttpContext http, string caseId, CancellationToken stop) =>
        ActAsync(http, caseId, "rating", "excluded", Paths.RatingExclusion, draft => new ExcludeRating(draft["reason"]), stop);

    public Task<IResult> RebuildAsync(HttpContext http, string caseId, CancellationToken stop) => ActAsync(http, caseId, "rebuild", "rebuilt", Paths.Rebuild, _ => new { }, stop);

    private Task<IResult> ActAsync(HttpContext http, string caseId, string form, string done, Func<string, string> route, Func<Draft, object> wish, CancellationToken stop) =>
        door.OpenAsync(http, KeeperTab.Cases, async keeper =>
        {
            var draft = await keeper.TypedAsync(form, stop);
            return TypedNumber.OfCase(caseId) is not { } number
                ? Asking(keeper, draft.Wrong("", keeper.Say("safeNoSuchNumber")), StatusCodes.Status404NotFound)
                : await keeper.ActedAsync(
                    await keeper.Office.PostAsync<Nothing>(keeper.Speaker, route(number), wish(draft), stop),
                    _ => Keeper.Done(PathOf(number), done, number), PathOf(number), problem => PageAsync(keeper, number, draft.Wrong(problem), problem.Status, stop));
        }, stop);

    private static async Task<IResult> PageAsync(Keeper keeper, string caseId, Draft draft, int status, CancellationToken stop) => TypedNumber.OfCase(caseId) is not { } number
        ? Asking(keeper, Draft.None.Wrong("", keeper.Say("safeNoSuchNumber")), StatusCodes.Status404NotFound)
        : await keeper.Office.GetAsync<CaseFolder>(keeper.Speaker, Paths.Folder(number), stop) switch
        {
            Answer<CaseFolder>.Got { Value: var folder } => keeper.Page(new CasePart(keeper, folder, draft).Content(), draft, status),
            Answer<CaseFolder>.Refused => Asking(keeper, Draft.None.Wrong("", keeper.Say("safeNoSuchNumber")), StatusCodes.Status404NotFound),
            _ => keeper.Busy(),
        };

    private static IResult Asking(Keeper keeper, Draft draft, int status)
    {
        var form = new FormPart(draft, "find");
        return keeper.Page(form.Of(KeeperTab.Cases.Path, form.Text("number", keeper.Say("safeFindNumber"), keeper.Say("safeFindHelp"), longest: 40), keeper.Say("safeFind"), keeper.Say("safeFindWill")), draft, status);
    }

    private static string PathOf(string caseId) => $"{KeeperTab.Cases.Path}/{caseId}";
}
