using System.Collections.Immutable;
using OneVisit.Catalogue.Linting;
using OneVisit.Catalogue.Yaml;
using OneVisit.Domain;
using OneVisit.Domain.Services;

namespace OneVisit.Catalogue.Reading;

/// <summary>The dated procedures of a service.</summary>
internal sealed class ProcedureReader(ActBook acts, DeciderBook deciders)
{
    /// <param name="ofAChild">The service is for what happens to a child: nothing of it hangs in public.</param>
    public ImmutableArray<Procedure> Read(YamlMap service, ServiceKind kind, bool ofAChild)
    {
        var read = new List<(Procedure Procedure, YamlMap Map)>();
        foreach (var map in service.Maps("procedures"))
            read.Add((ReadOne(map, kind, ofAChild), map));
        foreach (var (procedure, map) in read.Where(one => read.First(other => other.Procedure.Version == one.Procedure.Version).Map != one.Map))
            map.Fault(FaultKind.DuplicateId, procedure.Version, "version");
        Period.Check(read.Where(one => !one.Procedure.Replaced).Select(one => (new Period(one.Procedure.EffectiveFrom, one.Procedure.EffectiveTo), one.Map, one.Procedure.Version)));
        return [.. read.Select(one => one.Procedure).OrderBy(procedure => procedure.EffectiveFrom)];
    }

    private Procedure ReadOne(YamlMap map, ServiceKind kind, bool ofAChild)
    {
        var period = Period.Of(map);
        var procedure = new Procedure(
            map.Scalar("version"), period.From, period.To, map.Int("total_working_days"), map.Scalar("return_to"),
            [.. map.Maps("steps").Select(step => ReadStep(step, ofAChild))], acts.SourcedStatus(map))
        {
            Decider = deciders.Of(map),
            StatutoryWorkingDays = map.IntOrNull("statutory_working_days"),
            StatutoryCalendarDays = map.IntOrNull("statutory_calendar_days"),
            ExtendedWorkingDays = map.IntOrNull("extended_working_days"),
            Replaced = map.Flag("replaced"),
            FourEyes = FourEyesOf(map),
        };
        map.Done();
        ProcedureLint.Check(procedure, map);
        LimitLint.Check(procedure, kind, map);
        return procedure;
    }

    // Two signatures always, or above an amount; a procedure of before there was the rule asks for one.
    private static FourEyes? FourEyesOf(YamlMap procedure)
    {
        if (procedure.MapOrNull("four_eyes") is not { } map)
            return null;
        var (always, above) = (map.Flag("always"), map.IntOrNull("above"));
        map.Done();
        if (always == above.HasValue || above < 0)
            procedure.Fault(FaultKind.WrongLimits, "four_eyes", "four_eyes");
        return new FourEyes(Money.OrNull(above));
    }

    private Step ReadStep(YamlMap map, bool ofAChild)
    {
        var step = new Step([.. map.Maps("stages").Select(stage => ReadStage(stage, ofAChild))]);
        map.Done();
        return step;
    }

    private Stage ReadStage(YamlMap map, bool ofAChild)
    {
        var limit = new StageLimit(map.IntOrNull("by_working_day"), map.IntOrNull("own_working_days"), map.IntOrNull("calendar_days"));
        var law = map.MapOrNull("law") is { } reference ? acts.Reference(reference) : null;
        var stage = new Stage(
            map.Scalar("id"), map.Word("kind", Kind), map.Words("name"),
            map.Word("role", Roles.Parse), map.Word("level", Offices.Parse), limit, law)
        {
            InPerson = map.Flag("in_person"),
            WithoutAmount = map.Flag("without_amount"),
            StartWorkingDays = map.IntOrNull("start_working_days"),
        };
        map.Done();
        if (stage is { WithoutAmount: true, Kind: not StageKind.Notice })
            map.Fault(FaultKind.WrongStages, $"{stage.Id}: without_amount", "without_amount");
        if (ofAChild && stage.Kind == StageKind.Notice)
            map.Fault(FaultKind.NoticeOnChild, stage.Id, "kind");
        if (ofAChild && stage.Kind == StageKind.Appraise)
            map.Fault(FaultKind.AppraisalOnChild, stage.Id, "kind");
        return stage;
    }

    // The city's visit comes by itself; no procedure has it.
    private static StageKind? Kind(string? code) => StageKinds.Parse(code) is { } kind and not StageKind.Visit ? kind : null;
}
