using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using OneVisit.Catalogue;
using OneVisit.Domain.Calendars;
using OneVisit.Functions.FrontDoor;

namespace OneVisit.Functions.Statistics;

/// <summary>What somebody asks of the statistics: read from the query, and within what they may see.</summary>
/// <param name="From">First month, inclusive; <paramref name="To"/>: the last.</param>
public sealed record StatisticsWish(StatisticsScope Scope, DateOnly From, DateOnly To, string? Item)
{
    public const int MostMonths = 36;
    private const int UsualMonths = 12;

    /// <returns>The wish, or the problem to answer with.</returns>
    internal static (StatisticsWish? Wish, IActionResult? Problem) Read(HttpRequest request, CityCatalogue catalogue, DateOnly today)
    {
        if (request.Caller() is not Caller.Staff staff || StatisticsScope.Of(staff.Member, today) is not { } widest)
            return (null, Problems.NotYours(request));
        var errors = new FieldErrors(request.Language());
        var (item, point) = (TextOf(request, "item"), TextOf(request, "point"));
        var month = MonthOf(request, "month", errors);
        var to = month ?? MonthOf(request, "to", errors) ?? Months.FirstOf(today);
        var from = month ?? MonthOf(request, "from", errors) ?? to.AddMonths(1 - UsualMonths);
        if (item is not null && catalogue.Find(item) is null)
            errors.Add("item", "field.unknown-reference");
        if (point is not null && catalogue.Places.Township(point) is null)
            errors.Add("point", "field.unknown-reference");
        if (!errors.Any && (from > to || to > Months.FirstOf(today) || from < to.AddMonths(1 - MostMonths)))
            errors.Add("from", "field.statistics-months", MostMonths);
        if (errors.Any)
            return (null, Problems.Invalid(request, errors.Fields));
        return widest.Within(point) is { } scope ? (new(scope, from, to, item), null) : (null, Problems.NotYours(request));
    }

    private static DateOnly? MonthOf(HttpRequest request, string field, FieldErrors errors)
    {
        if (TextOf(request, field) is not { } text)
            return null;
        if (Months.Parse(text) is { Year: >= 2000 } month)
            return month;
        errors.Add(field, "field.statistics-month");
        return null;
    }

    internal static string? TextOf(HttpRequest request, string field) => request.Query[field].ToString() is { Length: > 0 } text ? text : null;
}
