using OneVisit.Catalogue.Yaml;
using OneVisit.Domain.Services;

namespace OneVisit.Catalogue.Reading;

/// <summary>Who decides, from <c>deciders.yaml</c>.</summary>
internal sealed class DeciderBook
{
    private readonly Dictionary<string, Decider> deciders = new(StringComparer.Ordinal);

    public DeciderBook(YamlMap file)
    {
        foreach (var map in file.Maps("deciders"))
        {
            var decider = new Decider(map.Scalar("id"), map.Words("name"));
            if (!deciders.TryAdd(decider.Id, decider))
                map.Fault(FaultKind.DuplicateId, decider.Id, "id");
            map.Done();
        }
        file.Done();
    }

    /// <summary>The one a procedure names under <c>decider</c>.</summary>
    public Decider? Of(YamlMap procedure)
    {
        var id = procedure.Scalar("decider");
        if (id.Length > 0 && !deciders.ContainsKey(id))
            procedure.Fault(FaultKind.UnknownReference, id, "decider");
        return deciders.GetValueOrDefault(id);
    }
}
