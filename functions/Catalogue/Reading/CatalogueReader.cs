using System.Collections.Immutable;
using OneVisit.Catalogue.Yaml;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Places;
using OneVisit.Domain.Services;

namespace OneVisit.Catalogue.Reading;

/// <summary>Reads all files of a catalogue; mistakes are collected by <see cref="Faults"/>.</summary>
internal static class CatalogueReader
{
    public static Content Read(CatalogueFiles files)
    {
        var acts = new ActBook(files.Single("acts.yaml"));
        var materials = new MaterialBook(files.Single("materials.yaml"));
        return new Content(
            new ServiceReader(acts, materials).Read(files.Of("services")),
            CalendarReader.Read(files.Of("calendars"), acts),
            PlaceReader.Read(files.Single("places.yaml")),
            new ParameterBook(files.Single("parameters.yaml"), acts));
    }

    internal sealed record Content(ImmutableArray<Service> Services, WorkingDayCalendar Calendar, Gazetteer Places, ParameterBook Parameters);
}
