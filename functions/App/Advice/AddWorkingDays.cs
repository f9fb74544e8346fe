using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using OneVisit.Catalogue;
using OneVisit.Contracts;
using OneVisit.Functions.FrontDoor;

namespace OneVisit.Functions.Advice;

/// <summary>Counts working days from the day after a date, by the published calendars.</summary>
public sealed class AddWorkingDays(CityCatalogue catalogue)
{
    private const int MostDays = 366;

    [Function(nameof(AddWorkingDays))]
    public IActionResult Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.CalendarPlus)] HttpRequest request, string date, string workingDays)
    {
        var errors = new FieldErrors(request.Language());
        if (!DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var from) || from.Year is < 2000 or > 2100)
            errors.Add("date", "field.date");
        if (!int.TryParse(workingDays, NumberStyles.None, CultureInfo.InvariantCulture, out var days) || days > MostDays)
            errors.Add("workingDays", "field.working-days", MostDays);
        if (errors.Any)
            return Problems.Invalid(request, errors.Fields);
        var due = catalogue.Calendar.After(from, days);
        return Answers.Json(new DueDateAnswer(from, days, due.On, due.IsProvisional));
    }
}
