using System.Collections.Immutable;
using OneVisit.Domain.Eligibility;

namespace OneVisit.Domain.Interview;

/// <summary>What comes next in an interview.</summary>
/// <param name="Verdicts">As far as known, one a service in play that has rules, in the order of the catalogue.</param>
public abstract record Step(ImmutableArray<ServiceVerdict> Verdicts)
{
    /// <param name="Options">To tick; empty where a single fact is asked.</param>
    /// <param name="StillToCome">About how many questions there are left, this one included; at least 1.</param>
    public sealed record Ask(Inquiry Inquiry, ImmutableArray<Option> Options, int StillToCome, ImmutableArray<ServiceVerdict> Verdicts) : Step(Verdicts);

    /// <summary>Nothing left to ask: each verdict is known, or hangs on facts that nobody knows or that the platform answers.</summary>
    public sealed record Finished(ImmutableArray<ServiceVerdict> Verdicts) : Step(Verdicts);
}

/// <param name="Evaluation">With the facts still open and the findings.</param>
public readonly record struct ServiceVerdict(string Service, Evaluation Evaluation)
{
    public Verdict Verdict => Evaluation.Verdict;
}
