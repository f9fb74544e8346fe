using OneVisit.Contracts;
using OneVisit.Domain.Benefits;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Supervision;
using static OneVisit.Functions.Process.NoticeFacts;

namespace OneVisit.Functions.Oversight;

/// <summary>What a household is told while what it draws is looked at.</summary>
internal static class BenefitNotices
{
    public static (string Kind, Dictionary<string, string> Data)? Of(Matter current, MatterSubject.OfBenefit benefit, SupervisionEvent happened) => happened switch
    {
        // Whoever drew it alone is dead: nobody is left to tell.
        _ when benefit is { Cause: BenefitCause.Death, Alone: true } => null,
        // Who reported it was answered then and there.
        StepOpened { Kind: StepKind.CheckBenefit } when benefit.ReportedBy?.StartsWith("resident:", StringComparison.Ordinal) == true => null,
        StepOpened { Kind: StepKind.CheckBenefit } opened when current.Steps[0].TaskId == opened.TaskId =>
            (NoticeKinds.BenefitReview, new() { ["cause"] = benefit.Cause.Code(), ["due"] = Day(opened.DueOn) }),
        MatterClosed when BenefitDecisions.ResultOf(current) is { } found => Told(found.Result, current),
        _ => null,
    };

    private static (string, Dictionary<string, string>)? Told(CaseEvent result, Matter current) => result switch
    {
        BenefitKept => (NoticeKinds.BenefitKept, new() { ["reason"] = current.Last<MatterAct.BenefitStays>()!.Act.WordsGiven ?? "" }),
        BenefitChanged changed => (NoticeKinds.BenefitChanged, new() { ["amount"] = changed.Monthly.ToString(), ["from"] = Day(changed.From), ["reason"] = changed.Reason ?? "" }),
        BenefitTapered tapered => (NoticeKinds.BenefitTapered, new()
        {
            ["amount"] = tapered.Monthly.ToString(), ["from"] = Day(tapered.From), ["until"] = Day(tapered.StopsFrom), ["reason"] = tapered.Reason,
        }),
        BenefitStopped stopped => (NoticeKinds.BenefitStopped, new() { ["from"] = Day(stopped.From), ["reason"] = stopped.Reason }),
        _ => null,
    };
}
