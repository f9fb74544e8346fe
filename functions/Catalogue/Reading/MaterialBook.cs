using OneVisit.Catalogue.Yaml;
using OneVisit.Domain;
using OneVisit.Domain.Services;

namespace OneVisit.Catalogue.Reading;

/// <summary>The master list of papers, from <c>materials.yaml</c>.</summary>
internal sealed class MaterialBook
{
    private const int MostDeferrableDays = 30;

    private readonly Dictionary<string, Entry> entries = new(StringComparer.Ordinal);

    public MaterialBook(YamlMap file, ActBook acts)
    {
        if (file.MapOrNull("source") is { } source)
            acts.Reference(source);
        foreach (var map in file.Maps("materials"))
        {
            var code = map.Scalar("code");
            var heldBy = map.Has("held_by") ? map.Words("held_by") : null;
            var entry = new Entry(map.Words("name"), map.Words("form"), map.Word("sharing", MaterialSharings.Parse), heldBy);
            if (entry.Sharing is MaterialSharing.Yes or MaterialSharing.Prefilled && heldBy is null)
                map.Fault(FaultKind.MissingKey, "held_by");
            if (Material.NeverLater.Contains(code) && entry.Sharing != MaterialSharing.Never)
                map.Fault(FaultKind.NeverDeferrable, code, "sharing");
            if (!entries.TryAdd(code, entry))
                map.Fault(FaultKind.DuplicateId, code, "code");
            map.Done();
        }
        file.Done();
    }

    /// <summary>Names of all papers by their codes.</summary>
    public IReadOnlyDictionary<string, Text> Names => entries.ToDictionary(entry => entry.Key, entry => entry.Value.Name, StringComparer.Ordinal);

    /// <summary>A paper by which somebody shows on what they act for another: what a register has it is looked up by, everything else is brought, now and not by a commitment.</summary>
    /// <returns><c>null</c>: there is none on this list.</returns>
    public Material? Evidence(string code) => entries.TryGetValue(code, out var entry)
        ? new(code, entry.Name, entry.Form, entry.Sharing == MaterialSharing.Yes, entry.Sharing == MaterialSharing.Yes ? entry.HeldBy : null, NeverWaivable: true)
        {
            Sharing = entry.Sharing,
            Register = entry.HeldBy,
        }
        : null;

    /// <summary>A paper as a service uses it: <c>{ code: M09, provision: needed, when: students, deferrable: 5 }</c>.</summary>
    public Material Use(YamlMap map)
    {
        var code = map.Scalar("code");
        var isHeld = map.Word<bool>("provision", ParseProvision);
        var when = map.Has("when") ? map.Word("when", MaterialConditions.Parse) : MaterialCondition.Always;
        var deferrable = map.IntOrNull("deferrable");
        var commitment = map.Flag("commitment");
        var afterResult = map.Flag("after_result");
        map.Done();
        if (!entries.TryGetValue(code, out var entry))
        {
            map.Fault(FaultKind.UnknownReference, code, "code");
            return new Material(code, new Text("", ""), new Text("", ""), false, null, false);
        }
        CheckProvision(map, code, entry, isHeld);
        CheckLater(map, code, entry, isHeld, deferrable, commitment);
        if (afterResult && deferrable is null)
            map.Fault(FaultKind.WrongValue, $"after_result: {code}", "after_result");
        if (when == MaterialCondition.NotOnRecord && entry is not { Sharing: MaterialSharing.Partly, HeldBy: not null })
            map.Fault(FaultKind.WrongValue, $"when: {code}", "when");
        return new Material(
            code, entry.Name, entry.Form, isHeld, isHeld ? entry.HeldBy : null, entry.Sharing == MaterialSharing.Never, entry.Sharing == MaterialSharing.Prefilled, when,
            deferrable, commitment)
        {
            Sharing = entry.Sharing,
            Register = entry.HeldBy,
            AfterResult = afterResult,
        };
    }

    // What the platform holds may not be asked for (57号 第十条); what it does not hold cannot be called held.
    private static void CheckProvision(YamlMap map, string code, Entry entry, bool isHeld)
    {
        if (entry.Sharing == MaterialSharing.Yes && !isHeld)
            map.Fault(FaultKind.HeldAndDemanded, code, "provision");
        else if (!Allows(entry, isHeld))
            map.Fault(FaultKind.WrongValue, $"provision: {map.Scalar("provision")}", "provision");
    }

    // 容缺 and 告知承诺 are for papers that people bring, and never for those that must be signed before anything begins.
    private static void CheckLater(YamlMap map, string code, Entry entry, bool isHeld, int? deferrable, bool commitment)
    {
        if (deferrable is null && !commitment)
            return;
        if (entry.Sharing == MaterialSharing.Never)
            map.Fault(FaultKind.NeverDeferrable, code, deferrable is null ? "commitment" : "deferrable");
        else if (isHeld || deferrable is < 1 or > MostDeferrableDays)
            map.Fault(FaultKind.WrongValue, $"deferrable: {code}", deferrable is null ? "commitment" : "deferrable");
    }

    private static bool Allows(Entry entry, bool isHeld) => entry.Sharing switch
    {
        MaterialSharing.Yes or MaterialSharing.Prefilled => isHeld,
        MaterialSharing.No or MaterialSharing.Never => !isHeld,
        _ => !isHeld || entry.HeldBy is not null,
    };

    private static bool? ParseProvision(string? word) => word switch
    {
        "needed" => false,
        "held" or "prefilled" => true,
        _ => null,
    };

    private sealed record Entry(Text Name, Text Form, MaterialSharing Sharing, Text? HeldBy);
}
