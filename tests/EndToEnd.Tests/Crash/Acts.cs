using OneVisit.Contracts;
using OneVisit.Domain.Cases;

namespace OneVisit.EndToEnd.Tests.Crash;

/// <summary>What an office does with a task: about one case in three is refused, the others are approved and filed.</summary>
internal static class Acts
{
    public const string Approved = "approved";
    public const string Refused = "refused";

    private const string Reason = "核对发现名下有汽车，不符合规定";

    /// <summary>Known by its number alone, so that everybody agrees.</summary>
    public static string OutcomeOf(string caseId) => caseId[^1] % 3 == 0 ? Refused : Approved;

    public static TaskOutcome For(TaskView task) => (task.Kind, OutcomeOf(task.CaseId)) switch
    {
        ("collect", _) => new(ActNames.Collected, Materials: ["M04", "M05", "M07"]),
        ("survey-cosign", _) => new(ActNames.Cosigned),
        ("survey", _) => new(ActNames.Surveyed, MonthlyIncomeFound: 1200, MembersFound: 4, Findings: "情况属实") { Second = Journey.Second },
        ("verify", _) => new(ActNames.Verified, Verification: "consistent"),
        ("review", Approved) => new(ActNames.Propose, Amount: 1720),
        ("review", _) => new(ActNames.ProposeRefusal, Reason: Reason),
        ("notice", _) => new(ActNames.NoticePosted),
        ("decide", Approved) => new(ActNames.Approve, Amount: 1720),
        ("decide", _) => new(ActNames.Refuse, Reason: Reason),
        ("file", _) => new(ActNames.Filed, RegisterNumber: "备2026-" + task.CaseId[^6..]),
        _ => throw new InvalidOperationException(task.Kind),
    };
}
