using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using OneVisit.Catalogue;
using OneVisit.Domain;
using OneVisit.Domain.Services;
using OneVisit.Functions.FrontDoor;

namespace OneVisit.Functions.Oversight;

/// <summary>What a member of staff posted about a point: a township of the catalogue.</summary>
/// <param name="Point">The township's office.</param>
internal sealed record PointForm<T>(Caller.Staff Staff, string Point, T Posted)
    where T : class
{
    /// <returns>The form, or the answer that says why there is none.</returns>
    public static async Task<(PointForm<T>? Form, IActionResult? Problem)> ReadAsync(
        HttpRequest request, string township, CityCatalogue catalogue, CancellationToken cancellation)
    {
        if (catalogue.Places.Township(township) is null)
            return (null, Problems.NotFound(request));
        var reading = await JsonRequest.ReadAsync<T>(request, cancellation);
        return reading.Value is { } posted
            ? (new(request.Staff(), Offices.Id(OfficeLevel.Township, township), posted), null)
            : (null, reading.Problem);
    }
}
