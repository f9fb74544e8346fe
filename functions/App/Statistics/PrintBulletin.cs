using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using OneVisit.Catalogue;
using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Calendars;
using OneVisit.Functions.FrontDoor;
using OneVisit.Functions.Words;
using OneVisit.Papers;

namespace OneVisit.Functions.Statistics;

/// <summary>The bulletin of a month (月报) as PDF: the figures of the page, from the same place.</summary>
public sealed class PrintBulletin(FiguresDesk desk, CityCatalogue catalogue, TimeProvider clock)
{
    [Function(nameof(PrintBulletin))]
    public async Task<IActionResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.StatisticsBulletin)] HttpRequest request, CancellationToken cancellation)
    {
        var (wish, problem) = StatisticsWish.Read(request, catalogue, clock.Today());
        if (wish is null)
            return problem!;
        var view = await desk.ViewAsync(wish, catalogue, request.Language(), cancellation);
        return Answers.Pdf(request, PaperPress.Print(new Bulletin(view, request.Language(), clock.GetUtcNow()).Set()).Content, "bulletin");
    }
}

/// <summary>Figures on paper.</summary>
internal sealed class Bulletin(StatisticsView view, Language language, DateTimeOffset now)
{
    private readonly PlainFigures plain = new(view, language);

    public Paper Set() => new(
        new PaperHead(Say("statistics.bulletin", view.PlaceName, Period()), Say("office.city"), Period(), Sentences.Of(language, "notice.page-of"), language.Code(), now)
        {
            Foot = [Say("statistics.about", $"{view.From:yyyy-MM}", $"{view.To:yyyy-MM}", Sentences.Day(language, BeijingTime.DayOf(view.AsOf)), view.Corrected)],
        },
        [
            Fields(plain.Cases()),
            new Block.Heading(Say("statistics.sheet.rates")), Rates(),
            new Block.Heading(Say("statistics.sheet.duration")), .. Duration(),
            .. view.Stages.Count == 0 ? Array.Empty<Block>() : [new Block.Heading(Say("statistics.sheet.stages")), Stages()],
            new Block.Heading(Say("statistics.sheet.visits")), Fields(plain.Visits()),
            new Block.Heading(Say("statistics.sheet.ratings")), Fields(plain.Ratings()),
            .. Groups("statistics.sheet.places", view.Places), .. Groups("statistics.sheet.items", view.Items), .. view.Months.Rows.Count > 1 ? Groups("statistics.sheet.months", view.Months) : [],
        ]);

    private Block Rates() => Table(
        ["statistics.head.name", "statistics.head.percent", "statistics.head.n", "statistics.head.excluded", "statistics.head.response"], [4, 5, 2, 5, 2],
        view.Rates.Select(rate => new[]
        {
            rate.Title, Percent(rate), Text(rate.N), string.Join(Say("list.separator"), rate.Excluded.Select(left => $"{left.Title} {left.Cases}")), rate.Response is { } response ? Share(response) : "",
        }));

    private IEnumerable<Block> Duration()
    {
        if (view.Duration is not { Median: { } median } duration)
        {
            yield return new Block.Paragraph(Say("statistics.suppressed"));
            yield break;
        }
        yield return new Block.Paragraph(Say("statistics.quantiles", duration.N, median, duration.P90, duration.Fastest, duration.Slowest));
        yield return Table(
            ["statistics.head.name", "statistics.head.cases", "statistics.head.percent"], [5, 2, 2], duration.Within.Select(within => new[] { within.Title, Text(within.Cases), Share(within.Percent) }));
    }

    private Block Stages() => Table(
        ["statistics.head.name", "statistics.head.cases", "statistics.head.mean-days", "statistics.head.yellow", "statistics.head.red"], [4, 2, 3, 2, 2],
        view.Stages.Select(stage => new[] { stage.Name, Text(stage.Cases), stage.MeanDays.ToString("0.0", CultureInfo.InvariantCulture), Text(stage.Yellow), Text(stage.Red) }));

    private IEnumerable<Block> Groups(string heading, StatisticsGroups groups)
    {
        if (groups.Rows.Count == 0)
            yield break;
        yield return new Block.Heading(Say(heading));
        yield return Table(
            ["statistics.head.name", "statistics.head.decided", "statistics.head.on-time", "statistics.head.n", "statistics.head.median"], [5, 2, 5, 2, 2],
            groups.Rows.Select(row => new[] { row.Name, row.Decided is { } decided ? Text(decided) : "–", Percent(row.OnTime), row.OnTime.Suppressed ? "" : Text(row.OnTime.N), row.Median is { } median ? Text(median) : "" }));
    }

    private string Percent(RateView rate) => rate is { Suppressed: false, Percent: { } percent, Low: { } low, High: { } high } ? $"{Share(percent)} ({Share(low)}–{Share(high)})" : Say("statistics.suppressed");

    private string Period() => view.From == view.To ? $"{view.From:yyyy-MM}" : $"{view.From:yyyy-MM} – {view.To:yyyy-MM}";

    private static Block.Fields Fields(IEnumerable<(string Name, decimal Count)> figures) => new([.. figures.Select(figure => new Field(figure.Name, PlainFigures.Text(figure.Count)))]);

    private Block.Table Table(string[] heads, float[] shares, IEnumerable<string[]> rows) =>
        new([.. heads.Zip(shares, (head, share) => new Column(Say(head), share))], [.. rows.Select(row => row.Select(cell => new Wording(cell)).ToImmutableArray())]);

    private static string Share(double percent) => percent.ToString("0.0", CultureInfo.InvariantCulture) + "%";

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);

    // Without facts the wording keeps its places for who fills them in: the number of a page.
    private string Say(string key, params ReadOnlySpan<object?> facts) => facts.IsEmpty ? Sentences.Of(language, key) : Sentences.Of(language, key, facts);
}
