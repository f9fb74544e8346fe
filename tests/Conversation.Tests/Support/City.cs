using OneVisit.Catalogue;
using OneVisit.Catalogue.Understanding;
using OneVisit.Domain.Understanding;

namespace OneVisit.Conversation.Tests.Support;

/// <summary>The demo city as the conversation sees it; submission ids are counted.</summary>
internal static class City
{
    private static readonly CityCatalogue Catalogue = CityCatalogue.Load();
    private static readonly Reception Reception = CityReception.Open(Catalogue.Services);

    /// <summary>Tuesday, 24 November 2026, 10:00 in Beijing.</summary>
    public static DateTimeOffset Now { get; } = new(2026, 11, 24, 10, 0, 0, TimeSpan.FromHours(8));

    public static StaffDesk Desk() => new(service: Catalogue.Find("D1.2"));

    public static DialogueWorld World()
    {
        var ids = 0;
        return new DialogueWorld(Catalogue.Find("D1.2")!, Catalogue.ParametersOn, Catalogue.Places, () => $"submission-number-{++ids}") { Reception = Reception, Interview = Catalogue.Interview, Services = Catalogue.Services, LifeEvents = Catalogue.LifeEvents, Calendar = Catalogue.Calendar, Grades = Catalogue.Grades, EvidenceOf = Catalogue.EvidenceOf };
    }
}
