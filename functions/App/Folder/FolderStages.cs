using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Functions.Cases;
using OneVisit.Functions.Words;

namespace OneVisit.Functions.Folder;

/// <summary>The stages of a case with their clocks, in the order of the procedure, each as often as it came up; those to come with the day by which they are planned.</summary>
internal sealed class FolderStages(CaseFile file, WorkingDayCalendar calendar, DateTimeOffset now, Language language)
{
    public IEnumerable<FolderStage> All()
    {
        var plan = file.Current.Promise is { } promise ? CaseDecisions.PlanOf(file.Procedure, promise.AcceptedOn, calendar).ToDictionary(step => step.Stage.Id, step => step.By) : [];
        foreach (var stage in file.Procedure.Stages)
        {
            var tasks = file.Current.Tasks.Where(task => task.StageId == stage.Id).ToArray();
            foreach (var task in tasks)
                yield return Worked(stage, task);
            if (tasks.Length == 0)
                yield return Unworked(stage, plan.GetValueOrDefault(stage.Id));
        }
        foreach (var errand in file.Current.Tasks.Where(task => file.Procedure.Find(task.StageId) is null))
            yield return Worked(errand, Sentences.Of(language, "folder.beside." + errand.StageId));
    }

    private FolderStage Worked(Stage stage, CaseTask task) => Worked(task, stage.Name.In(language));

    private FolderStage Worked(CaseTask task, string name) => new(
        name, task.Round, Desk(task.Role, task.Office),
        task.Done switch { null => "open", { Act: TaskAct.Superseded } => "skipped", _ => "done" }, task.Due.On, task.StateAt(now).Code(),
        task.Done is { } done ? BeijingTime.DayOf(done.At) : null, task.Done is { } by ? ActorWords.Acting(by.By, language) : null);

    private string Desk(Role role, string office) => $"{ActorWords.OfOffice(office, file.Catalogue.Places, language)} · {ActorWords.Of(role, language)}";

    // The system's own stages leave their day in the case.
    private FolderStage Unworked(Stage stage, DateOnly? planned)
    {
        var on = stage.Kind switch
        {
            StageKind.Accept => file.Current.Promise?.AcceptedOn,
            StageKind.Deliver => file.Current.DeliveredAt is { } delivered ? BeijingTime.DayOf(delivered) : null,
            StageKind.Close => file.Current.ClosedAt is { } closed ? BeijingTime.DayOf(closed) : null,
            _ => null,
        };
        var isOver = file.Current.IsClosed || file.Current.Decision is not null && stage.Kind < StageKind.Deliver;
        var desk = stage.Role == Role.System ? null : Desk(stage.Role, Offices.InChargeOf(file.Current.Applicant.VillageCode, stage.Level));
        return new(stage.Name.In(language), 1, desk, on is not null ? "done" : isOver ? "skipped" : "waiting", on is null && !isOver ? planned : null, null, on, null);
    }
}
