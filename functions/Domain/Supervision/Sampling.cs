using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace OneVisit.Domain.Supervision;

/// <summary>A decided case as the draw sees it.</summary>
/// <param name="Point">Office of the township, for example <c>township/370982103</c>.</param>
/// <param name="BasePercent">Share of its service's cases that is reviewed, 0 to 100.</param>
/// <param name="DaysUsed">Working days from acceptance to decision.</param>
/// <param name="DaysCommitted">Working days promised, at least 1.</param>
/// <param name="NumberOfDecider">1 for the first decision of who decided, and so on; <c>null</c>: past those that are counted.</param>
public sealed record Candidate(
    string CaseId, string Service, string Point, int BasePercent, int DaysUsed, int DaysCommitted, string Decider, bool Relatives, bool Complained,
    int? NumberOfDecider = null);

/// <summary>A case that was drawn, and why: all reasons that apply.</summary>
public sealed record Drawn(string CaseId, string Point, ImmutableArray<DrawReason> Reasons);

/// <summary>Why a case is reviewed.</summary>
public enum DrawReason
{
    /// <summary>By lot, within its point.</summary>
    Lot,

    /// <summary>In the register of relatives.</summary>
    Relatives,

    /// <summary>Somebody complained.</summary>
    Complaint,

    Fastest,
    Slowest,

    /// <summary>Among the first decisions of a representative.</summary>
    NewRepresentative,
}

/// <summary>Reasons as they travel.</summary>
public static class DrawReasons
{
    public static string Code(this DrawReason reason) => reason switch
    {
        DrawReason.Lot => "lot",
        DrawReason.Relatives => "relatives",
        DrawReason.Complaint => "complaint",
        DrawReason.Fastest => "fastest",
        DrawReason.Slowest => "slowest",
        _ => "new-representative",
    };
}

/// <summary>
/// The draw of cases for review (抽查). The same candidates, seed and rule give the same draw, whoever computes it, in whatever order they come.
/// </summary>
public static class Sampling
{
    /// <summary>Changes with every change of the rule; draws made by another cannot be recomputed by this one.</summary>
    public const string RuleVersion = "2026-1";

    /// <param name="firstOfRepresentative">So many first decisions are all drawn.</param>
    /// <param name="extremes">So many of the fastest and so many of the slowest are drawn.</param>
    /// <returns>In order of case numbers.</returns>
    public static ImmutableArray<Drawn> Draw(IEnumerable<Candidate> candidates, string seed, int firstOfRepresentative, int extremes)
    {
        var all = candidates.OrderBy(candidate => candidate.CaseId, StringComparer.Ordinal).ToImmutableArray();
        var lots = all.ToDictionary(candidate => candidate.CaseId, candidate => LotOf(seed, candidate.CaseId), StringComparer.Ordinal);
        var byLot = all.GroupBy(candidate => candidate.Point).SelectMany(point => ByLot([.. point], lots)).ToHashSet(StringComparer.Ordinal);
        var inOrder = all.OrderBy(candidate => (decimal)candidate.DaysUsed / candidate.DaysCommitted).ThenBy(candidate => lots[candidate.CaseId], StringComparer.Ordinal).ToArray();
        var fastest = inOrder.Take(extremes).Select(candidate => candidate.CaseId).ToHashSet(StringComparer.Ordinal);
        var slowest = inOrder.TakeLast(extremes).Select(candidate => candidate.CaseId).ToHashSet(StringComparer.Ordinal);

        return [.. all.Select(candidate => new Drawn(candidate.CaseId, candidate.Point, [.. Reasons(candidate)])).Where(drawn => !drawn.Reasons.IsEmpty)];

        IEnumerable<DrawReason> Reasons(Candidate candidate)
        {
            if (byLot.Contains(candidate.CaseId))
                yield return DrawReason.Lot;
            if (candidate.Relatives)
                yield return DrawReason.Relatives;
            if (candidate.Complained)
                yield return DrawReason.Complaint;
            if (fastest.Contains(candidate.CaseId))
                yield return DrawReason.Fastest;
            if (slowest.Contains(candidate.CaseId))
                yield return DrawReason.Slowest;
            if (candidate.NumberOfDecider <= firstOfRepresentative)
                yield return DrawReason.NewRepresentative;
        }
    }

    // The shares of its cases added up and rounded up: a point with any case has at least one drawn.
    private static IEnumerable<string> ByLot(ImmutableArray<Candidate> point, Dictionary<string, string> lots)
    {
        var many = Math.Max(1, (point.Sum(candidate => candidate.BasePercent) + 99) / 100);
        return point.OrderBy(candidate => lots[candidate.CaseId], StringComparer.Ordinal).Take(many).Select(candidate => candidate.CaseId);
    }

    private static string LotOf(string seed, string caseId) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{RuleVersion}\n{seed}\n{caseId}")));
}
