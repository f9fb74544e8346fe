using OneVisit.Bot.Pages;
using OneVisit.Contracts;

namespace OneVisit.Bot.Statistics;

/// <summary>The once-only debt: what was asked for although a registry held it, and what no registry could say, each beside how many it is out of.</summary>
/// <param name="period">The months that are listed, as a query.</param>
internal sealed class OnceOnlyPart(PageParts parts, string period)
{
    private const string Address = "/statistics/once-only";

    /// <summary>As a part of the page of all figures; nothing for those who do not look after it.</summary>
    public Html Section(OnceOnlyReading reading) => reading switch
    {
        OnceOnlyReading.Read read => Html.Of($"""
            {Debt(read)}
            <p>{Waiting(read.Outbox)} {(read.Outbox.Refused.Count == 0 ? Html.None : Html.Of($"<a href=\"{Address}#h-outbox\">{parts.Say("statsOutboxSettle")}</a>"))}</p>
            """),
        OnceOnlyReading.NotInTime => Html.Of($"<p>{parts.Say("statsDebtLater")} <a href=\"{Address}{period}\">{parts.Say("statsDebtOpen")}</a></p>"),
        _ => Html.None,
    };

    public Html Debt(OnceOnlyReading.Read read) => Html.Of($"""
        <p class="quiet">{parts.Say("statsDebtWhat")}</p>
        <h3>{parts.MonthInWords(read.Debt.Month)}</h3>
        {(read.Debt.Asked == 0 && read.Debt.LookUps.Count == 0 ? parts.Paragraph("statsDebtNone") : Html.Of($"{parts.Table("statsDebt", ["statsRate", "statsPercent", "statsHowMany", "statsExcluded"], read.Debt.Rates.Select(parts.RateRow))}{Lines(read.Debt.Lines)}{LookUps(read.Debt.LookUps)}"))}
        {Months([.. read.Months.Where(month => month.Rates.Any(rate => rate.N > 0 || rate.Excluded.Count > 0))])}
        """);

    public string Waiting(OutboxView outbox) => parts.Say(outbox.Waiting == 0 ? "statsOutboxNone" : "statsOutboxWaiting", outbox.Waiting, outbox.Refused.Count);

    private Html Lines(IReadOnlyList<OnceOnlyLine> lines)
    {
        var (shown, rest) = Gathering.Of(lines, line => line.Asked);
        return Html.Of($"""
            <h4>{parts.Say("statsDebtPapers")}</h4>
            {Gathered("statsDebtPapers", ["statsItem", "statsPlace", "statsPaper", "statsWhyAsked", "statsHeld", "statsUnknown"],
                shown.Select(line => new[] { Html.Of($"{line.ItemName}"), Html.Of($"{line.PointName}"), Html.Of($"{line.MaterialName}"), Html.Of($"{line.ReasonInWords}"), Of(line.Held, line.Asked), Of(line.Unknown, line.Asked) }),
                rest.Count == 0 ? null : [Others(rest.Count), Html.None, Html.None, Html.None, Of(rest.Sum(line => line.Held), rest.Sum(line => line.Asked)), Of(rest.Sum(line => line.Unknown), rest.Sum(line => line.Asked))],
                rest.Sum(line => line.Asked))}
            """);
    }

    private Html LookUps(IReadOnlyList<LookUpCount> lookUps)
    {
        var (shown, rest) = Gathering.Of(lookUps, count => count.Asked);
        return Html.Of($"""
            <h4>{parts.Say("statsLookUps")}</h4>
            {Gathered("statsLookUps", ["statsQuestion", "statsUnanswered", "statsWhyUnknown"],
                shown.Select(count => new[] { Html.Of($"{count.QuestionInWords}"), Of(count.Unknown, count.Asked), Html.Of($"{string.Join(parts.Say("listSeparator"), count.Reasons.Select(reason => $"{reason.ReasonInWords} {reason.Count}"))}") }),
                rest.Count == 0 ? null : [Others(rest.Count), Of(rest.Sum(count => count.Unknown), rest.Sum(count => count.Asked)), Html.None], rest.Sum(count => count.Asked))}
            """);
    }

    // Rows of few cases stand together; where even together they are few, they are not told.
    private Html Gathered(string caption, string[] heads, IEnumerable<Html[]> rows, Html[]? rest, int together)
    {
        var all = rest is null || together < Gathering.Least ? rows.ToArray() : [.. rows, rest];
        return Html.Of($"""
            {(all.Length == 0 ? Html.None : parts.Table(caption, heads, all))}
            {(rest is not null && together < Gathering.Least ? parts.Paragraph(together == 0 ? "statsDebtNone" : "statsDebtFew") : Html.None)}
            """);
    }

    // Months in which nothing was asked and nothing looked up are not there.
    private Html Months(OnceOnlyMonth[] months) => months.Length == 0 ? Html.None : Html.Of($"""
        <h3>{parts.Say("statsDebtMonths")}</h3>
        {parts.Table("statsDebtMonths", ["statsMonth", "statsHeldRate", "statsHowMany", "statsUnknown", "statsUnansweredRate", "statsLookUpsN"], months.Reverse().Select(Month))}
        """);

    private Html[] Month(OnceOnlyMonth month)
    {
        var (rate, debt, lookUps) = (new RatePart(parts), month.Rates[0], month.Rates[1]);
        return
        [
            Html.Of($"<a href=\"{Address}{period}&month={PageParts.Month(month.Month)}\">{PageParts.Month(month.Month)}</a>"), rate.Content(debt), Html.Of($"{debt.N}"),
            Html.Of($"{debt.Excluded.Sum(left => left.Cases)}"), rate.Content(lookUps), Html.Of($"{lookUps.N}"),
        ];
    }

    private Html Others(int rows) => Html.Of($"{parts.Say("statsOthers", rows)}");

    private static Html Of(int count, int all) => Html.Of($"{PageParts.Of(count, all)}");
}

/// <summary>Rows of few are put together, so that none of them tells of somebody.</summary>
internal static class Gathering
{
    /// <summary>So many a row needs to stand by itself.</summary>
    public const int Least = Domain.Statistics.Rate.Least;

    /// <returns>The rows that stand by themselves, in their order, and those to be put together: where these are few even together, the smallest of the others too.</returns>
    public static (IReadOnlyList<T> Shown, IReadOnlyList<T> Others) Of<T>(IReadOnlyList<T> rows, Func<T, int> n)
    {
        var rest = rows.Where(row => n(row) < Least).ToList();
        foreach (var next in rows.Where(row => n(row) >= Least).OrderBy(n))
        {
            if (rest.Count == 0 || rest.Sum(n) >= Least)
                break;
            rest.Add(next);
        }
        return ([.. rows.Where(row => !rest.Contains(row))], rest);
    }
}
