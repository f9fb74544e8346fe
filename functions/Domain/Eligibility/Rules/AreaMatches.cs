using OneVisit.Domain.Eligibility.Conditions;
using OneVisit.Domain.Law;

namespace OneVisit.Domain.Eligibility.Rules;

/// <summary>Rural households go by the rural standard, urban ones by the urban: the service is the one of the household's area.</summary>
internal sealed class AreaMatches() : Rule(RuleNames.AreaMatches, Acts.SocialAssistanceAsRead.Article(10))
{
    public override bool? Holds(in Circumstances circumstances) =>
        circumstances.Household.Area is { } area ? area == circumstances.Area : null;

    public override QuestionSet Open(in Circumstances circumstances) => QuestionSet.If(true, Question.Area);
}
