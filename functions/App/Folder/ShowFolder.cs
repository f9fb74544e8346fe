using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using OneVisit.Contracts;
using OneVisit.Functions.Cases;
using OneVisit.Functions.FrontDoor;
using OneVisit.Papers;

namespace OneVisit.Functions.Folder;

/// <summary>A whole case on one page, for its owner and for the staff it passes. To anybody else it does not exist.</summary>
public sealed class ShowFolder(FolderWords words)
{
    [Function(nameof(ShowFolder))]
    public IActionResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Folder)] HttpRequest request, string caseId) =>
        Answers.Json(words.View(request.Case(), request.Caller() is Caller.Staff, request.Language()));
}

/// <summary>The same on paper.</summary>
public sealed class PrintFolder(FolderWords words, TimeProvider clock)
{
    [Function(nameof(PrintFolder))]
    public IActionResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.FolderPaper)] HttpRequest request, string caseId)
    {
        var paper = new FolderPaper(words.View(request.Case(), request.Caller() is Caller.Staff, request.Language()), request.Language(), clock.GetUtcNow()).Set();
        return Answers.Pdf(request, PaperPress.Print(paper).Content, "folder");
    }
}
