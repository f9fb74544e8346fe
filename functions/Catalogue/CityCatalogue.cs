using System.Collections.Immutable;
using OneVisit.Catalogue.Reading;
using OneVisit.Catalogue.Yaml;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Places;
using OneVisit.Domain.Services;
using OneVisit.Domain.Supervision;

namespace OneVisit.Catalogue;

/// <summary>Everything the city keeps as data: services, parameters, calendars, places. Immutable; load it once.</summary>
public sealed class CityCatalogue
{
    private readonly CatalogueReader.Content content;

    private CityCatalogue(CatalogueReader.Content content) => this.content = content;

    /// <summary>In order of their codes.</summary>
    public ImmutableArray<Service> Services => content.Services;

    /// <summary>Life events by which services are found, in the order of their file.</summary>
    public ImmutableArray<LifeEvent> LifeEvents => content.LifeEvents;

    public WorkingDayCalendar Calendar => content.Calendar;

    public Gazetteer Places => content.Places;

    public Service? Find(string code) => Services.FirstOrDefault(service => service.Code == code);

    /// <summary>The numbers in force on a day; what the catalogue has no number for on that day is <c>null</c>.</summary>
    public EligibilityParameters ParametersOn(DateOnly day) => content.Parameters.On(day);

    /// <summary>A number of <c>parameters.yaml</c> on a day, by its name; <c>null</c>: there is none for that day.</summary>
    public Sourced<decimal>? NumberOn(string name, DateOnly day) => content.Parameters.Number(name, day);

    /// <summary>By what case files are reviewed now.</summary>
    public ReviewCriteria Criteria => content.Criteria;

    /// <summary>The five grades of the rating with their tags.</summary>
    public RatingGrades Grades => content.Grades;

    /// <summary>The numbers of supervision in force on a day.</summary>
    /// <exception cref="InvalidOperationException">One of them is not known for that day: no limit is guessed.</exception>
    public SupervisionLimits SupervisionOn(DateOnly day) => SupervisionBook.LimitsOn(content.Parameters, day);

    /// <summary>Reads the catalogue that is built in, or the YAML files of a folder.</summary>
    /// <exception cref="CatalogueFaultsException">The files have mistakes; all of them are listed.</exception>
    public static CityCatalogue Load(string? folder = null) =>
        new(CatalogueFiles.Read(folder is null ? CatalogueFiles.BuiltIn() : CatalogueFiles.OfFolder(folder), CatalogueReader.Read));
}
