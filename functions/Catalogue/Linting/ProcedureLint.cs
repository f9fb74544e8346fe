using OneVisit.Catalogue.Yaml;
using OneVisit.Domain.Services;

namespace OneVisit.Catalogue.Linting;

/// <summary>Do the stages make a procedure that can be walked?</summary>
internal static class ProcedureLint
{
    public static void Check(Procedure procedure, YamlMap map)
    {
        foreach (var id in procedure.Stages.GroupBy(stage => stage.Id, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key))
            map.Fault(FaultKind.DuplicateId, id, "steps");
        foreach (var subject in Problems(procedure))
            map.Fault(FaultKind.WrongStages, subject, "steps");
        if (procedure.ReturnTo.Length > 0 && procedure.Find(procedure.ReturnTo) is null)
            map.Fault(FaultKind.UnknownReference, procedure.ReturnTo, "return_to");
    }

    /// <summary>What people must attend has a stage at which they are there; nothing else asks them to come.</summary>
    public static void CheckAttendance(Service service, YamlMap file)
    {
        foreach (var procedure in service.Procedures)
        {
            if (procedure.Stages.Any(stage => stage.InPerson) != (service.Mode == AgentMode.Prep))
                file.Fault(FaultKind.WrongStages, $"{procedure.Version}: in_person", "procedures");
            foreach (var stage in procedure.Stages.Where(stage => stage.InPerson && stage.Kind is not (StageKind.Review or StageKind.Decide)))
                file.Fault(FaultKind.WrongStages, $"{stage.Id}: in_person", "procedures");
        }
    }

    private const int AcceptanceDays = 5;

    private static IEnumerable<string> Problems(Procedure procedure)
    {
        var stages = procedure.Stages.ToArray();
        foreach (var kind in Enum.GetValues<StageKind>().Where(kind => IsMissingOrTwice(kind, stages)))
            yield return kind.Code();
        foreach (var (earlier, later) in procedure.Steps.Zip(procedure.Steps.Skip(1)))
        {
            foreach (var stage in later.Stages.Where(stage => earlier.Stages.Any(before => before.Kind > stage.Kind && !IsBeforeAcceptance(before, stage))))
                yield return stage.Id;
        }
        foreach (var stage in stages.Where(stage => !Fits(stage)))
            yield return $"{stage.Id}: {stage.Role.Code()} {stage.Level.Code()}";
        foreach (var stage in stages.Where(stage => stage.Kind == StageKind.Accept && !IsAccepting(stage)))
            yield return $"{stage.Id}: own_working_days";
        foreach (var stage in procedure.Steps.TakeWhile(step => step.Stages.All(stage => stage.Kind != StageKind.Accept)).SelectMany(step => step.Stages))
        {
            // Before acceptance the case has no clock that a day could be counted by.
            if (stage.Limit is not { WorkingDaysOfItsOwn: not null, ByWorkingDayOfCase: null })
                yield return $"{stage.Id}: own_working_days";
        }
        foreach (var stage in TooLate(procedure))
            yield return $"{stage.Id}: {stage.Limit.ByWorkingDayOfCase}";
        foreach (var stage in stages.Where(stage => stage.Kind == StageKind.Notice != stage.Limit.CalendarDays is > 0))
            yield return $"{stage.Id}: calendar_days";
        foreach (var stage in stages.Where(stage => stage.StartWorkingDays < 1 || stage is { StartWorkingDays: not null, Kind: not StageKind.Survey }))
            yield return $"{stage.Id}: start_working_days";
        if (procedure.Find(procedure.ReturnTo) is { Kind: >= StageKind.Decide } target)
            yield return $"return_to: {target.Id}";
    }

    // Some services have no public notice, nothing to collect or verify, or nothing to file; every one is accepted, reviewed, decided, told and closed.
    private static bool IsMissingOrTwice(StageKind kind, Stage[] stages) => stages.Count(stage => stage.Kind == kind) switch
    {
        0 => kind is StageKind.Accept or StageKind.Review or StageKind.Decide or StageKind.Deliver or StageKind.Close,
        1 => false,
        _ => true,
    };

    // Clocks run forward and end with the committed total.
    private static IEnumerable<Stage> TooLate(Procedure procedure)
    {
        var latest = 0;
        foreach (var step in procedure.Steps)
        {
            var before = latest;
            foreach (var stage in step.Stages)
            {
                if (stage.Limit.ByWorkingDayOfCase is not { } day)
                    continue;
                if (day < before || day > procedure.TotalWorkingDays)
                    yield return stage;
                latest = Math.Max(latest, day);
            }
        }
    }

    // 行政许可法 §32: five days. By the system it takes none.
    private static bool IsAccepting(Stage stage) => stage.Role switch
    {
        Role.System => stage.Limit.WorkingDaysOfItsOwn is null,
        Role.TownshipOfficer or Role.BureauOfficer => stage.Limit is { WorkingDaysOfItsOwn: >= 1 and <= AcceptanceDays, ByWorkingDayOfCase: null },
        _ => false,
    };

    // An officer accepts what is there: the papers are collected first.
    private static bool IsBeforeAcceptance(Stage before, Stage stage) => before.Kind == StageKind.Collect && stage is { Kind: StageKind.Accept, Role: not Role.System };

    private static bool Fits(Stage stage) => stage.Role switch
    {
        Role.VillageAgent => stage.Level == OfficeLevel.Village,
        Role.TownshipOfficer or Role.ChiefRepresentative => stage.Level == OfficeLevel.Township,
        Role.CityFilingOfficer or Role.CityReviewer or Role.BureauOfficer => stage.Level == OfficeLevel.City,
        Role.System => stage.Kind is StageKind.Accept or StageKind.Deliver or StageKind.Close,
        _ => false,
    };
}
