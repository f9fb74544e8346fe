using System.Globalization;
using OneVisit.Bot.BackOffices;
using OneVisit.Bot.Pages;
using OneVisit.Bot.Sessions;
using OneVisit.Bot.Turns;
using OneVisit.Contracts;
using OneVisit.Domain;

namespace OneVisit.Bot.Directories;

/// <summary>Asks the back office in the name of who is signed in, and shows what it says.</summary>
internal sealed class DirectoryDoor(PatientOffice patient, DirectoryPages pages, SheetPages sheets)
{
    private readonly BackOffice office = patient.Office;

    public Task<IResult> ShowAsync(HttpContext http, CancellationToken stop) => sheets.ForStaffAsync(http, speaker => BookAsync(http, speaker, Tried.Nothing, StatusCodes.Status200OK, stop));

    /// <summary>What an edition would change, and from when.</summary>
    public Task<IResult> VersionAsync(HttpContext http, string version, CancellationToken stop) => sheets.ForStaffAsync(http, speaker => DiffAsync(http, speaker, version, null, StatusCodes.Status200OK, stop));

    public Task<IResult> HandInAsync(HttpContext http, CancellationToken stop) => sheets.ForStaffAsync(http, async speaker =>
    {
        if (await UploadedFile.ReadAsync(http.Request, stop) is not { } file)
            return await BookAsync(http, speaker, new Tried(sheets.Say(speaker.Language, "dirNoFile")), StatusCodes.Status422UnprocessableEntity, stop);
        if (file.Bytes is not { } bytes)
            return await BookAsync(http, speaker, new Tried(sheets.Say(speaker.Language, "dirTooLarge", DirectoryFileSize.MostMegabytes), file.Name), StatusCodes.Status413PayloadTooLarge, stop);
        return await office.HandInAsync(speaker, bytes, file.Name, file.Note, stop) switch
        {
            Answer<DirectoryHandedIn>.Got { Value: var taken } => Results.Redirect($"/directory/{taken.Version.Version}{(taken.Kept.Count > 0 ? "?kept=" + taken.Kept.Count.ToString(CultureInfo.InvariantCulture) : "")}"),
            Answer<DirectoryHandedIn>.Refused { Problem: var problem } when !problem.IsNotTheirs() =>
                await BookAsync(http, speaker, new Tried(SentenceOf(problem), file.Name, problem.Report), problem.Status, stop),
            var other => Trouble(http, speaker.Language, other),
        };
    });

    public Task<IResult> ActivateAsync(HttpContext http, string version, CancellationToken stop) => sheets.ForStaffAsync(http, async speaker =>
    {
        var form = await http.Request.ReadFormAsync(stop);
        if (!DateOnly.TryParseExact(form["from"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var from))
            return await DiffAsync(http, speaker, version, sheets.Say(speaker.Language, "dirWhichDay"), StatusCodes.Status422UnprocessableEntity, stop);
        int? seen = int.TryParse(form["seen"], NumberStyles.None, CultureInfo.InvariantCulture, out var known) ? known : null;
        return await office.PostAsync<DirectoryActivationView>(speaker, Paths.DirectoryActivations(version), new PutInForce(from, form["note"].ToString().Trim() is { Length: > 0 } note ? note : null, seen), stop) switch
        {
            Answer<DirectoryActivationView>.Got => Results.Redirect("/directory?done=1"),
            Answer<DirectoryActivationView>.Refused { Problem: var problem } when !problem.IsNotTheirs() => await DiffAsync(http, speaker, version, SentenceOf(problem), problem.Status, stop),
            var other => Trouble(http, speaker.Language, other),
        };
    });

    /// <param name="version">Its id or number.</param>
    public Task<IResult> FileAsync(HttpContext http, string version, CancellationToken stop) => sheets.ForStaffAsync(http, async speaker =>
    {
        var isCsv = http.Request.Query["as"] == "csv";
        http.Response.Headers.CacheControl = "no-store";
        return await office.GetFileAsync(speaker, $"{Paths.DirectoryExport(version)}?as={(isCsv ? "csv" : "xlsx")}", stop) switch
        {
            Answer<Paper>.Got { Value: var file } => Results.File(file.Content, file.ContentType, isCsv ? "directory.zip" : "directory.xlsx"),
            var other => Trouble(http, speaker.Language, other),
        };
    });

    private async Task<IResult> BookAsync(HttpContext http, Speaker speaker, Tried tried, int status, CancellationToken stop) =>
        await office.GetAsync<DirectoryBook>(speaker, Routes.Directories, stop) switch
        {
            Answer<DirectoryBook>.Got { Value: var book } => pages.Book(http, speaker.Language, book, tried, status),
            var other => Trouble(http, speaker.Language, other),
        };

    private async Task<IResult> DiffAsync(HttpContext http, Speaker speaker, string version, string? wrong, int status, CancellationToken stop)
    {
        var (diff, book) = (office.GetAsync<DirectoryDiffView>(speaker, Paths.DirectoryDiff(version), stop), office.GetAsync<DirectoryBook>(speaker, Routes.Directories, stop));
        return (await diff, await book) switch
        {
            (Answer<DirectoryDiffView>.Got { Value: var changes }, Answer<DirectoryBook>.Got { Value: var known }) => pages.Version(http, speaker.Language, known, changes, wrong, status),
            (Answer<DirectoryDiffView>.Got, var other) => Trouble(http, speaker.Language, other),
            (var other, _) => Trouble(http, speaker.Language, other),
        };
    }

    private IResult Trouble<T>(HttpContext http, Language language, Answer<T> answer) => sheets.Answered(
        http, language, answer, _ => Results.NoContent(),
        problem => problem.IsNotTheirs() ? sheets.Message(http, language, "dirNotYours", StatusCodes.Status403Forbidden) : sheets.Message(http, language, "dirUnknown", StatusCodes.Status404NotFound));

    private static string SentenceOf(Problem problem) => problem.Errors is { Count: > 0 } errors ? string.Join(" ", errors.Values.SelectMany(sentences => sentences)) : problem.Detail ?? problem.Title;
}

/// <summary>What came of the last try to hand in a file.</summary>
/// <param name="Wrong">Why it was not taken; <c>null</c>: nothing was tried.</param>
internal sealed record Tried(string? Wrong, string File = "", DirectoryReport? Report = null)
{
    public static Tried Nothing { get; } = new(null as string);
}
