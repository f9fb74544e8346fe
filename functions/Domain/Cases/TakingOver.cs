namespace OneVisit.Domain.Cases;

/// <summary>The household took a case into another conversation of its own; from now on it is this participant's.</summary>
public sealed record TakenOver(string Participant) : CaseEvent
{
    /// <summary>Whose it was until then and who is told that it went; <c>null</c>: nobody's, an agent had applied.</summary>
    public string? From { get; init; }
}

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

    /// <summary>A household goes on with its case on another telephone (换手机). Whoever asks has seen the code that went to the number on record; the earlier conversation is cut off.</summary>
    public static Decision MoveTo(Case current, string participant) => current.Participant == participant
        ? Accept(Owner(current), [])
        : Accept(Actor.Resident(participant, current.Applicant.NameMasked), [new TakenOver(participant) { From = current.IsUnclaimed ? null : current.Participant }]);
}
