using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using OneVisit.Catalogue;
using OneVisit.Functions.FrontDoor;

namespace OneVisit.Functions.Statistics;

/// <summary>What somebody asks of the statistics: read from the query, and within what they may see.</summary>
/// <param name="From">First month, inclusive; <paramref name="To"/>: the last.</param>
public sealed record StatisticsWish(StatisticsScope Scope, DateOnly From, DateOnly To, string? Item)
{
    public const int MostMonths = 36;

    /// <returns>The wish, or the problem to answer with.</returns>
    internal static (StatisticsWish? Wish, IActionResult? Problem) Read(HttpRequest request, CityCatalogue catalogue, DateOnly today)
    {
        if (StatisticsScope.Of(request.Staff().Member, today) is not { } widest)
            return (null, Problems.NotYours(request));
        var errors = new FieldErrors(request.Language());
        var query = new QueryFields(request, errors);
        var (item, point, (from, to)) = (query.Item(catalogue), query.Point(catalogue), query.Period(today, MostMonths));
        if (errors.Any)
            return (null, Problems.Invalid(request, errors.Fields));
        return widest.Within(point) is { } scope ? (new(scope, from, to, item), null) : (null, Problems.NotYours(request));
    }
}
