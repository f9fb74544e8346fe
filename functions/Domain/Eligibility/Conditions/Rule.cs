using System.Collections.Immutable;
using OneVisit.Domain.Law;

namespace OneVisit.Domain.Eligibility.Conditions;

/// <summary>One line of law: its name, where it is written, what it checks.</summary>
internal abstract class Rule(RuleLine line) : Condition
{
    public RuleLine Line => line;

    public string Name => line.Name;

    public LawReference Law => line.Law;

    public sealed override bool? Holds(in Circumstances circumstances) => line.TurnedRound ? !Test(circumstances) : Test(circumstances);

    /// <summary>What the law's words say, whether the service demands it or its opposite.</summary>
    protected abstract bool? Test(in Circumstances circumstances);

    /// <summary>The numbers compared; <c>null</c> where there are none, or not all are known.</summary>
    public virtual ImmutableArray<Figure>? Figures(in Circumstances circumstances) => null;

    /// <summary>Names of dated numbers that it reads of this household only, besides those that its definition names.</summary>
    public virtual ImmutableArray<string> FurtherNumbers(in Circumstances circumstances) => [];

    public sealed override void Lines(in Circumstances circumstances, OpenLines lines) => lines.Look(this, circumstances);

    public sealed override void Explain(in Circumstances circumstances, Trace trace) => trace.Tell(this, circumstances);
}
