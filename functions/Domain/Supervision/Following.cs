using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Supervision;

/// <summary>What an act in a matter brings about by itself, journalled in the same append.</summary>
internal sealed class Following(Matter current, MatterStep step, MatterAct act, Actor by, MatterWorld world, DateOnly today)
{
    public IEnumerable<SupervisionEvent> Events() => act switch
    {
        MatterAct.Reviewed { Guidance: { } guidance } => [Correct(guidance.WorkingDays)],
        MatterAct.Reviewed => [new MatterClosed()],
        MatterAct.Corrected => [Next(StepKind.RecheckFile, Role.CityReviewer, City, [], world.Limits.GuidanceRecheck)],
        MatterAct.RecheckPassed => [new MatterClosed()],
        // As long again as the first time.
        MatterAct.RecheckFailed => [Correct((current.Last<MatterAct.Reviewed>()!.Act as MatterAct.Reviewed)!.Guidance!.WorkingDays)],
        MatterAct.Contacted contacted => [Fix(contacted.Complex)],
        MatterAct.Fixed => [Next(StepKind.RevisitRater, Role.CityReviewer, City, [.. Handlers, .. Acted, by.Participant], world.Limits.RemedyRevisit)],
        // Not content: once more. After that, who rated is told what else they can do; nobody is asked for ever.
        MatterAct.Revisited { Satisfied: false } when current.Rounds(StepKind.FixService) < 2 => [Fix(complex: true)],
        MatterAct.Revisited or MatterAct.Excluded => [new MatterClosed()],
        MatterAct.Answered or MatterAct.Visited when current.OpenSteps.All(open => open.TaskId == step.TaskId) => [new MatterClosed()],
        MatterAct.BenefitStays or MatterAct.BenefitConfirmed => [new MatterClosed()],
        MatterAct.BenefitChange or MatterAct.BenefitTaper or MatterAct.BenefitStop =>
            [Next(StepKind.ConfirmBenefit, Role.ChiefRepresentative, current.Subject.AboutPoint!, [by.Participant], world.Limits.BenefitConfirm)],
        MatterAct.BenefitSentBack => [Next(StepKind.CheckBenefit, Role.TownshipOfficer, current.Subject.AboutPoint!, [], world.Limits.BenefitCheck)],
        _ => [],
    };

    private StepOpened Correct(int workingDays) => Next(StepKind.CorrectFile, Role.ChiefRepresentative, current.Subject.AboutPoint!, [], workingDays);

    // By the desk that called: it knows what is wrong. Never by the handler who was rated.
    private StepOpened Fix(bool complex)
    {
        var contact = current.Steps.First(known => known.Kind == StepKind.ContactRater);
        return Next(StepKind.FixService, contact.Role, contact.Office, contact.NotBy, complex ? world.Limits.RemedyFixComplex : world.Limits.RemedyFixSimple);
    }

    private StepOpened Next(StepKind kind, Role role, string office, IEnumerable<string> notBy, int workingDays) =>
        MatterDecisions.Open(kind, current.Rounds(kind) + 1, role, office, notBy, workingDays, today, world.Calendar);

    private IEnumerable<string> Handlers => current.Steps.First(known => known.Kind == StepKind.ContactRater).NotBy;

    private IEnumerable<string> Acted => current.Steps.Where(known => known.Done is not null && known.Kind != StepKind.RevisitRater).Select(known => known.Done!.By.Participant);

    private string City => MatterDecisions.CityOf(current.Subject.AboutPoint!);
}
