using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using OneVisit.Catalogue;
using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Statistics;
using OneVisit.Functions.FrontDoor;
using OneVisit.Storage;

namespace OneVisit.Functions.Statistics;

/// <summary>
/// Figures for everybody, of one month that is over. Two lists that share nothing but the total, no way to filter and no sums over months: whatever is asked, a
/// small count cannot be computed as the difference of two answers.
/// </summary>
public sealed class ShowOpenStatistics(FiguresBook book, CityCatalogue catalogue, TimeProvider clock)
{
    [Function(nameof(ShowOpenStatistics))]
    public async Task<IActionResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.OpenStatistics)] HttpRequest request, CancellationToken cancellation)
    {
        var (errors, last) = (new FieldErrors(request.Language()), Months.FirstOf(clock.Today()).AddMonths(-1));
        var query = new QueryFields(request, errors);
        var (asked, format) = (query.Text("month"), query.Text("format") ?? "json");
        var month = asked is null ? last : Months.Parse(asked) is { Year: >= 2000 } over && over <= last ? over : default;
        if (month == default)
            errors.Add("month", "field.month");
        if (format is not ("json" or "csv"))
            errors.Add("format", "field.statistics-format");
        if (errors.Any)
            return Problems.Invalid(request, errors.Fields);
        var figures = await book.ReadAsync(StatisticsScope.City.Points(catalogue.Places), null, false, month, month, cancellation);
        var open = Of(figures, month, new FigureWords(catalogue, request.Language()));
        return format == "json" ? Answers.Json(open) : new FileContentResult(Encoding.UTF8.GetBytes(Csv(open)), "text/csv; charset=utf-8") { FileDownloadName = $"onevisit-{month:yyyy-MM}.csv" };
    }

    private static OpenFigures Of(Figures figures, DateOnly month, FigureWords words)
    {
        var parts = figures.Months.SelectMany(sums => sums.Sums.Items.Select(item => (sums.Point, Item: item.Key, Cell: item.Value))).ToArray();
        var points = Rows(parts.GroupBy(part => part.Point).Select(group => (group.Key, words.Place(group.Key), Cell.Sum(group.Select(part => part.Cell)))));
        var items = Rows(parts.GroupBy(part => part.Item).Select(group => (group.Key, words.Item(group.Key), Cell.Sum(group.Select(part => part.Cell)))));
        var city = Row("", words.Scope(StatisticsScope.City), Cell.Sum(parts.Select(part => part.Cell)), points.Total || items.Total);
        return new(month, figures.AsOf, points.Rows, items.Rows, city);
    }

    private static (OpenRow[] Rows, bool Total) Rows(IEnumerable<(string Code, string Name, Cell Cell)> groups)
    {
        var rows = groups.OrderBy(row => row.Code, StringComparer.Ordinal).ToArray();
        var (hidden, total) = Suppression.Of([.. rows.Select(row => Rates.Decided(row.Cell))]);
        return ([.. rows.Select((row, place) => Row(row.Code, row.Name, row.Cell, hidden[place]))], total);
    }

    private static OpenRow Row(string code, string name, Cell cell, bool hidden)
    {
        var onTime = Rates.OnTimeOf(cell, 0);
        // How many were late is a small count, too: between one and four of them, the rate is left out.
        var tells = onTime.N - onTime.Numerator is > 0 and < Rate.Least || onTime.Numerator is > 0 and < Rate.Least;
        return new(code, name, hidden ? null : Rates.Decided(cell), hidden || onTime.IsSuppressed || tells ? null : FigureWords.Percent(onTime.Value),
            hidden ? null : Duration.MedianOf(cell));
    }

    private static string Csv(OpenFigures open)
    {
        var text = new StringBuilder("\uFEFFmonth,kind,code,name,decided,on_time_percent,median_working_days\r\n");
        foreach (var (kind, row) in open.ByPoint.Select(row => ("point", row)).Concat(open.ByItem.Select(row => ("item", row))).Append(("city", open.City)))
            text.Append(CultureInfo.InvariantCulture, $"{open.Month:yyyy-MM},{kind},{row.Code},{Quoted(row.Name)},{row.Decided},{row.OnTimePercent},{row.MedianDays}\r\n");
        return text.ToString();
    }

    private static string Quoted(string text) => $"\"{Workbook.Plain(text).Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
