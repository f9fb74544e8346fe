using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Law;
using OneVisit.Domain.Services;

namespace OneVisit.Functions.Advice;

/// <summary>A service of the catalogue as the public reads it.</summary>
internal static class ServiceWords
{
    public static ServiceView View(Service service, DateOnly today, Language language)
    {
        var procedure = service.ProcedureOn(today);
        return new(
            service.Code, service.Name.In(language), service.Summary.In(language), procedure.Version, procedure.TotalWorkingDays, service.Status.Code(),
            [.. service.Materials.Select(material => View(material, language))],
            [.. procedure.Steps.SelectMany((step, number) => step.Stages.Select(stage => View(stage, number + 1, language)))],
            [.. service.Laws.Select(law => law.In(language))],
            service.Version, service.Kind.Code(), service.Mode?.Code(), service.Who.In(language), service.TakesApplications,
            [.. service.LifeEvents.Select(happened => new LifeEventView(happened.Id, happened.Name.In(language)))], service.Words.In(language),
            View(procedure, service.SamplingPercent, language));
    }

    private static ProcedureView View(Procedure procedure, int? samplingPercent, Language language) => new(
        procedure.EffectiveFrom, procedure.EffectiveTo, procedure.StatutoryWorkingDays, procedure.StatutoryCalendarDays, procedure.ExtendedWorkingDays, procedure.PublicNoticeDays,
        procedure.Decider?.Id, procedure.Decider?.Name.In(language), samplingPercent, procedure.Status.Code());

    private static MaterialView View(Material material, Language language) => new(
        material.Code, material.Name.In(language), material.Form.In(language), material.FromPlatform, material.HeldBy?.In(language), material.NeverWaivable,
        material.When.Code(), material.DeferrableWorkingDays, material.CommitmentInLieu);

    private static StageView View(Stage stage, int step, Language language) => new(
        stage.Id, stage.Kind.Code(), stage.Name.In(language), stage.Role.Code(), stage.Level.Code(),
        stage.Limit.ByWorkingDayOfCase ?? stage.Limit.WorkingDaysOfItsOwn ?? stage.Limit.CalendarDays, step);
}
