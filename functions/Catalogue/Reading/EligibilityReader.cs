using System.Collections.Immutable;
using OneVisit.Catalogue.Yaml;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Eligibility.Composition;

namespace OneVisit.Catalogue.Reading;

/// <summary>What a service demands and pays, from the block <c>eligibility</c> of its file: a list of versions with their days.</summary>
internal sealed class EligibilityReader(ActBook acts, ParameterBook parameters, CatalogueFiles files)
{
    private readonly ClauseReader clauses = new(acts, parameters);
    private readonly PaymentReader payments = new(parameters);

    /// <returns>No rules where there are faults, here or elsewhere: nothing will be loaded then.</returns>
    public RuleSet Read(YamlMap service)
    {
        var read = new List<(DatedRules Rules, YamlMap Map)>();
        foreach (var map in service.Maps("eligibility"))
            read.Add((ReadOne(map), map));
        if (service.Has("eligibility") && read.Count == 0)
            service.Fault(FaultKind.MissingKey, "eligibility", "eligibility");
        Period.Check(read.Select(one => (new Period(one.Rules.From, one.Rules.To), one.Map, "eligibility")));
        return files.HaveFaults ? RuleSet.None : new RuleSet([.. read.Select(one => one.Rules).OrderBy(rules => rules.From)]);
    }

    /// <summary>Notes the services named by rules that are not in the catalogue, once all are read.</summary>
    public void CheckServices(IReadOnlySet<string> codes) => clauses.CheckServices(codes);

    private DatedRules ReadOne(YamlMap map)
    {
        var period = Period.Of(map);
        var area = map.Has("area") ? map.Word<Area>("area", Areas.Parse) : (Area?)null;
        var household = clauses.Read(map, "household", ofAPerson: false);
        var person = clauses.Read(map, "person", ofAPerson: true);
        if (household.Sum(clause => clause.Somebodies) + (map.Has("person") ? 1 : 0) > 1)
            map.Fault(FaultKind.WrongValue, "person", "person");
        if (!map.Has("household") && !map.Has("person"))
            map.Fault(FaultKind.MissingKey, "household");
        var pays = map.MapOrNull("pays") is { } payment ? payments.Read(payment, ofAPerson: map.Has("person"), looksForSomebody: map.Has("person") || household.Any(clause => clause.Somebodies > 0)) : null;
        map.Done();
        return new DatedRules(period.From, period.To, area, household, person, pays);
    }
}
