using OneVisit.Domain.Law;

namespace OneVisit.Domain.Eligibility.Rules;

/// <summary>Income per head is below the subsistence standard; exactly at it is not below.</summary>
internal sealed class IncomeBelowStandard() : IncomeBelowLimit(RuleNames.IncomeBelowStandard, Acts.SocialAssistance.Article(9), FigureNames.Standard)
{
    protected override Sourced<Money>? Limit(in Circumstances circumstances) => circumstances.SourcedStandard;
}
