using OneVisit.Conversation.Words;
using OneVisit.Domain;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Services;

namespace OneVisit.Conversation.Resident;

/// <summary>The preliminary verdict in words. Never a promise.</summary>
internal static class VerdictWords
{
    private const int MostNamed = 3;
    private const int MostReasons = 2;

    /// <summary>The verdicts on what is being applied for, in one line each.</summary>
    public static string Short(Turn turn) =>
        string.Join("\n", Standing.Of(turn).Where(standing => turn.Chosen.Contains(standing.Service)).Select(standing => turn.Book[Sentence(standing.Place), turn.NameOf(standing.Service), standing.Place == Place.Unknown ? turn.TownshipName : Decider(turn, standing.Service), Whose(turn)]));

    /// <summary>Likely services with sum and amount, then those that come after the allowance, what is not known, and what stands against the rest.</summary>
    public static IEnumerable<string> Full(Turn turn)
    {
        var all = Standing.Of(turn);
        foreach (var service in turn.WithoutRules) yield return About(turn, service);
        foreach (var paragraph in Likely(turn, [.. all.Where(standing => standing.Place == Place.Likely)])) yield return paragraph;
        if (all.Where(standing => standing.Place == Place.NotYet).ToArray() is { Length: > 0 } later)
            yield return turn.Book[Phrase.VerdictNotYet, Names(turn, later), turn.Book.NameOr("format", turn.Household.Area == Area.Urban ? "allowance-urban" : "allowance-rural")];
        foreach (var paragraph in Unknown(turn, [.. all.Where(standing => standing.Place == Place.Unknown)])) yield return paragraph;
        foreach (var paragraph in Unlikely(turn, [.. all.Where(standing => standing.Place == Place.Unlikely && !IsOfTheOtherArea(standing, all))], !all.Any(standing => standing.Place != Place.Unlikely))) yield return paragraph;
        if (all.Any(standing => standing.Place != Place.Likely)) yield return turn.Book[Phrase.VerdictMayApply];
    }

    /// <summary>One line of law in words, with its sum.</summary>
    public static string Finding(Phrasebook book, RuleFinding finding)
    {
        var text = book.NameOr(finding.Holds switch { true => "rule-holds", false => "rule-fails", null => "rule-open" }, finding.Rule);
        return SumWords.Of(book, finding) is { } sum ? $"{text}{book.NameOr("format", "colon")}{sum}" : text;
    }

    /// <summary>What stands against a household, without what something else makes up for.</summary>
    public static IEnumerable<RuleFinding> Against(Standing standing) =>
        standing.Findings.Where(finding => finding.Holds == false && !IsMadeUpFor(finding, standing.Findings)).DistinctBy(finding => finding.Rule);

    /// <summary>A service that is explained only: what it is, who may, and how it is done.</summary>
    private static string About(Turn turn, Service service) => string.Join("\n\n",
    [
        $"**{service.Name.In(turn.State.Language)}**{turn.Book.NameOr("format", "colon")}{service.Summary.In(turn.State.Language)}",
        turn.Book[Phrase.AboutWho, service.Who.In(turn.State.Language)],
        How(turn, service, service.Mode),
    ]);

    /// <summary>Who decides: the township by delegated power, or who the procedure of the day names.</summary>
    private static string Decider(Turn turn, Service service) =>
        service.Kind == ServiceKind.Agent && service.ExistsOn(turn.Today) && service.ProcedureOn(turn.Today).Decider is { } decider
            ? decider.Name.In(turn.State.Language)
            : turn.Book[Phrase.TownshipOffice, turn.TownshipName];

    private static string How(Turn turn, Service service, AgentMode? mode) => mode == AgentMode.Prep
        ? turn.Book[Phrase.AboutPrep]
        : turn.Book[Phrase.AboutFull, turn.Book[service.Kind == ServiceKind.Delegated ? Phrase.TownshipHandles : Phrase.BureauHandles, turn.TownshipName]];

