using OneVisit.Domain.Law;

namespace OneVisit.Domain.Eligibility.Rules;

/// <summary>Income per head is below so many times the standard; exactly there is not below.</summary>
internal sealed class IncomeBelowBorderline() : IncomeBelowLimit(RuleNames.IncomeBelowBorderline, Acts.AllowanceReviewAsRead.Article(8), FigureNames.Limit)
{
    protected override Sourced<Money>? Limit(in Circumstances circumstances) =>
        circumstances.SourcedStandard is { } standard && circumstances.Parameters.Other(ParameterNames.BorderlineFactor) is { } factor
            ? new Sourced<Money>(standard.Value * factor.Value, SourceStatuses.Weaker(standard.Status, factor.Status))
            : null;
}
