using System.Collections.Immutable;
using System.Globalization;
using OneVisit.Catalogue.Yaml;
using OneVisit.Domain.Services;
using OneVisit.Domain.Supervision;

namespace OneVisit.Catalogue.Reading;

/// <summary>Trainings that are asked for before somebody decides, from <c>trainings.yaml</c>. A catalogue without that file asks for none.</summary>
internal static class TrainingBook
{
    private const int LongestMonths = 120;

    private static readonly Role[] Deciders = [Role.ChiefRepresentative, Role.DeputyRepresentative];

    /// <param name="items">Codes of what is delegated to points; <c>null</c>: the services have mistakes of their own, and none is told twice.</param>
    public static ImmutableArray<TrainingRule> Read(YamlMap? file, IReadOnlySet<string>? items)
    {
        if (file is null)
            return [];
        var rules = new Dictionary<string, TrainingRule>(StringComparer.Ordinal);
        foreach (var map in file.Maps("trainings"))
        {
            var rule = new TrainingRule(map.Scalar("subject"), map.Words("name"), Items(map, items), Roles(map), map.Date("from"), Months(map));
            map.Status();
            if (!rules.TryAdd(rule.Subject, rule))
                map.Fault(FaultKind.DuplicateId, rule.Subject, "subject");
            map.Done();
        }
        file.Done();
        return [.. rules.Values];
    }

    private static ImmutableArray<string> Items(YamlMap map, IReadOnlySet<string>? known)
    {
        string[] items = [.. map.Scalars("items")];
        foreach (var unknown in items.Where(item => known?.Contains(item) == false))
            map.Fault(FaultKind.UnknownReference, unknown, "items");
        if (items.Length == 0)
            map.Fault(FaultKind.WrongValue, "items", "items");
        return [.. items];
    }

    private static ImmutableArray<Role> Roles(YamlMap map)
    {
        var roles = new List<Role>();
        foreach (var word in map.Scalars("roles"))
        {
            if (Domain.Services.Roles.Parse(word) is { } role && Deciders.Contains(role))
                roles.Add(role);
            else
                map.Fault(FaultKind.WrongValue, word, "roles");
        }
        if (roles.Count == 0)
            map.Fault(FaultKind.WrongValue, "roles", "roles");
        return [.. roles];
    }

    private static int? Months(YamlMap map)
    {
        if (map.ScalarOrNull("months_valid") is not { } written)
            return null;
        if (int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var months) && months is > 0 and <= LongestMonths)
            return months;
        map.Fault(FaultKind.WrongValue, written, "months_valid");
        return null;
    }
}
