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
            [.. service.Laws.Select(law => law.In(language))]);
    }

    private static MaterialView View(Material material, Language language) => new(
        material.Code, material.Name.In(language), material.Form.In(language), material.FromPlatform, material.HeldBy?.In(language), material.NeverWaivable);

    private static StageView View(Stage stage, int step, Language language) => new(
        stage.Id, stage.Kind.Code(), stage.Name.In(language), stage.Role.Code(),
        stage.Limit.ByWorkingDayOfCase ?? stage.Limit.WorkingDaysOfItsOwn ?? stage.Limit.CalendarDays, step);
}
