using System.Collections.Immutable;
using OneVisit.Catalogue.Linting;
using OneVisit.Catalogue.Yaml;
using OneVisit.Domain.Services;

namespace OneVisit.Catalogue.Reading;

/// <summary>The dated procedures of a service.</summary>
internal sealed class ProcedureReader(ActBook acts)
{
    public ImmutableArray<Procedure> Read(YamlMap service)
    {
        var read = new List<(Procedure Procedure, YamlMap Map)>();
        foreach (var map in service.Maps("procedures"))
            read.Add((ReadOne(map), map));
        foreach (var (procedure, map) in read.Where(one => read.First(other => other.Procedure.Version == one.Procedure.Version).Map != one.Map))
            map.Fault(FaultKind.DuplicateId, procedure.Version, "version");
        Period.Check(read.Select(one => (new Period(one.Procedure.EffectiveFrom, one.Procedure.EffectiveTo), one.Map, one.Procedure.Version)));
        return [.. read.Select(one => one.Procedure).OrderBy(procedure => procedure.EffectiveFrom)];
    }

    private Procedure ReadOne(YamlMap map)
    {
        var period = Period.Of(map);
        var procedure = new Procedure(
            map.Scalar("version"), period.From, period.To, map.Int("total_working_days"), map.Scalar("return_to"),
            [.. map.Maps("steps").Select(ReadStep)], acts.SourcedStatus(map));
        map.Done();
        ProcedureLint.Check(procedure, map);
        return procedure;
    }

    private Step ReadStep(YamlMap map)
    {
        var step = new Step([.. map.Maps("stages").Select(ReadStage)]);
        map.Done();
        return step;
    }

    private Stage ReadStage(YamlMap map)
    {
        var limit = new StageLimit(map.IntOrNull("by_working_day"), map.IntOrNull("own_working_days"), map.IntOrNull("calendar_days"));
        var law = map.MapOrNull("law") is { } reference ? acts.Reference(reference) : null;
        var stage = new Stage(
            map.Scalar("id"), map.Word("kind", StageKinds.Parse), map.Words("name"),
            map.Word("role", Roles.Parse), map.Word("level", Offices.Parse), limit, law);
        map.Done();
        return stage;
    }
}
