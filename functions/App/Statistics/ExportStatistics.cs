using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using MiniExcelLibs;
using OneVisit.Catalogue;
using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Calendars;
using OneVisit.Functions.FrontDoor;
using OneVisit.Functions.Words;

namespace OneVisit.Functions.Statistics;

/// <summary>The same figures as an Excel workbook: what the page hides is hidden here, too.</summary>
public sealed class ExportStatistics(FiguresDesk desk, CityCatalogue catalogue, TimeProvider clock)
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    [Function(nameof(ExportStatistics))]
    public async Task<IActionResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.StatisticsExport)] HttpRequest request, CancellationToken cancellation)
    {
        var (wish, problem) = StatisticsWish.Read(request, catalogue, clock.Today());
        if (wish is null)
            return problem!;
        var view = await desk.ViewAsync(wish, catalogue, request.Language(), cancellation);
        using var file = new MemoryStream();
        file.SaveAs(new Workbook(view, request.Language()).Sheets());
        return new FileContentResult(file.ToArray(), ContentType) { FileDownloadName = "statistics.xlsx" };
    }
}

/// <summary>Figures as sheets of rows.</summary>
internal sealed class Workbook(StatisticsView view, Language language)
{
    private readonly PlainFigures plain = new(view, language);

    public Dictionary<string, object> Sheets() => new()
    {
        [Say("statistics.sheet.rates")] = view.Rates.Select(rate => Row(
            ("statistics.head.name", rate.Title), ("statistics.head.percent", rate.Percent), ("statistics.head.numerator", rate.Numerator), ("statistics.head.n", rate.N), ("statistics.head.low", rate.Low),
            ("statistics.head.high", rate.High), ("statistics.head.excluded", string.Join("; ", rate.Excluded.Select(left => $"{left.Title} {left.Cases}"))), ("statistics.head.response", rate.Response),
            ("statistics.head.note", rate.Suppressed ? Say("statistics.suppressed") : ""))).ToArray(),
        [Say("statistics.sheet.duration")] = (view.Duration?.Within ?? []).Select(within => Row(
            ("statistics.head.name", within.Title), ("statistics.head.cases", within.Cases), ("statistics.head.percent", within.Percent), ("statistics.head.n", view.Duration!.N))).ToArray(),
        [Say("statistics.sheet.cases")] = Plainly(plain.Cases()),
        [Say("statistics.sheet.stages")] = view.Stages.Select(stage => Row(
            ("statistics.head.name", stage.Name), ("statistics.head.cases", stage.Cases), ("statistics.head.mean-days", stage.MeanDays), ("statistics.head.yellow", stage.Yellow), ("statistics.head.red", stage.Red))).ToArray(),
        [Say("statistics.sheet.visits")] = Plainly(plain.Visits()),
        [Say("statistics.sheet.ratings")] = Plainly(plain.Ratings()),
        [Say("statistics.sheet.items")] = Groups(view.Items),
        [Say("statistics.sheet.places")] = Groups(view.Places),
        [Say("statistics.sheet.months")] = Groups(view.Months),
        [Say("statistics.sheet.about")] = new[]
        {
            Row(("statistics.head.name", view.PlaceName), ("statistics.head.note", Say("statistics.about", $"{view.From:yyyy-MM}", $"{view.To:yyyy-MM}", Sentences.Day(language, BeijingTime.DayOf(view.AsOf)), view.Corrected))),
        },
    };

    private Dictionary<string, object?>[] Plainly(IEnumerable<(string Name, decimal Count)> figures) =>
        [.. figures.Select(figure => Row(("statistics.head.name", figure.Name), ("statistics.head.count", figure.Count)))];

    private Dictionary<string, object?>[] Groups(StatisticsGroups groups) => [.. groups.Rows.Select(row => Row(
        ("statistics.head.code", row.Code), ("statistics.head.name", row.Name), ("statistics.received", row.Received), ("statistics.head.decided", row.Decided), ("statistics.head.on-time", row.OnTime.Percent), ("statistics.head.low", row.OnTime.Low),
        ("statistics.head.high", row.OnTime.High), ("statistics.head.n", row.OnTime.Suppressed ? null : row.OnTime.N), ("statistics.head.median", row.Median),
        ("statistics.head.note", row.OnTime.Suppressed ? Say("statistics.suppressed") : "")))];

    private Dictionary<string, object?> Row(params (string Head, object? Value)[] cells) => cells.ToDictionary(cell => Say(cell.Head), cell => cell.Value is string text ? Plain(text) : cell.Value);

    /// <summary>A text that a spreadsheet would take for a formula (a Chinese one takes the full-width signs as well) is made a text: somebody opens it who trusts us.</summary>
    public static string Plain(string text) => text.TrimStart() is ['=' or '+' or '-' or '@' or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20', ..] || text is ['\t' or '\r' or '\n', ..] ? "'" + text : text;

    private string Say(string key, params ReadOnlySpan<object?> facts) => Sentences.Of(language, key, facts);
}
