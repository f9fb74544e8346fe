using System.Collections.Immutable;
using OneVisit.Catalogue.Linting;
using OneVisit.Catalogue.Yaml;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Places;
using OneVisit.Domain.Services;
using OneVisit.Domain.Supervision;

namespace OneVisit.Catalogue.Reading;

/// <summary>Reads all files of a catalogue; mistakes are collected by <see cref="Faults"/>.</summary>
internal static class CatalogueReader
{
    public static Content Read(CatalogueFiles files)
    {
        var acts = new ActBook(files.Single("acts.yaml"));
        var materials = new MaterialBook(files.Single("materials.yaml"), acts);
        var lifeEvents = new LifeEventBook(files.Single("life-events.yaml"));
        var procedures = new ProcedureReader(acts, new DeciderBook(files.Single("deciders.yaml")));
        var content = new Content(
            new ServiceReader(acts, materials, lifeEvents, procedures, new WordLint()).Read(files.Of("services")),
            lifeEvents.All,
            CalendarReader.Read(files.Of("calendars"), acts),
            PlaceReader.Read(files.Single("places.yaml")),
            new ParameterBook(files.Single("parameters.yaml"), acts),
            SupervisionBook.Criteria(files.Single("review-criteria.yaml"), acts),
            SupervisionBook.Grades(files.Single("rating-tags.yaml")));
        // A misspelt reference or an unreadable file leaves acts uncited, too: one mistake is told once.
        if (!files.HaveFaults)
            acts.CheckCited();
        return content;
    }

    internal sealed record Content(
        ImmutableArray<Service> Services, ImmutableArray<LifeEvent> LifeEvents, WorkingDayCalendar Calendar, Gazetteer Places, ParameterBook Parameters,
        ReviewCriteria Criteria, RatingGrades Grades);
}
