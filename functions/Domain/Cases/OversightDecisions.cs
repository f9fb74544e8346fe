using OneVisit.Domain.Benefits;
using OneVisit.Domain.Supervision;

namespace OneVisit.Domain.Cases;

public static partial class CaseDecisions
{
    /// <summary>What a matter of supervision leaves behind in the case it is about. It is told as often as one likes and written once.</summary>
    /// <param name="by">Who did it there.</param>
    public static Decision Note(Case current, CaseEvent result, Actor by) => result switch
    {
        FileReviewed e when current.Reviews.Any(known => known.Matter == e.Matter) => Accept(by, []),
        VisitOrdered e when current.VisitsOrdered.Any(known => known.Cause == e.Cause && known.Matter == e.Matter) => Accept(by, []),
        RatingRemedied when current.Rating is null or { RemediedAt: not null } => Accept(by, []),
        RatingExcluded when current.Rating is null or { Excluded: not null } => Accept(by, []),
        FileReviewed or VisitOrdered or RatingRemedied or RatingExcluded => Accept(by, [result]),
        BenefitKept or BenefitChanged or BenefitTapered or BenefitStopped => BenefitDecisions.Note(current, result, by),
        _ => throw new ArgumentException($"{result.Type} is no result of supervision.", nameof(result)),
    };

    /// <summary>What a matter that stands as it does has to leave behind in its case.</summary>
    public static IEnumerable<(CaseEvent Result, Actor By)> ResultsOf(Matter matter)
    {
        if (matter.Subject is MatterSubject.OfObjection)
        {
            yield return (new ObjectionRaised(matter.MatterId), Actor.System);
            if (matter.Last<MatterAct.Answered>() is { Act: MatterAct.Answered answered, By: var answering })
                yield return (new ObjectionAnswered(matter.MatterId, answered.Finding), answering);
        }
        if (matter.Subject is MatterSubject.OfComplaint { CaseId: not null })
            yield return (new VisitOrdered(VisitCauses.Complaint, matter.MatterId), Actor.System);
        if (matter.Last<MatterAct.Reviewed>() is { Act: MatterAct.Reviewed reviewed, By: var reviewer })
            yield return (new FileReviewed(matter.MatterId, reviewed.Score, reviewed.Grade, reviewed.Faults, reviewed.Criteria), reviewer);
        if (matter.Last<MatterAct.Excluded>() is { Act: MatterAct.Excluded excluded, By: var excluding })
            yield return (new RatingExcluded(excluded.Reason), excluding);
        else if (matter.IsClosed && matter.Last<MatterAct.Revisited>() is { Act: MatterAct.Revisited revisited, By: var visitor })
            yield return (new RatingRemedied(matter.MatterId, revisited.Satisfied), visitor);
        if (BenefitDecisions.ResultOf(matter) is { } found)
            yield return found;
    }
}
