using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using OneVisit.Contracts;
using OneVisit.Functions.Cases;
using OneVisit.Functions.FrontDoor;
using OneVisit.Papers;

namespace OneVisit.Functions.Folder;

/// <summary>A whole case on one page, for its owner and for the staff it passes. To anybody else it does not exist.</summary>
public sealed class ShowFolder(CaseCabinet cabinet, FolderWords words, TimeProvider clock)
{
    [Function(nameof(ShowFolder))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Folder)] HttpRequest request, string caseId, CancellationToken cancellation) =>
        await cabinet.FindAsync(caseId, cancellation) is { } file && request.Caller().MaySee(file.Current, clock.GetUtcNow())
            ? Answers.Json(words.View(file, request.Caller() is Caller.Staff, request.Language()))
            : Problems.NotFound(request);
}

/// <summary>The same on paper.</summary>
public sealed class PrintFolder(CaseCabinet cabinet, FolderWords words, TimeProvider clock)
{
    [Function(nameof(PrintFolder))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.FolderPaper)] HttpRequest request, string caseId, CancellationToken cancellation)
    {
        if (await cabinet.FindAsync(caseId, cancellation) is not { } file || !request.Caller().MaySee(file.Current, clock.GetUtcNow()))
            return Problems.NotFound(request);
        var paper = new FolderPaper(words.View(file, request.Caller() is Caller.Staff, request.Language()), request.Language(), clock.GetUtcNow()).Set();
        return Answers.Pdf(request, PaperPress.Print(paper).Content, "folder");
    }
}
