using System.Collections.Immutable;

namespace OneVisit.Domain.Eligibility;

/// <summary>A household measured against the rules of a service. What is not asked of it costs nothing.</summary>
public readonly struct Evaluation
{
    private readonly RuleSet rules;
    private readonly Circumstances circumstances;

    internal Evaluation(RuleSet rules, Circumstances circumstances, Verdict verdict)
    {
        this.rules = rules;
        this.circumstances = circumstances;
        Verdict = verdict;
    }

    public Verdict Verdict { get; }

    /// <summary>Facts not known that can still change the verdict, in the order of asking. Empty once it is decided; computed at each call.</summary>
    public ImmutableArray<Question> StillOpen => Verdict is Verdict.Unknown ? rules.Condition.Open(circumstances).InOrderOfAsking() : [];

    /// <summary>Rule by rule, with law and arithmetic. Of several ways to be entitled it tells those that matter: up to the first that is not ruled out.</summary>
    public ImmutableArray<RuleFinding> Explain()
    {
        var findings = ImmutableArray.CreateBuilder<RuleFinding>();
        rules.Condition.Explain(circumstances, findings);
        return findings.ToImmutable();
    }
}
