using OneVisit.Contracts;
using OneVisit.Domain.Supervision;

namespace OneVisit.Functions.Oversight;

/// <summary>What a household is told of a matter: under the number of their case; that of the matter is none of theirs.</summary>
internal static class HouseholdNotices
{
    /// <returns><c>null</c>: nothing.</returns>
    public static (string Kind, Dictionary<string, string> Data)? Of(MatterFile file, SupervisionEntry entry) =>
        file is { Current.Subject: MatterSubject.OfRemedy or MatterSubject.OfBenefit, About: not null } ? Of(file.Current, entry.Event) : null;

    private static (string Kind, Dictionary<string, string> Data)? Of(Matter current, SupervisionEvent happened) => happened switch
    {
        _ when current.Subject is MatterSubject.OfBenefit benefit => BenefitNotices.Of(current, benefit, happened),
        StepDone { Act: MatterAct.Fixed } => (NoticeKinds.RatingFixed, []),
        MatterClosed when current.Last<MatterAct.Excluded>() is null && current.Last<MatterAct.Revisited>()?.Act is MatterAct.Revisited revisited =>
            (NoticeKinds.RatingRemedied, new() { ["satisfied"] = revisited.Satisfied ? "yes" : "no" }),
        _ => null,
    };
}
