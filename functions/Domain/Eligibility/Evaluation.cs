using System.Collections.Immutable;
using OneVisit.Domain.Eligibility.Conditions;
using OneVisit.Domain.Eligibility.Payments;

namespace OneVisit.Domain.Eligibility;

/// <summary>A household measured against the rules of a service. What is not asked of it costs nothing.</summary>
public readonly struct Evaluation
{
    private readonly RulesInForce? rules;
    private readonly Circumstances circumstances;

    /// <param name="rules"><c>null</c>: the service has none on that day.</param>
    internal Evaluation(RulesInForce? rules, Circumstances circumstances, Verdict verdict)
    {
        this.rules = rules;
        this.circumstances = circumstances;
        Verdict = verdict;
    }

    public Verdict Verdict { get; }

    /// <summary>Facts not known that can still change the verdict, in the order of asking. Empty once it is decided; computed at each call.</summary>
    public ImmutableArray<Question> StillOpen => Open.InOrderOfAsking();

    /// <summary>The same facts, each with the person it is about: those of the household first, then person by person. Computed at each call.</summary>
    public ImmutableArray<Fact> OpenFacts => Open.Facts();

    internal QuestionSet Open => Verdict is Verdict.Unknown && rules is not null ? rules.Condition.Open(circumstances) : QuestionSet.None;

    /// <summary>Of a likely verdict: facts by which further people of the household may qualify, or the amount may be more.</summary>
    internal QuestionSet OpenFurther =>
        Verdict is Verdict.Likely && rules is not null ? rules.Condition.OpenFurther(circumstances) | rules.OpenForAmount(circumstances) : QuestionSet.None;

    /// <summary>The lines of law not known yet that look at one of these facts. Computed at each call.</summary>
    public ImmutableArray<RuleFinding> LinesOpenOn(Func<Fact, bool> facts)
    {
        if (Verdict is Verdict.Unlikely || rules is null)
            return [];
        var lines = new OpenLines(facts);
        rules.Condition.Lines(circumstances, lines);
        return lines.Found;
    }

    /// <summary>The same rules and numbers on another household.</summary>
    internal Evaluation Of(Household household) =>
        rules is null ? this : rules.Evaluate(household, circumstances.Parameters);

    /// <summary>
    /// Rule by rule, with law, facts, numbers and arithmetic. Of several ways to be entitled it tells those that matter. <see cref="TraceReplay"/> finds
    /// the verdict again from it.
    /// </summary>
    public ImmutableArray<RuleFinding> Explain()
    {
        if (rules is null)
            return [];
        var trace = new Trace();
        rules.Condition.Explain(circumstances, trace);
        return trace.Findings;
    }

    /// <summary>Where the amount comes from; <c>null</c> unless it is likely and something is said of an amount.</summary>
    public AmountTrace? ExplainAmount() => Verdict is Verdict.Likely ? rules?.Explain(circumstances) : null;
}
