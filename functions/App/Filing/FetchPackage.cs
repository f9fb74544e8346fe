using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using OneVisit.Contracts;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Functions.Cases;
using OneVisit.Functions.FrontDoor;
using OneVisit.Storage;

namespace OneVisit.Functions.Filing;

/// <summary>The file of a case as it goes to the city: for the city's staff and the township that made it; the household sees who opened it. To anybody else it does not exist.</summary>
public sealed class FetchPackage(DocumentStore store, PaperLooks looks)
{
    [Function(nameof(FetchPackage))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Package)] HttpRequest request, string caseId, CancellationToken cancellation)
    {
        if (request.Case().Current.Package is not { } package)
            return Problems.NotFound(request);
        if (await looks.NoteAsync(request, SeenKind.Package, "", cancellation) is { } problem)
            return problem;
        if (await store.OpenPackageAsync(caseId, package.DocumentId, cancellation) is not { } content)
            return Problems.NotFound(request);
        return new FileStreamResult(content, "application/zip") { FileDownloadName = $"{caseId}.zip" };
    }
}
