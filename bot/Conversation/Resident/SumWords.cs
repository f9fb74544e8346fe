using OneVisit.Conversation.Words;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Law;

namespace OneVisit.Conversation.Resident;

/// <summary>Puts a comparison of numbers into words, as one would write it down.</summary>
internal static class SumWords
{
    /// <summary>The sum, or <c>null</c> where the finding has none worth showing.</summary>
    public static string? Of(Phrasebook book, RuleFinding finding)
    {
        if (finding is not { Sum: { } sum, Holds: { } holds }) return null;
        var below = book[holds ? Phrase.Below : Phrase.NotBelow];
        var within = book[holds ? Phrase.Within : Phrase.Over];
        var mark = Mark(book, sum.Status);
        var heads = book.People(sum[FigureNames.Members] ?? 0);
        string Yuan(string name) => book.Yuan(Math.Round(sum[name] ?? 0, 2, MidpointRounding.AwayFromZero));
        return finding.Rule switch
        {
            RuleNames.IncomeBelowStandard =>
                book[Phrase.SumHeads, Yuan(FigureNames.Income), heads, Yuan(FigureNames.PerHead), below, Yuan(FigureNames.Standard), mark],
            RuleNames.IncomeBelowDisposable =>
                book[Phrase.SumHeads, Yuan(FigureNames.Income), heads, Yuan(FigureNames.PerHead), below, Yuan(FigureNames.Disposable), mark],
            RuleNames.IncomeAfterSpendingBelowStandard =>
                book[Phrase.SumAfterSpending, Yuan(FigureNames.Income), Yuan(FigureNames.Spending), heads, Yuan(FigureNames.PerHead), below, Yuan(FigureNames.Standard), mark],
            RuleNames.IncomeAtLeastStandard or RuleNames.IncomeBelowBorderline or RuleNames.IncomeAtLeastBorderline when sum[FigureNames.PerHead] is not null =>
                book[Phrase.SumHeads, Yuan(FigureNames.Income), heads, Yuan(FigureNames.PerHead), IsLess(sum) ? book[Phrase.Below] : book[Phrase.NotBelow], Yuan(Bound(sum)), mark],
            RuleNames.RigidSpendingShare when sum[FigureNames.Share] is { } share =>
                book[Phrase.SumShare, Yuan(FigureNames.Spending), Yuan(FigureNames.Income), Math.Round(share, 1), mark],
            RuleNames.AgeReached or RuleNames.AgeNotPassed or RuleNames.Minor when sum[FigureNames.Age] is { } age =>
                book[Phrase.YearsOld, age],
            RuleNames.FinancialAssetsWithinLimit =>
                book[Phrase.SumAssets, Yuan(FigureNames.Assets), heads, Yuan(FigureNames.PerHead), within, Yuan(FigureNames.Limit), mark],
            RuleNames.BusinessCapitalWithinLimit =>
                book[Phrase.SumCapital, Yuan(FigureNames.Capital), within, Yuan(FigureNames.Limit), mark],
            _ => null,
        };
    }

    private static bool IsLess(Arithmetic sum) => sum[FigureNames.PerHead] < sum[Bound(sum)];

    private static string Bound(Arithmetic sum) => sum[FigureNames.Limit] is not null ? FigureNames.Limit : sum[FigureNames.Disposable] is not null ? FigureNames.Disposable : FigureNames.Standard;

    public static string Mark(Phrasebook book, SourceStatus status) => status switch
    {
        SourceStatus.Demo => book[Phrase.MarkDemo],
        SourceStatus.Analog => book[Phrase.MarkAnalog],
        _ => "",
    };
}
