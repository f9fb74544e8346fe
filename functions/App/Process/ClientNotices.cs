using OneVisit.Contracts;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;

namespace OneVisit.Functions.Process;

/// <summary>What a household's agent hears of what the household is told, as it chose (<see cref="NoticeChoices"/>), with no more of it than an agent needs.</summary>
/// <param name="Instead">The agent passes it on; the household is not told by us too.</param>
internal sealed record ClientNotices(Carrier Carrier, bool Instead)
{
    // How it goes on. What touches rights and last days the household is always told itself.
    private static readonly string[] Routine = [NoticeKinds.CaseProgress, NoticeKinds.PublicNoticeStarted];

    private static readonly string[] Results = [NoticeKinds.CaseApproved, NoticeKinds.CaseRefused];

    private static readonly string[] Own = [NoticeKinds.AgentChanged, NoticeKinds.PhoneReplaced, NoticeKinds.RatingFixed, NoticeKinds.RatingRemedied];

    /// <summary>Where there is nobody to tell, somebody has to go and say it: what touches rights and last days, and the result.</summary>
    public static bool IsPassedOn(string kind) => !Routine.Contains(kind) && !Own.Contains(kind);

    /// <summary>Who goes to the household with what it is told: its agent, as it chose; where nobody can be told and nobody runs its errands, the township.</summary>
    /// <returns><c>null</c>: nobody.</returns>
    public static Addressee.Post? WhoGoes(Case standing, string kind, DateOnly day) => For(standing, kind, day) is { Carrier: var carrier }
        ? new(carrier.Role, carrier.Office, carrier.Person)
        : standing.IsCutOffOn(day) && IsPassedOn(kind) ? new(Role.TownshipOfficer, Offices.InChargeOf(standing.Applicant.VillageCode, OfficeLevel.Township)) : null;

    /// <returns><c>null</c>: the agent does not hear of it.</returns>
    public static ClientNotices? For(Case standing, string kind, DateOnly day)
    {
        if (!standing.IsMandatedOn(day) || !standing.Carrier.Role.IsAgent() || Own.Contains(kind))
            return null;
        var mandate = standing.Mandate;
        if (Results.Contains(kind) && mandate.Allows(MandateActs.CollectResult))
            return new(standing.Carrier, Instead: false);
        // Nobody of the household has a conversation of their own yet: the agent is the only way to it.
        return (mandate.Notices != NoticeChoices.Me || standing.HasNobodyToTellOn(day)) && mandate.Allows(MandateActs.ReceiveNotices)
            ? new(standing.Carrier, mandate.Notices == NoticeChoices.AgentFirst && Routine.Contains(kind))
            : null;
    }

    /// <summary>What an agent, or the office that goes there, hears of facts that were meant for the household.</summary>
    public static Dictionary<string, string> CopyOf(string kind, IReadOnlyDictionary<string, string> data) =>
        Copy(kind, [.. data.Select(fact => (fact.Key, fact.Value))]).ToDictionary(fact => fact.Name, fact => fact.Value);

    /// <summary>That there is a result, not which; which papers are asked for and until when, not why.</summary>
    public static (string Name, string Value)[] Copy(string kind, ReadOnlySpan<(string Name, string Value)> data)
    {
        List<(string, string)> copied = [("kind", Results.Contains(kind) ? "result" : kind)];
        if (kind is NoticeKinds.MaterialRequested or NoticeKinds.MaterialDue or NoticeKinds.PublicNoticeStarted or NoticeKinds.CaseAccepted or NoticeKinds.DifferencesFound)
        {
            foreach (var fact in data)
            {
                if (fact.Name is "items" or "due" or "until")
                    copied.Add(fact);
            }
        }
        return [.. copied];
    }
}
