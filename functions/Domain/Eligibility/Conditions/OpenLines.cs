using System.Collections.Immutable;
using OneVisit.Domain.Law;

namespace OneVisit.Domain.Eligibility.Conditions;

/// <summary>Collects the rules not known yet that look at one of the wanted facts.</summary>
internal sealed class OpenLines(Func<Fact, bool> facts)
{
    private readonly HashSet<(string, LawReference)> seen = [];
    private readonly Trace trace = new();

    /// <summary>Each rule once, for the first person it is open for. To be read once.</summary>
    public ImmutableArray<RuleFinding> Found => trace.Findings;

    public void Look(Rule rule, in Circumstances circumstances)
    {
        var open = rule.Open(circumstances);
        if ((circumstances.At is { } at ? open.Of(at) : open).Facts().Any(facts) && seen.Add((rule.Name, rule.Law)))
            rule.Explain(circumstances, trace);
    }

    /// <summary>Who there is in the household is not known.</summary>
    public void LookForSomebody(LawReference law, in Circumstances circumstances)
    {
        if (facts(new Fact(Question.People)))
            trace.TellNobody(null, law, circumstances);
    }
}
