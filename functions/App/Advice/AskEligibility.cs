using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using OneVisit.Catalogue;
using OneVisit.Contracts;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Services;
using OneVisit.Functions.FrontDoor;
using OneVisit.Functions.Words;

namespace OneVisit.Functions.Advice;

/// <summary>A household told in facts, known or not; preliminary verdicts on every service, with law and arithmetic. Nothing is kept.</summary>
public sealed class AskEligibility(CityCatalogue catalogue, TimeProvider clock)
{
    [Function(nameof(AskEligibility))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Eligibility)] HttpRequest request, CancellationToken cancellation)
    {
        var reading = await JsonRequest.ReadAsync<EligibilityRequest>(request, cancellation);
        if (reading.Value is not { } asked)
            return reading.Problem!;
        var language = request.Language();
        var errors = new FieldErrors(language);
        var household = HouseholdReading.Of(asked.Household, catalogue.Benefits, clock.Today(), errors);
        var services = Chosen(asked.Services, errors);
        if (errors.Any)
            return Problems.Invalid(request, errors.Fields);
        var parameters = catalogue.ParametersOn(clock.Today());
        var counted = household!.Counted(parameters);
        var words = new ParameterText(catalogue);
        return Answers.Json(new EligibilityResponse(
            parameters.On,
            [.. services.Select(service => VerdictWords.Of(service.Code, service.Eligibility.Evaluate(counted.Household, parameters), words, language))],
            CountingWords.Of(counted, language)));
    }

    private Service[] Chosen(IReadOnlyList<string>? asked, FieldErrors errors)
    {
        if (asked is null || asked.Count == 0)
            return [.. catalogue.Services.Where(service => service.ExistsOn(clock.Today()))];
        var found = asked.Distinct().Select(code => code is null ? null : catalogue.Find(code)).ToArray();
        if (found.Contains(null))
            errors.Add("services", "field.service-unknown");
        return [.. found.OfType<Service>()];
    }
}
