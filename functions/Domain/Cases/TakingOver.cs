namespace OneVisit.Domain.Cases;

/// <summary>The household took a case that an agent had applied for into its own conversation; from now on it is this participant's.</summary>
public sealed record TakenOver(string Participant) : CaseEvent;

public static partial class CaseDecisions
{
    /// <summary>A household comes for its case. Whoever asks has looked at the code from the receipt.</summary>
    /// <param name="isUnclaimed">Nobody has come for it yet.</param>
    public static Decision TakeOver(Case current, string participant, bool isUnclaimed)
    {
        if (current.Participant == participant)
            return Accept(Owner(current), []);
        return isUnclaimed
            ? Accept(Actor.Resident(participant, current.Applicant.NameMasked), [new TakenOver(participant)])
            : Refuse(RefusalReason.NotYours);
    }
}
