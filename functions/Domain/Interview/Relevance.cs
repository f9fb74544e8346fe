using System.Collections.Immutable;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Interview;

/// <summary>Which services to ask about, from where somebody starts and what they tell.</summary>
public static class Relevance
{
    /// <summary>Codes of the services of a life event, without those that must be wished for by themselves, unless the event is such a wish.</summary>
    public static ImmutableArray<string> OfEvent(InterviewPlan plan, IEnumerable<Service> services, string lifeEvent)
    {
        var isWish = plan.Wishes.Contains(lifeEvent);
        return
        [
            .. services.Where(service => service.LifeEvents.Any(known => known.Id == lifeEvent) && (isWish || !plan.OnlyWhenWished.Contains(service.Code)))
                .Select(service => service.Code),
        ];
    }

    /// <summary>A service wished for, by menu or in free text, and those that usually go with it.</summary>
    public static ImmutableArray<string> OfService(InterviewPlan plan, string code) =>
        plan.GoesWith.TryGetValue(code, out var others) ? [code, .. others] : [code];

    /// <summary>With the services that follow from what was told.</summary>
    public static ImmutableArray<string> After(InterviewPlan plan, ImmutableArray<string> services, Told told, EligibilityParameters parameters)
    {
        var signs = Signs.Of(told, parameters);
        foreach (var follow in plan.Follows)
        {
            if (!follow.Services.All(services.Contains) && signs.See(follow.When))
                services = [.. services.Union(follow.Services)];
        }
        return services;
    }
}
