using OneVisit.Bot.Pages;
using OneVisit.Contracts;

namespace OneVisit.Bot.Safekeeping;

/// <summary>Everything about a person, on their written request: the answer is the file. Name and number travel in the form alone.</summary>
internal sealed class ExportsDoor(KeeperDoor door)
{
    public Task<IResult> ShowAsync(HttpContext http, CancellationToken stop) => door.OpenAsync(http, KeeperTab.Exports, keeper => Task.FromResult(Page(keeper, Draft.None, StatusCodes.Status200OK)), stop);

    public Task<IResult> ExportAsync(HttpContext http, CancellationToken stop) => door.OpenAsync(http, KeeperTab.Exports, async keeper =>
    {
        var draft = await keeper.TypedAsync("export", stop);
        if (draft.OrNull("name") is not { } name)
            return Page(keeper, draft.Wrong("name", keeper.Say("safeExportNameWrong")), StatusCodes.Status422UnprocessableEntity);
        http.Response.Headers.CacheControl = "no-store";
        var file = new PassingFile(http, "personal-data.zip");
        var answer = await keeper.Office.PassFileAsync(keeper.Speaker, Routes.Exports, new ExportPerson(draft["idNumber"], draft["reason"], name), file.PassAsync, stop);
        return file.Passed(answer) ?? await keeper.ActedAsync(
            answer, _ => Results.Empty, KeeperTab.Exports.Path, problem => Task.FromResult(Page(keeper, draft.Wrong(problem), problem.Status)));
    }, stop);

    private static IResult Page(Keeper keeper, Draft draft, int status)
    {
        var form = new FormPart(draft, "export");
        return keeper.Page(form.Of(
            KeeperTab.Exports.Path,
            Html.Of($"""
                {form.Text("name", keeper.Say("safeExportName"), keeper.Say("safeExportNameHelp"), longest: 50)}
                {form.Text("idNumber", keeper.Say("safeExportId"), longest: 30)}
                {form.Words("reason", keeper.Say("safeExportWhy"), keeper.Say("safeExportWhyHelp"))}
                """),
            keeper.Say("safeExportDo"), keeper.Say("safeExportWill")), draft, status);
    }
}
