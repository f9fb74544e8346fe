using System.Collections.Immutable;
using System.Globalization;
using OneVisit.Catalogue.Yaml;
using OneVisit.Domain.Retention;

namespace OneVisit.Catalogue.Reading;

/// <summary>How long everything is kept, from <c>retention.yaml</c>. A catalogue without that file keeps everything.</summary>
internal static class RetentionBook
{
    private const string ForGood = "for good";
    private const int MostYears = 100;

    // Without them, nobody could show what was done to the rest.
    private static readonly DataClass[] NeverErased = [DataClass.AuditAnchor, DataClass.Statistics, DataClass.Register];

    /// <param name="services">Codes of all; <c>null</c>: they have mistakes of their own, and none is told twice.</param>
    public static RetentionPlan Read(YamlMap? file, ActBook acts, IReadOnlySet<string>? services)
    {
        if (file is null)
            return RetentionPlan.None;
        var read = new List<(RetentionRule Rule, Period Period, YamlMap Map)>();
        foreach (var map in file.Maps("rules"))
        {
            var period = Period.Of(map);
            var rule = Rule(map, period, acts, services);
            if (read.Exists(known => known.Rule.Id != rule.Id && SpeaksOfTheSame(known.Rule, rule)))
                map.Fault(FaultKind.DuplicateId, rule.Id, "id");
            read.Add((rule, period, map));
            map.Done();
        }
        foreach (var ofOne in read.GroupBy(entry => entry.Rule.Id, StringComparer.Ordinal))
            Period.Check(ofOne.Select(entry => (entry.Period, entry.Map, entry.Rule.Id)));
        foreach (var missing in file.Has("rules") ? Enum.GetValues<DataClass>().Where(one => !read.Exists(known => known.Rule.Class == one && known.Rule is { Services.IsEmpty: true, Granted: null })) : [])
            file.Fault(FaultKind.MissingKey, missing.Code(), "rules");
        file.Done();
        return new RetentionPlan([.. read.Select(entry => entry.Rule)]);
    }

    private static RetentionRule Rule(YamlMap map, Period period, ActBook acts, IReadOnlySet<string>? services)
    {
        var one = map.Word("class", DataClasses.Parse);
        var keep = Keep(map);
        var then = map.Word("then", RetentionWords.ParseEnd);
        bool? granted = map.Has("granted") ? map.Flag("granted") : null;
        string[] only = map.Has("services") ? [.. map.Scalars("services")] : [];
        foreach (var unknown in only.Where(code => services?.Contains(code) == false))
            map.Fault(FaultKind.UnknownReference, unknown, "services");
        if (one != DataClass.Case && (granted is not null || only.Length > 0 || then == RetentionEnd.ArchiveFirst))
            map.Fault(FaultKind.WrongValue, one.Code(), "class");
        if (NeverErased.Contains(one) && then != RetentionEnd.KeepMasked || then == RetentionEnd.KeepMasked != keep is null)
            map.Fault(FaultKind.WrongValue, then.Code(), "then");
        return new(
            map.Scalar("id"), one, map.Words("name"), map.Word("from", RetentionWords.ParseStart), keep, then, granted, [.. only], period.From, period.To,
            acts.Reference(map.Map("law")), map.Status());
    }

    private static KeepingTime? Keep(YamlMap map)
    {
        var written = map.Scalar("keep");
        if (written is ForGood or "")
            return null;
        if (written.Split(' ') is [var count, var unit] && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0)
        {
            switch (unit)
            {
                case "years" when number <= MostYears:
                    return new(number * 12, 0);
                case "months" when number <= MostYears * 12:
                    return new(number, 0);
                case "days" when number <= MostYears * 366:
                    return new(0, number);
            }
        }
        map.Fault(FaultKind.WrongValue, written, "keep");
        return new(MostYears * 12, 0);
    }

    private static bool SpeaksOfTheSame(RetentionRule one, RetentionRule other) =>
        one.Class == other.Class && one.Granted == other.Granted && one.From <= (other.To ?? DateOnly.MaxValue) && other.From <= (one.To ?? DateOnly.MaxValue)
        && (one.Services.IsEmpty ? other.Services.IsEmpty : one.Services.Intersect(other.Services).Any());
}
