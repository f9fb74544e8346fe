using OneVisit.Conversation.Words;
using OneVisit.Domain.Eligibility;

namespace OneVisit.Conversation.Resident;

/// <summary>The preliminary verdict in words. Never a promise.</summary>
internal static class VerdictWords
{
    public static string Short(Turn turn) => turn.Evaluation.Verdict switch
    {
        Verdict.Likely => turn.Book[Phrase.VerdictLikely, turn.ServiceName, turn.TownshipName],
        Verdict.Unlikely => turn.Book[Phrase.VerdictUnlikely, turn.ServiceName, turn.TownshipName],
        _ => turn.Book[Phrase.VerdictUnknown, turn.ServiceName, turn.TownshipName],
    };

    /// <summary>Verdict, the sum that carries it, the amount or what stands against it, and the right to apply.</summary>
    public static IEnumerable<string> Full(Turn turn)
    {
        var evaluation = turn.Evaluation;
        var findings = evaluation.Explain();
        yield return Short(turn);
        switch (evaluation.Verdict)
        {
            case Verdict.Likely likely:
                if (findings.LastOrDefault(finding => IsIncome(finding.Rule) && finding.Holds == true) is { } income && SumWords.Of(turn.Book, income) is { } sum)
                    yield return Sentence(turn.Book, sum);
                if (likely.Monthly is { } monthly) yield return turn.Book[Phrase.VerdictAmount, turn.Book.Yuan(monthly.Yuan)];
                break;
            case Verdict.Unlikely:
                foreach (var finding in findings.Where(finding => finding.Holds == false && !IsMadeUpFor(finding, findings)))
                    yield return $"- {Finding(turn.Book, finding)}";
                yield return turn.Book[Phrase.VerdictMayApply];
                break;
            default:
                var missing = findings.Where(finding => finding.Holds is null).Select(finding => turn.Book.NameOr("rule-open", finding.Rule));
                yield return turn.Book[Phrase.VerdictStillMissing, turn.Book.List(missing)];
                yield return turn.Book[Phrase.VerdictMayApply];
                break;
        }
    }

    /// <summary>One line of law in words, with its sum.</summary>
    public static string Finding(Phrasebook book, RuleFinding finding)
    {
        var text = book.NameOr(finding.Holds switch { true => "rule-holds", false => "rule-fails", null => "rule-open" }, finding.Rule);
        return SumWords.Of(book, finding) is { } sum ? $"{text}{book.NameOr("format", "colon")}{sum}" : text;
    }

    /// <summary>Income alone is too high, but spending may make up for that: then it does not stand against the household.</summary>
    private static bool IsMadeUpFor(RuleFinding finding, IEnumerable<RuleFinding> findings) =>
        finding.Rule == RuleNames.IncomeBelowStandard
        && !findings.Any(other => other is { Rule: RuleNames.IncomeBelowDisposable or RuleNames.IncomeAfterSpendingBelowStandard, Holds: false });

    private static bool IsIncome(string rule) => rule is RuleNames.IncomeBelowStandard or RuleNames.IncomeAfterSpendingBelowStandard;

    private static string Sentence(Phrasebook book, string text) => text + book.NameOr("format", "stop");
}
