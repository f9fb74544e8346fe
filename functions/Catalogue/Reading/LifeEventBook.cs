using System.Collections.Immutable;
using OneVisit.Catalogue.Yaml;
using OneVisit.Domain.Services;

namespace OneVisit.Catalogue.Reading;

/// <summary>What happens in people's lives, from <c>life-events.yaml</c>.</summary>
internal sealed class LifeEventBook
{
    private readonly List<LifeEvent> events = [];

    public LifeEventBook(YamlMap file)
    {
        foreach (var map in file.Maps("life_events"))
        {
            var read = new LifeEvent(map.Scalar("id"), map.Words("name"), map.Flag("child"));
            if (Find(read.Id) is not null)
                map.Fault(FaultKind.DuplicateId, read.Id, "id");
            events.Add(read);
            map.Done();
        }
        file.Done();
    }

    public ImmutableArray<LifeEvent> All => [.. events];

    /// <summary>Those a service names under <c>life_events</c>.</summary>
    public ImmutableArray<LifeEvent> Of(YamlMap service)
    {
        var ids = service.Scalars("life_events").ToArray();
        foreach (var id in ids.Where(id => Find(id) is null))
            service.Fault(FaultKind.UnknownReference, id, "life_events");
        return [.. ids.Select(Find).OfType<LifeEvent>()];
    }

    private LifeEvent? Find(string id) => events.Find(known => known.Id == id);
}
