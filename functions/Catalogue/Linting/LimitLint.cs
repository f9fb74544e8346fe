using OneVisit.Catalogue.Yaml;
using OneVisit.Domain.Services;

namespace OneVisit.Catalogue.Linting;

/// <summary>Do the limits of a procedure fit into each other, and into what its decider and delegation demand?</summary>
internal static class LimitLint
{
    /// <summary>Working days after which a township's decision must lie with the bureau.</summary>
    private const int FilingDays = 3;

    /// <summary>Nothing here lasts longer than a year; days are counted one by one.</summary>
    private const int Longest = 366;

    public static void Check(Procedure procedure, ServiceKind kind, YamlMap map)
    {
        var total = procedure.TotalWorkingDays;
        if (map.Has("total_working_days") && total is < 1 or > Longest)
            map.Fault(FaultKind.WrongLimits, $"total_working_days: {total}", "total_working_days");
        if (procedure.StatutoryWorkingDays < total)
            map.Fault(FaultKind.WrongLimits, $"statutory_working_days: {procedure.StatutoryWorkingDays}", "statutory_working_days");
        if (procedure.StatutoryCalendarDays * 5 < total * 7)
            map.Fault(FaultKind.WrongLimits, $"statutory_calendar_days: {procedure.StatutoryCalendarDays}", "statutory_calendar_days");
        if (procedure.ExtendedWorkingDays < Math.Max(total, procedure.StatutoryWorkingDays ?? 0))
            map.Fault(FaultKind.WrongLimits, $"extended_working_days: {procedure.ExtendedWorkingDays}", "extended_working_days");
        foreach (var stage in procedure.Stages.Where(stage => stage.Kind < StageKind.Deliver ? LastsBeyond(stage, total) : stage.Limit.WorkingDaysOfItsOwn > Longest))
            map.Fault(FaultKind.WrongStages, $"{stage.Id}: beyond {total}", "steps");
        if (procedure.Decider is { } decider)
            CheckDecider(procedure, decider, kind, map);
    }

    // Seven calendar days hold five working days.
    private static bool LastsBeyond(Stage stage, int total) =>
        stage.Limit.WorkingDaysOfItsOwn > total || stage.Limit.CalendarDays is { } hanging && (stage.Limit.ByWorkingDayOfCase ?? 0) + hanging * 5 / 7 > total;

    private static void CheckDecider(Procedure procedure, Decider decider, ServiceKind kind, YamlMap map)
    {
        var stages = procedure.Stages.ToArray();
        if (stages.FirstOrDefault(stage => stage.Kind == StageKind.Decide) is { } decision && decision.Level == OfficeLevel.Township != decider.IsTownship)
            map.Fault(FaultKind.WrongStages, $"{decision.Id}: {decider.Id}", "decider");
        if (kind == ServiceKind.Delegated && decider.IsTownship && !stages.Any(stage => stage is { Kind: StageKind.File, Limit.WorkingDaysOfItsOwn: <= FilingDays }))
            map.Fault(FaultKind.WrongStages, "file", "steps");
    }
}
