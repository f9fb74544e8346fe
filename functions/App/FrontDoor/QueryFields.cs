using Microsoft.AspNetCore.Http;
using OneVisit.Catalogue;
using OneVisit.Domain.Calendars;

namespace OneVisit.Functions.FrontDoor;

/// <summary>What a query asks for, field by field; <c>null</c>: it does not ask, or what it asks for is odd, which is added to the errors.</summary>
internal sealed class QueryFields(HttpRequest request, FieldErrors errors)
{
    /// <summary>Years before are no office's of ours, and months are reckoned with.</summary>
    private const int FirstYear = 2000;

    public string? Text(string field) => request.Query[field].ToString() is { Length: > 0 } text ? text : null;

    /// <summary>The first day of a month, written like <c>2026-10</c>.</summary>
    public DateOnly? Month(string field)
    {
        if (Text(field) is not { } text)
            return null;
        if (Months.Parse(text) is { Year: >= FirstYear } month)
            return month;
        errors.Add(field, "field.statistics-month");
        return null;
    }

    /// <summary>Months from <c>from</c> to <c>to</c>, both inclusive, or the one called <c>month</c>; without a word the twelve to the one that runs.</summary>
    /// <param name="most">So many at most.</param>
    public (DateOnly From, DateOnly To) Period(DateOnly today, int most)
    {
        var month = Month("month");
        var to = month ?? Month("to") ?? Months.FirstOf(today);
        var from = month ?? Month("from") ?? to.AddMonths(-11);
        if (!errors.Any && (from > to || to > Months.FirstOf(today) || from < to.AddMonths(1 - most)))
            errors.Add("from", "field.statistics-months", most);
        return (from, to);
    }

    /// <summary>Code of a service of the catalogue.</summary>
    public string? Item(CityCatalogue catalogue) => Known("item", code => catalogue.Find(code) is not null);

    /// <summary>Code of a township.</summary>
    public string? Point(CityCatalogue catalogue) => Known("point", code => catalogue.Places.Township(code) is not null);

    private string? Known(string field, Func<string, bool> isKnown)
    {
        if (Text(field) is not { } code || isKnown(code))
            return Text(field);
        errors.Add(field, "field.unknown-reference");
        return null;
    }
}
