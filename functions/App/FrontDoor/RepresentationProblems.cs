using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using OneVisit.Contracts;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Functions.Cases;
using OneVisit.Functions.Words;

namespace OneVisit.Functions.FrontDoor;

/// <summary>What who acted for somebody is told afterwards: that it has ended, since when, and who goes on. Nothing of the case.</summary>
internal static class RepresentationProblems
{
    public static IActionResult Ended(HttpRequest request, CaseFile file, DateOnly today)
    {
        var (language, ending) = (request.Language(), file.Current.Holding!.EndingOn(today)!);
        var office = ActorWords.OfOffice(Offices.InChargeOf(file.Current.Applicant.VillageCode, OfficeLevel.Township), file.Catalogue.Places, language);
        return Problems.Of(
            language, StatusCodes.Status403Forbidden, ProblemCodes.RepresentationEnded,
            Sentences.Of(language, "problem.representation-ended." + ending.Why.Code(), Sentences.Day(language, ending.On), office));
    }
}
