using OneVisit.Catalogue;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Interview;
using OneVisit.Domain.Tests.Eligibility;

namespace OneVisit.Domain.Tests.Interview.Simulation;

/// <summary>Every golden household, interviewed from each life event of its service.</summary>
internal static class GoldenInterviews
{
    private static readonly CityCatalogue Catalogue = Eligibility.Households.City;

    public static InterviewPlan Plan => Catalogue.Interview;

    public static IEnumerable<(GoldenHousehold Golden, string LifeEvent)> Cases() =>
        from golden in Households()
        from lifeEvent in Catalogue.Find(golden.Service)!.LifeEvents
        select (golden, lifeEvent.Id);

    public static Interviewer FromEvent(string lifeEvent) =>
        About([.. Relevance.OfEvent(Plan, Catalogue.Services, lifeEvent)]);

    /// <summary>All services that have rules.</summary>
    public static Interviewer AboutEverything() => About(Eligibility.Households.Codes);

    public static Interviewer About(params string[] services) => new(Plan, Catalogue.Services, Eligibility.Households.Parameters, services);

    public static Resident ResidentOf(Household truth) => new(truth, Eligibility.Households.Parameters.On);

    private static IEnumerable<GoldenHousehold> Households()
    {
        var assembly = typeof(GoldenInterviews).Assembly;
        return assembly.GetManifestResourceNames().Where(name => name.StartsWith("Golden.", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .SelectMany(name => GoldenHousehold.In(new StreamReader(assembly.GetManifestResourceStream(name)!)));
    }
}
