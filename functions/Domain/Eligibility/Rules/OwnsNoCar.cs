using OneVisit.Domain.Eligibility.Conditions;
using OneVisit.Domain.Law;

namespace OneVisit.Domain.Eligibility.Rules;

/// <summary>No car; a disabled person's mobility vehicle or a motorcycle is none.</summary>
internal sealed class OwnsNoCar() : Rule(RuleNames.NoCar, Acts.AllowanceReviewAsRead.AsAWhole())
{
    public override bool? Holds(in Circumstances circumstances) => !circumstances.Household.OwnsCar;

    public override QuestionSet Open(in Circumstances circumstances) => QuestionSet.If(true, Question.Car);
}
