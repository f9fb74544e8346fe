using OneVisit.Domain.Eligibility.Conditions;
using OneVisit.Domain.Law;

namespace OneVisit.Domain.Eligibility.Rules;

/// <summary>No shop, office or other non-residential property.</summary>
internal sealed class OwnsNoNonResidentialProperty() : Rule(RuleNames.NoNonResidentialProperty, Acts.AllowanceReviewAsRead.AsAWhole())
{
    public override bool? Holds(in Circumstances circumstances) => !circumstances.Household.OwnsNonResidentialProperty;

    public override QuestionSet Open(in Circumstances circumstances) => QuestionSet.If(true, Question.NonResidentialProperty);
}
