using OneVisit.Bot.BackOffices;
using OneVisit.Bot.Forms;
using OneVisit.Bot.Pages;
using OneVisit.Bot.Turns;
using OneVisit.Contracts;
using OneVisit.Domain;

namespace OneVisit.Bot.Folder;

/// <summary>A case on one page: for staff who are signed in, by its number; for the household, by a link from its chat that is good for half an hour.</summary>
internal static class FolderEndpoints
{
    public static void AddFolder(this IServiceCollection services)
    {
        services.AddSingleton<FolderPages>();
        services.AddTransient<FolderDoor>();
    }

    public static void MapFolder(this IEndpointRouteBuilder app)
    {
        app.MapGet("/folder/{caseId}", (string caseId, HttpContext http, FolderDoor door, CancellationToken stop) => door.StaffAsync(http, caseId, stop));
        app.MapGet("/folder/{caseId}/paper", (string caseId, HttpContext http, FolderDoor door, CancellationToken stop) => door.StaffPaperAsync(http, caseId, stop));
        app.MapGet("/forms/{token}/folder", (string token, HttpContext http, FolderDoor door, CancellationToken stop) => door.ResidentAsync(http, token, stop));
        app.MapGet("/forms/{token}/folder/paper", (string token, HttpContext http, FolderDoor door, CancellationToken stop) => door.ResidentPaperAsync(http, token, stop));
    }
}

/// <summary>Opens a folder for who may see its case; to everybody else it is not there.</summary>
internal sealed class FolderDoor(BackOffice office, FormLinks links, LinkSpeakers speakers, FolderPages pages, SheetPages sheets)
{
    public Task<IResult> StaffAsync(HttpContext http, string caseId, CancellationToken stop) =>
        sheets.ForStaffAsync(http, speaker => ShownAsync(http, speaker.Language, speaker, caseId, FolderLinks.OfStaff(caseId), stop));

    public Task<IResult> StaffPaperAsync(HttpContext http, string caseId, CancellationToken stop) =>
        sheets.ForStaffAsync(http, speaker => PrintedAsync(http, speaker.Language, speaker, caseId, stop));

    public async Task<IResult> ResidentAsync(HttpContext http, string token, CancellationToken stop) => Read(http, token) is ({ CaseId: { } caseId } link, var language) && await speakers.OfAsync(link, stop) is { } speaker
        ? await ShownAsync(http, language, speaker with { Language = language }, caseId, FolderLinks.OfResident(token, kind => links.TokenOf(link with { Material = kind }, FormLinks.Lifetime)), stop)
        : Closed(http, token);

    public async Task<IResult> ResidentPaperAsync(HttpContext http, string token, CancellationToken stop) => Read(http, token) is ({ CaseId: { } caseId } link, var language) && await speakers.OfAsync(link, stop) is { } speaker
        ? await PrintedAsync(http, language, speaker with { Language = language }, caseId, stop)
        : Closed(http, token);

    private (FormLink? Link, Language Language) Read(HttpContext http, string token) => links.Read(token) is FormLinkReading.Open { Link: var link }
        ? (link, http.Request.Query.ContainsKey("lang") ? PageEndpoints.LanguageOf(http) : link.Speaker.Language)
        : (null, PageEndpoints.LanguageOf(http));

    private IResult Closed(HttpContext http, string token) => links.Read(token) is FormLinkReading.Expired expired
        ? sheets.Message(http, expired.Language, "formExpired", StatusCodes.Status410Gone)
        : sheets.Message(http, PageEndpoints.LanguageOf(http), "folderUnknown", StatusCodes.Status404NotFound);

    private async Task<IResult> ShownAsync(HttpContext http, Language language, Speaker speaker, string caseId, FolderLinks open, CancellationToken stop) => sheets.Answered(
        http, language, await office.GetAsync<CaseFolder>(speaker, Paths.Folder(caseId), stop), folder => pages.Show(http, language, folder, open), problem => Refused(http, language, problem));

    private async Task<IResult> PrintedAsync(HttpContext http, Language language, Speaker speaker, string caseId, CancellationToken stop) => sheets.Answered(
        http, language, await office.GetFileAsync(speaker, Paths.FolderPaper(caseId), stop), paper => FormFiles.Of(http, paper, "folder"), problem => Refused(http, language, problem));

    // The chat asks who one is, and makes a new link.
    private IResult Refused(HttpContext http, Language language, Problem problem) =>
        problem.Code == ProblemCodes.ProofNeeded ? sheets.Message(http, language, "formExpired", StatusCodes.Status410Gone) : Unknown(http, language);

    private IResult Unknown(HttpContext http, Language language) => sheets.Message(http, language, "folderUnknown", StatusCodes.Status404NotFound);
}

/// <summary>Where the papers of a folder are opened, for who looks at it.</summary>
/// <param name="Package"><c>null</c>: not for them.</param>
internal sealed record FolderLinks(string Paper, Func<string, string> Document, Func<string, string> Issued, string? Package)
{
    public static FolderLinks OfStaff(string caseId)
    {
        var (folder, papers) = ($"/folder/{Uri.EscapeDataString(caseId)}/paper", $"/staff/papers/{Uri.EscapeDataString(caseId)}");
        return new(folder, id => $"{papers}/{Uri.EscapeDataString(id)}", kind => $"{papers}/issued/{Uri.EscapeDataString(kind)}", $"{papers}/package");
    }

    /// <param name="tokenOf">A link of its own for each kind of paper.</param>
    public static FolderLinks OfResident(string token, Func<string, string> tokenOf) =>
        new($"/forms/{token}/folder/paper", id => $"/forms/{token}/signed/{Uri.EscapeDataString(id)}", kind => $"/forms/{tokenOf(kind)}/paper", null);
}
