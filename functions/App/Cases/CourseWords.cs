using OneVisit.Domain.Services;

namespace OneVisit.Functions.Cases;

/// <summary>What follows what, by the kinds of stages.</summary>
internal static class CourseWords
{
    /// <summary>Kinds of the stages in the step after the one that holds <paramref name="kind"/>; empty after the last.</summary>
    public static IReadOnlyList<string> After(StageKind kind, Procedure procedure)
    {
        // One that was ordered stands in no procedure.
        if (kind == StageKind.Appraise && procedure.Stages.All(stage => stage.Kind != kind))
            return [StageKind.Review.Code()];
        var steps = procedure.Steps.SkipWhile(step => step.Stages.All(stage => stage.Kind != kind)).Skip(1).FirstOrDefault();
        return steps is null ? [] : [.. steps.Stages.Select(stage => stage.Kind.Code())];
    }
}
