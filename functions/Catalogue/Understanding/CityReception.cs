using System.Collections.Immutable;
using OneVisit.Catalogue.Reading;
using OneVisit.Catalogue.Yaml;
using OneVisit.Domain.Services;
using OneVisit.Domain.Understanding;

namespace OneVisit.Catalogue.Understanding;

/// <summary>Makes the city's reception desk of its data: examples, signs of emergencies, other offices, and the services' own words.</summary>
public static class CityReception
{
    /// <param name="services">The services people can be led to; their names and everyday words are learnt as well.</param>
    /// <exception cref="CatalogueFaultsException">The files have mistakes; all of them are listed.</exception>
    public static Reception Open(ImmutableArray<Service> services) => Open(CatalogueFiles.BuiltIn(), services);

    internal static Reception Open(ImmutableSortedDictionary<string, string> texts, ImmutableArray<Service> services)
    {
        var read = CatalogueFiles.Read(texts, Read);
        var watch = new EmergencyWatch(read.Emergencies.Select(emergency => emergency.Signs));
        var finder = MeaningFinder.Learn(read.Frames.Around(read.Examples.Concat(services.SelectMany(OwnWords))), read.Table, watch);
        return new Reception(finder, read.Offices, [.. read.Emergencies.Select(emergency => emergency.Emergency)]);
    }

    /// <summary>Reads without learning: enough to find the mistakes.</summary>
    internal static Content Read(CatalogueFiles files)
    {
        var offices = HelpReader.ReadOffices(files.Single("understanding/offices.yaml"));
        var emergencies = HelpReader.ReadEmergencies(files.Single("understanding/emergencies.yaml"));
        var utterances = files.Single("understanding/utterances.yaml");
        var frames = Frames.Read(utterances);
        var examples = SpeechReader.ReadExamples(utterances, IsCode, (code, topic) => code switch
        {
            Meanings.OffTopic => offices.Any(office => office.Topic == topic),
            Meanings.Emergency => emergencies.Any(emergency => emergency.Emergency.Kind == topic),
            _ => topic is null,
        });
        return new Content(SpeechReader.ReadTable(files.Single("understanding/speech.yaml")), frames, [.. examples], offices, emergencies);
    }

    private static IEnumerable<Example> OwnWords(Service service) =>
        service.Words.All.Prepend(service.Name.En).Prepend(service.Name.Zh).Select(said => new Example(service.Code, said));

    // A service may be written about before its own file is there.
    private static bool IsCode(string code) => Meanings.All.Contains(code) || ServiceOrder.IsCode(code);

    internal sealed record Content(
        SpeechTable Table, Frames Frames, ImmutableArray<Example> Examples,
        ImmutableArray<OtherOffice> Offices, ImmutableArray<(Emergency Emergency, EmergencySigns Signs)> Emergencies);
}
