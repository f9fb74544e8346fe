using System.Text.Json.Nodes;
using OneVisit.Domain.Cases;

namespace OneVisit.EndToEnd.Tests.Crash;

/// <summary>What everybody was told, as their pages show it: each thing once.</summary>
internal sealed class Told(IReadOnlyList<Desk> desks, IReadOnlyList<Applicant> applicants)
{
    public async Task<IReadOnlyList<string>> ReadAsync(CancellationToken stop)
    {
        var findings = new List<string>();
        foreach (var applicant in applicants)
        {
            string[] told = [.. (await applicant.Page.ToldAsync(stop)).Select(Chat.Text)];
            findings.AddRange(Resident(applicant.CaseId).Select(Of(told)).OfType<string>().Select(what => $"{applicant.CaseId}, resident: {what}"));
        }
        foreach (var desk in desks)
        {
            var told = await desk.Page.ToldAsync(stop);
            foreach (var applicant in applicants)
                findings.AddRange(Staff(desk.StaffId, applicant.CaseId).Select(Of([.. told.Select(HeadAndCase)])).OfType<string>().Select(what => $"{applicant.CaseId}, {desk.StaffId}: {what}"));
        }
        return findings;
    }

    /// <returns><c>null</c> when it was told once.</returns>
    private static Func<(string What, Func<string, bool> Is), string?> Of(IReadOnlyList<string> told) =>
        fact => told.Count(fact.Is) is var times && times == 1 ? null : $"told {times} times: {fact.What}";

    private static IEnumerable<(string What, Func<string, bool> Is)> Resident(string caseId)
    {
        yield return Sentence("NoticeAccepted");
        yield return Completed("collect");
        yield return Completed("survey");
        yield return Completed("verify");
        yield return Completed("review");
        if (Acts.OutcomeOf(caseId) == Acts.Approved)
        {
            yield return Sentence("NoticePublic");
            yield return Completed("notice");
            yield return Sentence("NoticeApproved");
        }
        else
        {
            yield return Sentence("NoticeRefused");
        }
        yield return Sentence("NoticeClosed");
        yield return Sentence("RateAsk");
    }

    private static IEnumerable<(string What, Func<string, bool> Is)> Staff(string staffId, string caseId)
    {
        string[] stages = (staffId, Acts.OutcomeOf(caseId)) switch
        {
            (Journey.Agent, _) => ["collect"],
            (Journey.Officer, Acts.Approved) => ["survey", "verify", "review", "notice"],
            (Journey.Officer, _) => ["survey", "verify", "review"],
            (Journey.Chief, _) => ["decide"],
            (Journey.Filing, Acts.Approved) => ["file"],
            _ => [],
        };
        foreach (var stage in stages) yield return (stage, text => text.StartsWith(Words.Name("stage", stage), StringComparison.Ordinal) && text.Contains(caseId, StringComparison.Ordinal));
        if (staffId == Journey.Reviewer && Acts.OutcomeOf(caseId) == Acts.Approved)
            yield return ("filed", text => text.Contains(caseId, StringComparison.Ordinal) && text.Contains(Words.Literal("StaffCaseFiled"), StringComparison.Ordinal));
    }

    private static (string, Func<string, bool>) Sentence(string phrase) => (phrase, text => text.Contains(Words.Literal(phrase), StringComparison.Ordinal));

    private static (string, Func<string, bool>) Completed(string stage) => (stage + " done", text =>
        text.Split("已完成") is [var before, _, ..] && before.Contains(Words.Name("stage", stage), StringComparison.Ordinal));

    // A card begins with its stage.
    private static string HeadAndCase(JsonObject activity) => Chat.Text(activity).Trim();
}
