using Microsoft.AspNetCore.Mvc;
using OneVisit.Bot.BackOffices;
using OneVisit.Bot.Forms;
using OneVisit.Bot.Papers;
using OneVisit.Bot.Sessions;
using OneVisit.Bot.Turns;
using OneVisit.Contracts;
using OneVisit.Domain.Documents;

namespace OneVisit.Bot.Pages;

/// <summary>What the staff page reads from the back office, for the person signed in.</summary>
internal static class StaffEndpoints
{
    public static void MapStaff(this IEndpointRouteBuilder app)
    {
        var staff = app.MapGroup("/staff").RequireAuthorization(StaffSignIn.Scheme);
        staff.MapGet("/tasks", (string? after, HttpContext http, BackOffice office, CancellationToken stop) => WorkPages.TryRead(after, out var last)
            ? ReadAsync<TaskView[]>(http, office, last is { } task ? WorkPages.Behind(task.DueOn, task.CaseId, task.TaskId) : Routes.Work, stop)
            : Task.FromResult(Results.BadRequest()));
        staff.MapGet("/clients", (HttpContext http, BackOffice office, CancellationToken stop) => ReadAsync<ClientView[]>(http, office, Routes.Clients, stop));
        staff.MapPost("/clients/{caseId}/papers/{material}", PhotoAsync).AddEndpointFilter<PageRequestFilter>().WithMetadata(new RequestSizeLimitAttribute(DocumentReading.MostBytes + 1024));
        staff.MapGet("/papers/{caseId}/{documentId}", PaperAsync);
        staff.MapGet("/papers/{caseId}/forms/{material}", FormAsync);
        staff.MapGet("/papers/{caseId}/issued/{kind}", IssuedAsync);
        staff.MapGet("/papers/{caseId}/notice", (string caseId, HttpContext http, BackOffice office, CancellationToken stop) => FileAsync(http, office, Paths.NoticePaper(caseId), "notice", stop));
        staff.MapGet("/papers/{caseId}/package", PackageAsync);
        staff.MapGet("/me", (HttpContext http, BackOffice office, CancellationToken stop) => ReadAsync<Me>(http, office, Routes.Me, stop));
    }

    // From the doorstep, past the chat: it may come again until an answer was heard, and the same photo is one paper.
    private static async Task<IResult> PhotoAsync(string caseId, string material, HttpContext http, BackOffice office, CancellationToken stop)
    {
        if (SheetAnswers.Staff(http) is not { } speaker) return Results.Unauthorized();
        using var bytes = new MemoryStream();
        await http.Request.Body.CopyToAsync(bytes, stop);
        var name = Uri.UnescapeDataString(http.Request.Headers[Headers.FileName].ToString());
        return await office.UploadAsync<DocumentView>(speaker, Paths.CaseDocuments(caseId), bytes.ToArray(), name, material, stop) switch
        {
            Answer<DocumentView>.Got { Value: var paper } => Results.Json(paper, Wire.Json),
            Answer<DocumentView>.Refused { Problem: var problem } => Results.Json(problem, Wire.Json, "application/problem+json", problem.Status),
            _ => Results.StatusCode(StatusCodes.Status503ServiceUnavailable),
        };
    }

    private static async Task<IResult> PaperAsync(string caseId, string documentId, HttpContext http, PaperDoor papers, CancellationToken stop)
    {
        if (SheetAnswers.Staff(http) is not { } speaker) return Results.Unauthorized();
        return Opened(await papers.AskAsync(speaker, caseId, documentId, stop), paper => papers.Show(http, paper, PaperTicket.OfStaff(speaker, caseId, documentId)));
    }

    private static async Task<IResult> FormAsync(string caseId, string material, HttpContext http, BackOffice office, CancellationToken stop) => SheetAnswers.Staff(http) is not { } speaker
        ? Results.Unauthorized()
        : Opened(await office.GetFormAsync(speaker, caseId, material, stop), form => FormFiles.Of(http, form, material));

    private static async Task<IResult> IssuedAsync(string caseId, string kind, HttpContext http, BackOffice office, CancellationToken stop) => SheetAnswers.Staff(http) is not { } speaker
        ? Results.Unauthorized()
        : Opened(await office.GetIssuedAsync(speaker, caseId, kind, stop), paper => FormFiles.Of(http, paper, kind));

    private static IResult Opened(Answer<Paper> answer, Func<Paper, IResult> show) => answer switch
    {
        Answer<Paper>.Got { Value: var paper } => show(paper),
        Answer<Paper>.Refused => Results.NotFound(),
        _ => Results.StatusCode(StatusCodes.Status503ServiceUnavailable),
    };

    private static async Task<IResult> PackageAsync(string caseId, HttpContext http, BackOffice office, CancellationToken stop)
    {
        if (SheetAnswers.Staff(http) is not { } speaker) return Results.Unauthorized();
        http.Response.Headers.CacheControl = "no-store";
        return Opened(
            await office.GetFileAsync(speaker, Paths.Package(caseId), stop),
            zip => Results.File(zip.Content, zip.ContentType, $"{new string([.. caseId.Where(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-').Take(40)])}.zip"));
    }

    private static async Task<IResult> FileAsync(HttpContext http, BackOffice office, string route, string name, CancellationToken stop) => SheetAnswers.Staff(http) is not { } speaker
        ? Results.Unauthorized()
        : Opened(await office.GetFileAsync(speaker, route, stop), file => FormFiles.Of(http, file, name));

    private static async Task<IResult> ReadAsync<T>(HttpContext http, BackOffice office, string route, CancellationToken stop)
    {
        if (SheetAnswers.Staff(http) is not { } speaker) return Results.Unauthorized();
        http.Response.Headers.CacheControl = "no-store";
        return await office.GetAsync<T>(speaker, route, stop) switch
        {
            Answer<T>.Got { Value: var value } => Results.Json(value, Wire.Json),
            Answer<T>.Refused { Problem.Status: StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden } => Results.StatusCode(StatusCodes.Status403Forbidden),
            Answer<T>.Refused => Results.StatusCode(StatusCodes.Status502BadGateway),
            _ => Results.StatusCode(StatusCodes.Status503ServiceUnavailable),
        };
    }
}
