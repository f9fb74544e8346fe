using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using OneVisit.Catalogue;
using OneVisit.Contracts;
using OneVisit.Domain.Calendars;
using OneVisit.Functions.FrontDoor;

namespace OneVisit.Functions.Catalogues;

/// <summary>Every catalogue version, and which is in force from when.</summary>
public sealed class ListCatalogues(CatalogueDesk desk, CatalogueShelf shelf, TimeProvider clock)
{
    [Function(nameof(ListCatalogues))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Catalogues)] HttpRequest request, CancellationToken cancellation) =>
        Answers.Json(CatalogueWords.Book(await desk.LedgerAsync(cancellation), shelf.State, clock.Today()));
}

/// <summary>Takes a catalogue as a zip. It is checked to the last line before it is kept, and in force only when it is put so.</summary>
public sealed class PublishCatalogue(CatalogueDesk desk, ILogger<PublishCatalogue> logger)
{
    /// <summary>A catalogue packs to some sixty kilobytes.</summary>
    private const int MostBytes = 2 * 1024 * 1024;

    [Function(nameof(PublishCatalogue))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Catalogues)] HttpRequest request, CancellationToken cancellation)
    {
        var caller = request.Caller();
        var errors = new FieldErrors(request.Language());
        var note = CatalogueWords.Note(Uri.UnescapeDataString(request.Headers[Headers.Note].ToString()), errors);
        if (errors.Any)
            return Problems.Invalid(request, errors.Fields);
        if (await BoundedBody.ReadAsync(request, MostBytes, cancellation) is not { } zip)
            return Problems.PackageTooLarge(request, MostBytes / 1024);
        switch (await desk.PublishAsync(CataloguePackage.OfZip(zip), caller.Participant, note, cancellation))
        {
            case CatalogueChange.Done done:
                logger.LogInformation("Catalogue version {Number} ({Version}) by {Participant}; there before: {AlreadyThere}", done.Version.Number, done.Version.Id, caller.Participant, done.AlreadyThere);
                return Answers.Json(CatalogueWords.View(done.Version), done.AlreadyThere ? StatusCodes.Status200OK : StatusCodes.Status201Created);
            case var refused:
                return CatalogueWords.Refusal(request, refused);
        }
    }
}

/// <summary>Puts a version in force from a day on. An earlier version is how one goes back; cases that are open stay with theirs either way.</summary>
public sealed class ActivateCatalogue(CatalogueDesk desk, CatalogueShelf shelf, TimeProvider clock, ILogger<ActivateCatalogue> logger)
{
    [Function(nameof(ActivateCatalogue))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.CatalogueActivations)] HttpRequest request, string version, CancellationToken cancellation)
    {
        var caller = request.Caller();
        var reading = await JsonRequest.ReadAsync<PutInForce>(request, cancellation);
        if (reading.Value is not { } wish)
            return reading.Problem!;
        var errors = new FieldErrors(request.Language());
        var note = CatalogueWords.Note(wish.Note, errors);
        if (errors.Any)
            return Problems.Invalid(request, errors.Fields);
        switch (await desk.ActivateAsync(version, wish.From, caller.Participant, note, wish.Seen, cancellation))
        {
            case CatalogueChange.Done done:
                logger.LogInformation("Catalogue version {Number} from {From} on, by {Participant}", done.Version.Number, wish.From, caller.Participant);
                await shelf.RefreshAsync(cancellation);
                return Answers.Json(
                    CatalogueWords.Activations(done.Ledger, shelf.State, clock.Today()).First(), done.AlreadyThere ? StatusCodes.Status200OK : StatusCodes.Status201Created);
            case var refused:
                return CatalogueWords.Refusal(request, refused);
        }
    }
}
