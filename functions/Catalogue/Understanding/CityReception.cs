using System.Collections.Immutable;
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
        var faults = new Faults();
        var files = new CatalogueFiles(texts, faults);
        var table = SpeechReader.ReadTable(files.Single("understanding/speech.yaml"));
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
        if (faults.InOrder() is { IsEmpty: false } found) throw new CatalogueFaultsException(found);
        var watch = new EmergencyWatch(emergencies.Select(emergency => emergency.Signs));
        var finder = MeaningFinder.Learn(frames.Around(examples.Concat(services.SelectMany(OwnWords))), table, watch);
        return new Reception(finder, offices, [.. emergencies.Select(emergency => emergency.Emergency)]);
    }

    private static IEnumerable<Example> OwnWords(Service service) => [new(service.Code, service.Name.Zh), new(service.Code, service.Name.En)];

    // A service may be written about before its own file is there.
    private static bool IsCode(string code) => Meanings.All.Contains(code) || (code is ['D' or 'A', _, _, _, ..] && code.Contains('.'));
}
