using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using OneVisit.Contracts;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Services;
using OneVisit.Functions.Cases;
using OneVisit.Functions.FrontDoor;
using OneVisit.Storage;

namespace OneVisit.Functions.Filing;

/// <summary>The file of a case as it goes to the city: for the city's staff and the township that made it. To anybody else it does not exist.</summary>
public sealed class FetchPackage(CaseCabinet cabinet, DocumentStore store, TimeProvider clock)
{
    [Function(nameof(FetchPackage))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Package)] HttpRequest request, string caseId, CancellationToken cancellation)
    {
        if (request.Caller() is not Caller.Staff staff || await cabinet.FindAsync(caseId, cancellation) is not { Current.Package: { } package } file || !MayOpen(staff, file))
            return Problems.NotFound(request);
        if (await store.OpenPackageAsync(caseId, package.DocumentId, cancellation) is not { } content)
            return Problems.NotFound(request);
        return new FileStreamResult(content, "application/zip") { FileDownloadName = $"{caseId}.zip" };
    }

    // Everything of a household in one file: an agent who ran its errands has no use for it.
    private bool MayOpen(Caller.Staff staff, CaseFile file) =>
        staff.MaySee(file.Current, clock.GetUtcNow()) && staff.Member.PostsOn(clock.Today()).Any(post => !post.Role.IsAgent());
}
