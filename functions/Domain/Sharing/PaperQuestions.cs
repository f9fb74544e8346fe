using System.Collections.Immutable;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Sharing;

/// <summary>Which question a registry answers in place of a paper, and what its answer says of the paper.</summary>
public static class PaperQuestions
{
    // Papers of the applicant: a no is a no. Papers of anybody in the household: only a yes says something, for not everybody in it may be named.
    private static readonly ImmutableDictionary<string, (RegistryQuestion Question, bool IsOwn)> Papers = new Dictionary<string, (RegistryQuestion, bool)>
    {
        ["M01"] = (RegistryQuestion.RegisteredWhere, true),
        ["M02"] = (RegistryQuestion.RegisteredWhere, true),
        ["M06"] = (RegistryQuestion.DisabilityGrade, false),
        ["M09"] = (RegistryQuestion.Student, false),
        ["M12"] = (RegistryQuestion.Married, false),
    }.ToImmutableDictionary();

    /// <summary>The questions that answer for those papers, each once. Papers that nobody can be asked about are left out.</summary>
    public static ImmutableArray<RegistryQuestion> For(IEnumerable<string> papers) =>
        [.. papers.Where(Papers.ContainsKey).Select(paper => Papers[paper].Question).Distinct().Order()];

    /// <summary>What the answers say of each paper. One that nobody was asked about is left out: the catalogue alone speaks.</summary>
    public static ImmutableDictionary<string, Holding> Holdings(IEnumerable<string> papers, IReadOnlyDictionary<RegistryQuestion, RegistryAnswer> answers) =>
        papers.Where(paper => Papers.TryGetValue(paper, out var known) && answers.ContainsKey(known.Question)).Distinct()
            .ToImmutableDictionary(paper => paper, paper => HoldingOf(answers[Papers[paper].Question], Papers[paper].IsOwn), StringComparer.Ordinal);

    private static Holding HoldingOf(RegistryAnswer answer, bool isOwn) => answer switch
    {
        RegistryAnswer.Yes or RegistryAnswer.Value => new Holding.Held(answer.AsOf),
        RegistryAnswer.No when isOwn => new Holding.NotHeld(answer.AsOf),
        _ => new Holding.Unknown(),
    };
}
