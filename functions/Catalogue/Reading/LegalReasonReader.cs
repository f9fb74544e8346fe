using System.Collections.Immutable;
using OneVisit.Catalogue.Yaml;
using OneVisit.Domain.Services;

namespace OneVisit.Catalogue.Reading;

/// <summary>The closed set of reasons for a paper beyond the list, from <c>legal-reasons.yaml</c>.</summary>
internal static class LegalReasonReader
{
    public static ImmutableArray<LegalReason> Read(YamlMap file, ActBook acts)
    {
        var reasons = new Dictionary<string, LegalReason>(StringComparer.Ordinal);
        foreach (var map in file.Maps("legal_reasons"))
        {
            var reason = new LegalReason(map.Scalar("id"), map.Words("name"), acts.Reference(map.Map("law")));
            if (!reasons.TryAdd(reason.Id, reason))
                map.Fault(FaultKind.DuplicateId, reason.Id, "id");
            map.Done();
        }
        file.Done();
        return [.. reasons.Values];
    }
}
