using OneVisit.Domain.Calendars;

namespace OneVisit.Domain.Cases;

/// <summary>The household took a case into another conversation of its own; from now on it is this participant's.</summary>
public sealed record TakenOver(string Participant) : CaseEvent
{
    /// <summary>Whose it was until then and who is told that it went; <c>null</c>: nobody's, an agent had applied.</summary>
    public string? From { get; init; }

    /// <summary>By who acts for the applicant; <c>null</c>: by the applicant.</summary>
    public bool? AsRepresentative { get; init; }
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

    /// <summary>
    /// A household goes on with its case on another telephone (换手机), or the person whom somebody acts for does, or who acts for them. Whoever asks has seen the code that went to that
    /// number on record; the earlier conversation is cut off.
    /// </summary>
    /// <param name="asRepresentative">It was the telephone of who acts for the applicant.</param>
    public static Decision MoveTo(Case current, string participant, DateTimeOffset now, bool asRepresentative = false)
    {
        var today = BeijingTime.DayOf(now);
        if (asRepresentative && !current.IsRepresentedOn(today))
            return Refuse(RefusalReason.NotYours);
        if (current.LiesWith(participant, asRepresentative))
            return Accept(Owner(current), []);
        // Who acts no longer hears nothing of where it went.
        var from = current.IsUnclaimed || current.IsCutOffOn(today) || current.Participant == participant ? null : current.Participant;
        var speaker = asRepresentative ? Case.ActingFor(current.Application, participant, current.Representation!.Who) : Actor.Resident(participant, current.Applicant.NameMasked);
        return Accept(speaker, [new TakenOver(participant) { From = from, AsRepresentative = asRepresentative ? true : null }]);
    }
}