    private static IEnumerable<string> Likely(Turn turn, Standing[] likely)
    {
        if (likely.Length == 0) yield break;
        if (likely is [var only])
        {
            yield return turn.Book[Phrase.VerdictLikely, turn.NameOf(only.Service), Decider(turn, only.Service), Whose(turn)];
            if (Sum(turn, only) is { } sum) yield return Sentence(turn.Book, sum);
            if (only.Service.Mode is { } mode) yield return How(turn, only.Service, mode);
            if (only.Monthly is { } monthly) yield return turn.Book[Phrase.VerdictAmount, turn.Book.Yuan(monthly.Yuan), SumWords.Mark(turn.Book, only.AmountStatus)];
            yield break;
        }
        yield return turn.Book[Phrase.VerdictLikelySeveral, likely.Length, turn.TownshipName, Whose(turn)];
        yield return string.Join('\n', likely.Select(standing => $"- **{standing.Service.Name.In(turn.State.Language)}**{turn.Book.NameOr("format", "colon")}{Amount(turn, standing)}{(Sum(turn, standing) is { } sum ? $"{turn.Book.NameOr("format", "semicolon")}{sum}" : "")}"));
        foreach (var (one, other) in Standing.Exclusive(likely))
            yield return turn.Book[Phrase.VerdictExclusive, turn.NameOf(one.Service), Amount(turn, one), turn.NameOf(other.Service), Amount(turn, other)];
    }

    private static IEnumerable<string> Unknown(Turn turn, Standing[] unknown)
    {
        if (unknown.Length == 0) yield break;
        yield return turn.Book[Phrase.VerdictUnknown, Names(turn, unknown), turn.TownshipName, Whose(turn)];
        yield return turn.Book[Phrase.VerdictStillMissing, turn.Book.List(unknown.SelectMany(standing => standing.Findings).Where(finding => finding.Holds is null).Select(finding => turn.Book.NameOr("rule-open", finding.Rule)).Distinct())];
    }

    private static IEnumerable<string> Unlikely(Turn turn, Standing[] unlikely, bool nothingElse)
    {
        if (unlikely.Length == 0) yield break;
        if (!nothingElse) yield return turn.Book[Phrase.VerdictUnlikelyOthers];
        else if (unlikely.Length <= MostNamed) yield return turn.Book[Phrase.VerdictUnlikely, Names(turn, unlikely), Decider(turn, unlikely[0].Service), Whose(turn)];
        else yield return turn.Book[Phrase.VerdictUnlikelySeveral, turn.TownshipName, Whose(turn)];
        yield return string.Join('\n', unlikely.GroupBy(standing => turn.Book.List(Against(standing).Take(MostReasons).Select(finding => Finding(turn.Book, finding))))
            .Select(same => $"- {turn.Book[Phrase.Labelled, turn.Book.List(same.Select(standing => standing.Service.Name.In(turn.State.Language))), same.Key]}"));
    }

    private static string Whose(Turn turn) => Acting.IsOfAnother(turn) ? turn.Book[Phrase.HouseholdOfPerson, Acting.PersonOf(turn)] : turn.Book[Phrase.HouseholdYours];

    private static string Amount(Turn turn, Standing standing) => standing.Monthly is { } monthly
        ? turn.Book[Phrase.VerdictAmountShort, turn.Book.Yuan(monthly.Yuan), SumWords.Mark(turn.Book, standing.AmountStatus)]
        : turn.Book[Phrase.VerdictNoAmount];

    private static string? Sum(Turn turn, Standing standing) =>
        standing.Findings.LastOrDefault(finding => IsIncome(finding.Rule) && finding.Holds == true) is { } income ? SumWords.Of(turn.Book, income) : null;

    private static string Names(Turn turn, IEnumerable<Standing> standings) => turn.Book.List(standings.Select(standing => turn.NameOf(standing.Service)));

    private static Phrase Sentence(Place place) => place switch
    {
        Place.Likely => Phrase.VerdictLikely,
        Place.Unknown => Phrase.VerdictUnknown,
        _ => Phrase.VerdictUnlikely,
    };

    /// <summary>Income alone is too high, but spending may make up for that: then it does not stand against the household.</summary>
    private static bool IsMadeUpFor(RuleFinding finding, IEnumerable<RuleFinding> findings) =>
        finding.Rule == RuleNames.IncomeBelowStandard
        && !findings.Any(other => other is { Rule: RuleNames.IncomeBelowDisposable or RuleNames.IncomeAfterSpendingBelowStandard, Holds: false });

    /// <summary>Of the allowances for town and country one is never meant; said only where nothing else is.</summary>
    private static bool IsOfTheOtherArea(Standing standing, IEnumerable<Standing> all) =>
        Against(standing).All(finding => finding.Rule == RuleNames.AreaMatches) && all.Any(other => other.Place is Place.Likely or Place.Unknown);

    private static bool IsIncome(string rule) => rule is RuleNames.IncomeBelowStandard or RuleNames.IncomeAfterSpendingBelowStandard;

    private static string Sentence(Phrasebook book, string text) => text + book.NameOr("format", "stop");
}
