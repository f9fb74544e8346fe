using OneVisit.Domain.Eligibility.Conditions;
using OneVisit.Domain.Law;

namespace OneVisit.Domain.Eligibility.Rules;

/// <summary>One applies where the household is registered (户籍所在地).</summary>
internal sealed class HasLocalHukou() : Rule(RuleNames.LocalHukou, Acts.SocialAssistance.Article(11))
{
    public override bool? Holds(in Circumstances circumstances) => circumstances.Household.HasLocalHukou;

    public override QuestionSet Open(in Circumstances circumstances) => QuestionSet.If(true, Question.LocalHukou);
}
