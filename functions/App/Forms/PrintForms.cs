using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using OneVisit.Catalogue;
using OneVisit.Contracts;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Functions.Cases;
using OneVisit.Functions.FrontDoor;
using OneVisit.Papers;
using OneVisit.Papers.Forms;

namespace OneVisit.Functions.Forms;

/// <summary>A form of a case as PDF. Numbers in full only for its owner, of the offices names only for who works on the case; the household sees who of them opened it.</summary>
public sealed class PrintForm(FormDesk desk, PaperLooks looks, ILogger<PrintForm> logger)
{
    [Function(nameof(PrintForm))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.CaseForm)] HttpRequest request, string caseId, string material, CancellationToken cancellation) =>
        desk.Fill(request.Case(), material, request.Caller(), request.Language()) is not { } form ? Problems.NotFound(request)
        : await looks.NoteAsync(request, SeenKind.Form, material, cancellation) ?? Printed.Answer(request, form, logger);
}

/// <summary>A form before there is a case, from what was told so far. Nothing of it is kept.</summary>
public sealed class PrintDraftForm(CityCatalogue catalogue, FormDesk desk, TimeProvider clock, ILogger<PrintDraftForm> logger)
{
    [Function(nameof(PrintDraftForm))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.DraftForm)] HttpRequest request, string material, CancellationToken cancellation)
    {
        var reading = await JsonRequest.ReadAsync<SubmitApplication>(request, cancellation);
        if (reading.Value is not { } posted)
            return reading.Problem!;
        var errors = new FieldErrors(request.Language());
        if (FormDraft.Of(posted, catalogue, clock.Today(), errors, request.Language()) is not { } draft)
            return Problems.Invalid(request, errors.Fields);
        return desk.Fill(draft, material, request.Language()) is { } form ? Printed.Answer(request, form, logger) : Problems.NotFound(request);
    }
}

/// <summary>A form as the file it is sent as.</summary>
internal static class Printed
{
    public static IActionResult Answer(HttpRequest request, FilledForm form, ILogger logger)
    {
        var printed = PaperPress.Print(form.Paper);
        if (!printed.Missing.IsEmpty)
            logger.LogWarning("Form {Form}: {Missing} characters are not in the font and are to be written by hand", form.Version, printed.Missing.Length);
        return Answers.Pdf(request, printed.Content, form.Material);
    }
}
