using System.Collections.Immutable;
using OneVisit.Domain.Law;

namespace OneVisit.Domain.Eligibility.Conditions;

/// <summary>One line of law: its name, where it is written, what it checks.</summary>
internal abstract class Rule(string name, LawReference law) : Condition
{
    public string Name => name;

    public LawReference Law => law;

    /// <summary>The numbers compared; <c>null</c> where there are none, or not all are known.</summary>
    public virtual Arithmetic? Sum(in Circumstances circumstances) => null;

    public sealed override void Explain(in Circumstances circumstances, ImmutableArray<RuleFinding>.Builder findings) =>
        findings.Add(new RuleFinding(Name, Holds(circumstances), Law, Sum(circumstances), circumstances.At));

    protected Arithmetic SumOf(SourceStatus status, params ReadOnlySpan<Figure> figures) => new(Name, [.. figures], status);
}
