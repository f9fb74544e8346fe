using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Functions.Cases;
using OneVisit.Functions.Words;

namespace OneVisit.Functions.Tasks;

/// <summary>What became of a task, for the card that can no longer act.</summary>
internal static class TaskResults
{
    /// <returns><c>null</c> while the task is open.</returns>
    public static TaskResult? Of(CaseFile file, CaseTask task, Language language) => task.Done is not { } done ? null : new(
        done.Act.Name, ActorWords.Of(done.By, language) ?? "", done.At, done.Act.AmountNamed?.Yuan, done.Act.ReasonGiven, Next(file, task, done.Act));

    private static IReadOnlyList<string> Next(CaseFile file, CaseTask task, TaskAct act) => act switch
    {
        TaskAct.Returned => [file.Procedure.Find(file.Procedure.ReturnTo)!.Kind.Code()],
        TaskAct.ProposedRefusal => CourseWords.After(StageKind.Notice, file.Procedure),
        TaskAct.Disputed => [StageKind.Survey.Code()],
        TaskAct.Cosigned or TaskAct.CityVisited or TaskAct.HandedOver or TaskAct.NotMet or TaskAct.ReadOutWithdrawn => [.. file.Current.CurrentStages.Select(kind => kind.Code())],
        _ when Beside(file, task) is { Count: > 0 } open => open,
        _ => CourseWords.After(task.Kind, file.Procedure),
    };

    private static List<string> Beside(CaseFile file, CaseTask task)
    {
        var step = file.Procedure.Steps.FirstOrDefault(step => step.Stages.Any(stage => stage.Id == task.StageId));
        return step is null
            ? []
            : [.. file.Current.OpenTasks.Where(open => step.Stages.Any(stage => stage.Id == open.StageId)).Select(open => open.Kind.Code())];
    }
}
