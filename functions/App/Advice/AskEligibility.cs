using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using OneVisit.Catalogue;
using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Eligibility;
using OneVisit.Functions.FrontDoor;
using OneVisit.Functions.Words;

namespace OneVisit.Functions.Advice;

/// <summary>A household told in facts, known or not; preliminary verdicts on every service that has rules, with law and arithmetic. Nothing is kept.</summary>
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
        var household = HouseholdReading.Of(asked.Household, clock.Today(), errors);
        var services = Chosen(asked.Services, errors);
        if (errors.Any)
            return Problems.Invalid(request, errors.Fields);
        var parameters = catalogue.ParametersOn(clock.Today());
        var counted = household!.Counted(parameters);
        return Answers.Json(new EligibilityResponse(
            parameters.On, [.. services.Select(service => Verdict(service, counted.Household, parameters, language))], CountingWords.Of(counted, language)));
    }

    private static ServiceVerdict Verdict(string service, Household household, EligibilityParameters parameters, Language language) => ServiceRules.Knows(service)
        ? VerdictWords.Of(service, ServiceRules.Evaluate(service, household, parameters), language)
        : VerdictWords.WithoutRules(service);

    private string[] Chosen(IReadOnlyList<string>? asked, FieldErrors errors)
    {
        if (asked is null || asked.Count == 0)
            return [.. ServiceRules.Codes.Order(StringComparer.Ordinal)];
        if (asked.Any(code => code is null || catalogue.Find(code) is null))
            errors.Add("services", "field.service-unknown");
        return [.. asked.Distinct()];
    }
}
