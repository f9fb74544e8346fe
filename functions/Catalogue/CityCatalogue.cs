using System.Collections.Frozen;
using System.Collections.Immutable;
using OneVisit.Catalogue.Reading;
using OneVisit.Catalogue.Yaml;
using OneVisit.Domain;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Interview;
using OneVisit.Domain.Places;
using OneVisit.Domain.Services;

namespace OneVisit.Catalogue;

/// <summary>Everything the city keeps as data: services, parameters, calendars, places. Immutable; load it once.</summary>
public sealed class CityCatalogue
{
    private readonly CatalogueReader.Content content;

    private CityCatalogue(CatalogueReader.Content content)
    {
        this.content = content;
        Benefits = content.Services.Where(service => service.Kind == ServiceKind.Delegated).Select(service => service.Code).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>In order of their codes.</summary>
    public ImmutableArray<Service> Services => content.Services;

    /// <summary>Life events by which services are found, in the order of their file.</summary>
    public ImmutableArray<LifeEvent> LifeEvents => content.LifeEvents;

    public WorkingDayCalendar Calendar => content.Calendar;

    public Gazetteer Places => content.Places;

    /// <summary>Codes of what a household or a person can draw: the delegated services.</summary>
    public FrozenSet<string> Benefits { get; }

    /// <summary>How an interview is held.</summary>
    public InterviewPlan Interview => content.Interview;

    /// <summary>Names of all papers of the master list, by their codes.</summary>
    public IReadOnlyDictionary<string, Text> Papers => content.Papers;

    /// <summary>Every reason for which the law lets an office ask for a paper beyond the list.</summary>
    public ImmutableArray<LegalReason> LegalReasons => content.LegalReasons;

    public Service? Find(string code) => Services.FirstOrDefault(service => service.Code == code);

    /// <summary>The numbers in force on a day; what the catalogue has no number for on that day is <c>null</c>.</summary>
    public EligibilityParameters ParametersOn(DateOnly day) => content.Parameters.On(day);

    /// <summary>A number of <c>parameters.yaml</c> on a day, by its name; <c>null</c>: there is none for that day.</summary>
    public Sourced<decimal>? NumberOn(string name, DateOnly day) => content.Parameters.Number(name, day);

    /// <summary>What a number of <c>parameters.yaml</c> is called.</summary>
    public Text NameOfNumber(string name) => content.Parameters.NameOf(name);

    /// <summary>Reads the catalogue that is built in, or the YAML files of a folder.</summary>
    /// <exception cref="CatalogueFaultsException">The files have mistakes; all of them are listed.</exception>
    public static CityCatalogue Load(string? folder = null) =>
        new(CatalogueFiles.Read(folder is null ? CatalogueFiles.BuiltIn() : CatalogueFiles.OfFolder(folder), CatalogueReader.Read));
}
