using System.Collections.Frozen;
using System.Collections.Immutable;
using OneVisit.Catalogue.Reading;
using OneVisit.Catalogue.Understanding;
using OneVisit.Catalogue.Yaml;
using OneVisit.Domain;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Interview;
using OneVisit.Domain.Places;
using OneVisit.Domain.Retention;
using OneVisit.Domain.Services;
using OneVisit.Domain.Supervision;
using OneVisit.Domain.Understanding;

namespace OneVisit.Catalogue;

/// <summary>Everything the city keeps as data: services, parameters, calendars, places, and what people say. Immutable.</summary>
public sealed class CityCatalogue
{
    // What is compiled in is one thing for the whole process: read once, and what people say learnt once.
    private static readonly Lazy<CityCatalogue> BuiltIn = new(() => Load(CataloguePackage.BuiltIn()));

    private readonly CatalogueReader.Content content;
    private readonly Lazy<Reception> reception;

    private CityCatalogue(CatalogueReader.Content content, CataloguePackage package)
    {
        this.content = content;
        Version = package.Version;
        Places = content.Places;
        reception = new(() => CityReception.Open(package.Files, content.Services));
        Benefits = content.Services.Where(service => service.Kind == ServiceKind.Delegated).Select(service => service.Code).ToFrozenSet(StringComparer.Ordinal);
    }

    private CityCatalogue(CityCatalogue other, Gazetteer places)
    {
        (content, reception, Version, Benefits) = (other.content, other.reception, other.Version, other.Benefits);
        Places = places;
    }

    /// <summary>Digest of its files; see <see cref="CataloguePackage.Version"/>.</summary>
    public string Version { get; }

    /// <summary>Understands free text about this catalogue's services. Learnt when it is first asked for, a moment's work.</summary>
    public Reception Reception => reception.Value;

    /// <summary>In order of their codes.</summary>
    public ImmutableArray<Service> Services => content.Services;

    /// <summary>Life events by which services are found, in the order of their file.</summary>
    public ImmutableArray<LifeEvent> LifeEvents => content.LifeEvents;

    public WorkingDayCalendar Calendar => content.Calendar;

    /// <summary>Those of its file, with the villages and grids of the directory laid over them where there is one.</summary>
    public Gazetteer Places { get; }

    /// <summary>Those of its file alone.</summary>
    public Gazetteer OwnPlaces => content.Places;

    /// <summary>Codes of what a household or a person can draw: the delegated services.</summary>
    public FrozenSet<string> Benefits { get; }

    /// <summary>How an interview is held.</summary>
    public InterviewPlan Interview => content.Interview;

    /// <summary>Names of all papers of the master list, by their codes.</summary>
    public IReadOnlyDictionary<string, Text> Papers => content.Papers;

    /// <summary>Every reason for which the law lets an office ask for a paper beyond the list.</summary>
    public ImmutableArray<LegalReason> LegalReasons => content.LegalReasons;

    /// <summary>The paper of the master list by which somebody shows on what they act for another; <c>null</c>: there is none, and nobody is taken on that basis.</summary>
    public Material? EvidenceOf(RepresentationBasis basis) => content.Evidence.GetValueOrDefault(basis);

    public Service? Find(string code) => Services.FirstOrDefault(service => service.Code == code);

    /// <summary>The numbers in force on a day; what the catalogue has no number for on that day is <c>null</c>.</summary>
    public EligibilityParameters ParametersOn(DateOnly day) => content.Parameters.On(day);

    /// <summary>A number of <c>parameters.yaml</c> on a day, by its name; <c>null</c>: there is none for that day.</summary>
    public Sourced<decimal>? NumberOn(string name, DateOnly day) => content.Parameters.Number(name, day);

    /// <summary>What a number of <c>parameters.yaml</c> is called.</summary>
    public Text NameOfNumber(string name) => content.Parameters.NameOf(name);

    /// <summary>By what case files are reviewed now.</summary>
    public ReviewCriteria Criteria => content.Criteria;

    /// <summary>The five grades of the rating with their tags.</summary>
    public RatingGrades Grades => content.Grades;

    /// <summary>Trainings that are asked for before somebody of a point decides; none in catalogues of before there were any.</summary>
    public ImmutableArray<TrainingRule> Trainings => content.Trainings;

    /// <summary>How long everything is kept; in catalogues of before it was said, everything is.</summary>
    public RetentionPlan Retention => content.Retention;

    /// <summary>The numbers of supervision in force on a day.</summary>
    /// <exception cref="InvalidOperationException">One of them is not known for that day: no limit is guessed.</exception>
    public SupervisionLimits SupervisionOn(DateOnly day) => SupervisionBook.LimitsOn(content.Parameters, day);

    /// <summary>The numbers of surveys, data checks, appraisals and visits on a day. What a catalogue of before has no number for is as usual.</summary>
    public CaseRules CaseRulesOn(DateOnly day) => CaseRuleBook.On(content.Parameters, day);

    /// <summary>The same catalogue with other places; what people say is learnt once for both.</summary>
    public CityCatalogue With(Gazetteer places) => new(this, places);

    /// <summary>Reads the catalogue that is built in, or the YAML files of a folder.</summary>
    /// <exception cref="CatalogueFaultsException">The files have mistakes; all of them are listed.</exception>
    public static CityCatalogue Load(string? folder = null) => folder is null ? BuiltIn.Value : Load(CataloguePackage.OfFolder(folder));

    /// <exception cref="CatalogueFaultsException">The files have mistakes; all of them are listed.</exception>
    public static CityCatalogue Load(CataloguePackage package) => new(CatalogueFiles.Read(package.Files, CatalogueReader.Read), package);

    /// <summary>Reads a catalogue of unknown origin: everything in it is checked, what people say as well.</summary>
    public static CatalogueReading Read(CataloguePackage package) => CatalogueLinter.Check(package) is { IsEmpty: false } faults
        ? new CatalogueReading.Faulty(faults)
        : new CatalogueReading.Good(Load(package));

    /// <summary>
    /// Reads a catalogue that was in order when it was handed in. What today's program no longer finds in order is read as if it were not
    /// there: a stricter program takes nothing from the cases that go by the catalogue.
    /// </summary>
    internal static CityCatalogue Recall(CataloguePackage package) => new(CatalogueReader.Read(new CatalogueFiles(package.Files, new Faults())), package);
}

/// <summary>What came of reading a catalogue.</summary>
public abstract record CatalogueReading
{
    public sealed record Good(CityCatalogue City) : CatalogueReading;

    /// <summary>It cannot be used.</summary>
    public sealed record Faulty(ImmutableArray<CatalogueFault> Faults) : CatalogueReading;

    private CatalogueReading() { }
}
