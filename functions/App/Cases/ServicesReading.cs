using System.Collections.Immutable;
using System.Globalization;
using OneVisit.Catalogue;
using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Services;
using OneVisit.Functions.FrontDoor;

namespace OneVisit.Functions.Cases;

/// <summary>Checks the services that are applied for together: known, open, each once, and none that another excludes.</summary>
internal static class ServicesReading
{
    /// <returns>In the order of the catalogue; something meaningless when there was an error.</returns>
    public static ImmutableArray<Service> Of(IReadOnlyList<string>? codes, CityCatalogue catalogue, DateOnly today, FieldErrors errors, Language language)
    {
        if (codes is not { Count: >= 1 and <= SubmitApplication.MostServices })
        {
            errors.Add("services", "field.services", SubmitApplication.MostServices);
            return [];
        }
        if (codes.Distinct(StringComparer.Ordinal).Count() < codes.Count)
            errors.Add("services", "field.services-twice");
        var found = codes.Select((code, at) => One(code, Field(at), catalogue, today, errors)).ToArray();
        for (var at = 0; at < found.Length; at++)
        {
            foreach (var earlier in found.Take(at).OfType<Service>().Where(earlier => found[at] is { } one && one.Code != earlier.Code && one.Excludes(earlier)))
                errors.Add(Field(at), "field.services-exclude", found[at]!.Name.In(language), earlier.Name.In(language));
        }
        return [.. catalogue.Services.Where(found.Contains)];
    }

    public static Service? One(string? code, string field, CityCatalogue catalogue, DateOnly today, FieldErrors errors)
    {
        var service = code is null ? null : catalogue.Find(code);
        if (service is null)
            errors.Add(field, "field.service-unknown");
        else if (!service.TakesApplications || !service.ExistsOn(today))
            errors.Add(field, "field.service-not-open");
        return service;
    }

    private static string Field(int at) => string.Create(CultureInfo.InvariantCulture, $"services[{at}]");
}
