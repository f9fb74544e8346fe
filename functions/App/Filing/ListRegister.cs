using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using OneVisit.Catalogue;
using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Services;
using OneVisit.Functions.FrontDoor;
using OneVisit.Functions.Words;
using OneVisit.Storage;

namespace OneVisit.Functions.Filing;

/// <summary>The city's register of filings, a month at a time, for the city's own staff.</summary>
public sealed class ListRegister(FilingRegister register, CityCatalogue catalogue, TimeProvider clock)
{
    private const int UsualSize = 50;
    private const int LargestSize = 200;

    [Function(nameof(ListRegister))]
    public async Task<IActionResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Register)] HttpRequest request, CancellationToken cancellation)
    {
        var language = request.Language();
        var errors = new FieldErrors(language);
        var query = new QueryFields(request, errors);
        var (month, item, point, wished) = (query.Month("month") ?? Months.FirstOf(clock.Today()), query.Item(catalogue), query.Point(catalogue), UsualSize);
        if (query.Text("size") is { } size && (!int.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out wished) || wished is < 1 or > LargestSize))
            errors.Add("size", "field.page-size", LargestSize);
        if (errors.Any)
            return Problems.Invalid(request, errors.Fields);
        var page = await register.ListAsync(
            month, item, point is null ? null : Offices.Id(OfficeLevel.Township, point), wished, query.Text("after") ?? "", cancellation);
        return Answers.Json(new FilingRegisterView(month, [.. page.Cases.Select(filed => View(filed, language))], page.Next));
    }

    private FiledCaseView View(FiledCase filed, Language language) => new(
        filed.Number, filed.CaseId, filed.Item, catalogue.Find(filed.Item)?.Name.In(language) ?? filed.Item,
        filed.Point, ActorWords.OfOffice(filed.Point, catalogue.Places, language), catalogue.Places.Village(filed.Village)?.Name.In(language) ?? filed.Village,
        filed.Applicant, filed.Monthly?.Yuan, filed.Once?.Yuan, filed.DecidedOn, BeijingTime.DayOf(filed.FiledAt), filed.FiledBy, filed.Typed);
}
