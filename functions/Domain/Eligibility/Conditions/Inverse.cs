using OneVisit.Domain.Law;

namespace OneVisit.Domain.Eligibility.Conditions;

/// <summary>Holds where the other condition does not; told as a rule of its own, since a line of law that must fail reads badly.</summary>
internal sealed class Inverse(string name, LawReference law, Condition other) : Rule(name, law)
{
    public override bool? Holds(in Circumstances circumstances) => !other.Holds(circumstances);

    public override QuestionSet Open(in Circumstances circumstances) => other.Open(circumstances);
}
