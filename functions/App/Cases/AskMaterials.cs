using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using OneVisit.Catalogue;
using OneVisit.Contracts;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Functions.Advice;
using OneVisit.Functions.FrontDoor;

namespace OneVisit.Functions.Cases;

/// <summary>The combined one-time list (一次性告知) for what a household wants to apply for. Nothing is kept, and the platform is not asked: nobody is named.</summary>
public sealed class AskMaterials(CityCatalogue catalogue, TimeProvider clock)
{
    [Function(nameof(AskMaterials))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Materials)] HttpRequest request, CancellationToken cancellation)
    {
        var reading = await JsonRequest.ReadAsync<MaterialListRequest>(request, cancellation);
        if (reading.Value is not { } asked)
            return reading.Problem!;
        var today = clock.Today();
        var errors = new FieldErrors(request.Language());
        var household = HouseholdReading.Of(asked.Household, catalogue.Benefits, today, errors);
        var services = ServicesReading.Of(asked.Services, catalogue, today, errors, request.Language());
        if (asked.Representation is { } basis && (RepresentationCodes.ParseBasis(basis) is not { } known || catalogue.EvidenceOf(known) is null))
            errors.Add("representation", "field.representative-basis");
        if (errors.Any)
            return Problems.Invalid(request, errors.Fields);
        var list = MaterialList.For(services, household!, today, asked.MandateToAgent).Showing(asked.Representation, services.Select(service => service.Code), catalogue);
        return Answers.Json(MaterialListWords.View(list, today, catalogue.Calendar, request.Language(), asked.Representation));
    }
}
