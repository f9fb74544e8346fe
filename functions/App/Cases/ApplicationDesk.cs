using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using OneVisit.Catalogue;
using OneVisit.Contracts;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Services;
using OneVisit.Functions.FrontDoor;
using OneVisit.Functions.Mandates;

namespace OneVisit.Functions.Cases;

/// <summary>An application that may be taken.</summary>
/// <param name="Owner">Whose case it becomes.</param>
/// <param name="Posted">As it was posted: the same submission with other content is another.</param>
/// <param name="Catalogue">By which it was read.</param>
internal sealed record PresentedApplication(Submission Submission, string Owner, string Posted, CityCatalogue Catalogue);

/// <summary>Reads applications, for one service or for several: who may hand them in, what is in them, and whether the mandate that goes with them is signed.</summary>
public sealed class ApplicationDesk(CatalogueShelf shelf, MandateDesk mandates, AgentApplying applying, ApplicationPace pace, TimeProvider clock)
{
    /// <returns>The application, or the answer that says why it cannot be taken.</returns>
    internal async Task<(PresentedApplication? Application, IActionResult? Problem)> ReadAsync<T>(
        HttpRequest request, Func<SubmissionReading, T, Submission?> read, CancellationToken cancellation)
        where T : class
    {
        var reading = await JsonRequest.ReadAsync<T>(request, cancellation);
        if (reading.Value is not { } form)
            return (null, reading.Problem);
        var errors = new FieldErrors(request.Language());
        var catalogue = await shelf.CurrentAsync(cancellation);
        if (read(new SubmissionReading(catalogue, clock.Today(), errors, request.Language()), form) is not { } submission)
            return (null, Problems.Invalid(request, errors.Fields));
        var (mandate, unsigned) = await mandates.OfAsync(request, submission, cancellation);
        if (unsigned is not null)
            return (null, unsigned);
        var (owner, by, refused) = await applying.OfAsync(request, submission, mandate, cancellation);
        if (refused is null)
            refused = await pace.AgainstAsync(request, submission, cancellation);
        return refused is null
            ? (new(submission with { Mandate = mandate, By = by }, owner, JsonSerializer.Serialize(form, Wire.Json), catalogue), null)
            : (null, refused);
    }
}
