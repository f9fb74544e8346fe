using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using OneVisit.Contracts;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Services;
using OneVisit.Functions.Cases;
using OneVisit.Functions.FrontDoor;
using OneVisit.Storage;

namespace OneVisit.Functions.Oversight;

/// <summary>The city's register of relatives (近亲属备案登记), the latest case first: who is related to whose case, and whether the city has visited.</summary>
public sealed class ListRelatives(OversightBook book, CaseCabinet cabinet)
{
    [Function(nameof(ListRelatives))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Relatives)] HttpRequest request, CancellationToken cancellation)
    {
        var caller = request.Caller();
        var lines = new List<RegisteredRelative>();
        foreach (var caseId in (await book.RelativesAsync(cancellation)).Reverse())
        {
            // Whose own kin it is does not read who declared it.
            if (await cabinet.FindAsync(caseId, cancellation) is { } file && !file.Current.IsRelated(caller.Participant))
                lines.AddRange(file.Current.Relatives.Select(relative => Line(file, relative, request)));
        }
        return Answers.Json(lines.ToArray());
    }

    private static RegisteredRelative Line(CaseFile file, Relative relative, HttpRequest request) => new(
        file.CaseId, file.Current.Application.Service, CaseWords.VillageName(file, request.Language()), file.Current.Applicant.NameMasked,
        CheckViews.View(relative), file.Current.Status.Code(), file.Current.CityVisit?.Done?.At);
}
