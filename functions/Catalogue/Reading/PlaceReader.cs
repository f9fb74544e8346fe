using OneVisit.Catalogue.Yaml;
using OneVisit.Domain.Law;
using OneVisit.Domain.Places;

namespace OneVisit.Catalogue.Reading;

/// <summary>Townships and villages, from <c>places.yaml</c>.</summary>
internal static class PlaceReader
{
    private const int TownshipCodeLength = 9;
    private const int VillageCodeLength = 12;

    public static Gazetteer Read(YamlMap file)
    {
        var townships = new Dictionary<string, Township>(StringComparer.Ordinal);
        foreach (var map in file.Maps("townships"))
        {
            var township = new Township(Code(map, TownshipCodeLength), map.Words("name"), map.Flag("active", otherwise: true), map.Status());
            if (!townships.TryAdd(township.Code, township))
                map.Fault(FaultKind.DuplicateId, township.Code, "code");
            map.Done();
        }
        var villages = new Dictionary<string, Village>(StringComparer.Ordinal);
        foreach (var map in file.Maps("villages"))
        {
            var village = Village(map, townships);
            if (!villages.TryAdd(village.Code, village))
                map.Fault(FaultKind.DuplicateId, village.Code, "code");
        }
        file.Done();
        return new Gazetteer(townships.Values, villages.Values);
    }

    // Place codes nest: a village's code begins with its township's.
    private static Village Village(YamlMap map, Dictionary<string, Township> townships)
    {
        var code = Code(map, VillageCodeLength);
        var township = code.Length == VillageCodeLength ? code[..TownshipCodeLength] : "";
        var village = new Village(code, map.Words("name"), township, map.Status());
        map.Done();
        if (township.Length > 0 && !townships.ContainsKey(township))
            map.Fault(FaultKind.UnknownReference, township, "code");
        return village;
    }

    private static string Code(YamlMap map, int length)
    {
        var code = map.Scalar("code");
        if (code.Length > 0 && (code.Length != length || code.AsSpan().ContainsAnyExceptInRange('0', '9')))
            map.Fault(FaultKind.WrongValue, $"code: {code}", "code");
        return code;
    }
}
