using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using OneVisit.Contracts;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Directories;
using OneVisit.Functions.Catalogues;
using OneVisit.Functions.Directories.Files;
using OneVisit.Functions.FrontDoor;

namespace OneVisit.Functions.Directories;

/// <summary>What is in force, every edition, which is in force from when, and how far the last one is written.</summary>
public sealed class ListDirectories(DirectoryDesk desk, DirectoryApplying applying, DirectoryShelf shelf, TimeProvider clock)
{
    [Function(nameof(ListDirectories))]
    public async Task<IActionResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Directories)] HttpRequest request, CancellationToken cancellation)
    {
        var ledger = await desk.LedgerAsync(cancellation);
        return Answers.Json(DirectoryWords.Book(ledger, shelf, await applying.ProgressAsync(ledger, cancellation), clock.Today(), request.Language()));
    }
}

/// <summary>Takes a directory as a workbook, a CSV file or a zip of CSV files. It is checked to the last row before it is kept, and in force only when it is put so.</summary>
public sealed class HandInDirectory(DirectoryDesk desk, DirectoryComparing comparing, IDirectoryFiles files, DirectoryShelf shelf, ILogger<HandInDirectory> logger)
{
    [Function(nameof(HandInDirectory))]
    public async Task<IActionResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Directories)] HttpRequest request, CancellationToken cancellation)
    {
        var caller = request.Caller();
        var errors = new FieldErrors(request.Language());
        var note = CatalogueWords.Note(Uri.UnescapeDataString(request.Headers[Headers.Note].ToString()), errors);
        if (errors.Any)
            return Problems.Invalid(request, errors.Fields);
        if (await BoundedBody.ReadAsync(request, FileBounds.MostBytes, cancellation) is not { } bytes)
            return Problems.PackageTooLarge(request, FileBounds.MostBytes / 1024);
        var change = files.Read(new MemoryStream(bytes, writable: false), Uri.UnescapeDataString(request.Headers[Headers.FileName].ToString())) switch
        {
            DirectoryFileReading.Good good => await desk.HandInAsync(good.Tables, caller.Participant, note, cancellation),
            DirectoryFileReading.Faulty faulty => new DirectoryChange.Broken(faulty.Faults, 0),
            _ => throw new InvalidOperationException(),
        };
        if (change is not DirectoryChange.HandedIn done)
            return DirectoryWords.Refusal(request, change);
        logger.LogInformation(
            "Edition {Number} ({Version}) of the directory by {Participant}; there before: {AlreadyThere}", done.Version.Number, done.Version.Id, caller.Participant, done.AlreadyThere);
        var state = shelf.State;
        return Answers.Json(
            new DirectoryHandedIn(
                DirectoryWords.View(done.Version), done.AlreadyThere, [.. done.Kept.Select(sheet => sheet.Name.In(request.Language()))],
                await comparing.ViewAsync(state.IsBuiltIn ? null : state.Version, shelf.InForce, done.Version.Id, done.Edition, request.Language(), cancellation)),
            done.AlreadyThere ? StatusCodes.Status200OK : StatusCodes.Status201Created);
    }
}

/// <summary>What an edition has otherwise than the one in force, or than another one.</summary>
public sealed class CompareDirectories(DirectoryDesk desk, DirectoryComparing comparing, DirectoryShelf shelf)
{
    [Function(nameof(CompareDirectories))]
    public async Task<IActionResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.DirectoryDiff)] HttpRequest request, string version, CancellationToken cancellation)
    {
        if (await desk.FindAsync(version, cancellation) is not { } after)
            return Problems.NotFound(request);
        var state = shelf.State;
        var (before, edition) = (state.IsBuiltIn ? null : state.Version, shelf.InForce);
        if (request.Query["with"].ToString() is { Length: > 0 } other)
        {
            if (await desk.FindAsync(other, cancellation) is not { } found)
                return Problems.NotFound(request);
            (before, edition) = (found.Version.Id, found.Edition);
        }
        return Answers.Json(await comparing.ViewAsync(before, edition, after.Version.Id, after.Edition, request.Language(), cancellation));
    }
}

/// <summary>An edition as a file that can be handed in again, without ID numbers: they are kept nowhere.</summary>
public sealed class ExportDirectory(DirectoryDesk desk, IDirectoryFiles files)
{
    [Function(nameof(ExportDirectory))]
    public async Task<IActionResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.DirectoryExport)] HttpRequest request, string version, CancellationToken cancellation)
    {
        if (await desk.FindAsync(version, cancellation) is not { } found)
            return Problems.NotFound(request);
        var isCsv = request.Query["as"] == "csv";
        var file = files.Write(DirectoryWriter.Write(found.Edition, request.Language()), isCsv ? DirectoryFileKind.CsvZip : DirectoryFileKind.Workbook);
        return new FileContentResult(file, isCsv ? "application/zip" : Statistics.ExportStatistics.ContentType)
        {
            FileDownloadName = $"directory-{found.Version.Number}.{(isCsv ? "zip" : "xlsx")}",
        };
    }
}

/// <summary>Puts an edition in force from a day on. An earlier edition is how one goes back.</summary>
public sealed class ActivateDirectory(DirectoryDesk desk, DirectoryShelf shelf, ApplyDirectory applying, TimeProvider clock, ILogger<ActivateDirectory> logger)
{
    [Function(nameof(ActivateDirectory))]
    public async Task<IActionResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.DirectoryActivations)] HttpRequest request, string version, CancellationToken cancellation)
    {
        var caller = request.Caller();
        var reading = await JsonRequest.ReadAsync<PutInForce>(request, cancellation);
        if (reading.Value is not { } wish)
            return reading.Problem!;
        var errors = new FieldErrors(request.Language());
        var note = CatalogueWords.Note(wish.Note, errors);
        if (errors.Any)
            return Problems.Invalid(request, errors.Fields);
        var change = await desk.ActivateAsync(version, wish.From, caller.Participant, note, wish.Seen, cancellation);
        if (change is not DirectoryChange.Activated done)
            return DirectoryWords.Refusal(request, change);
        logger.LogInformation("Edition {Number} of the directory from {From} on, by {Participant}", done.Version.Number, wish.From, caller.Participant);
        await shelf.RefreshAsync(cancellation);
        applying.Call();
        return Answers.Json(
            DirectoryWords.Activations(done.Ledger, shelf.State, clock.Today()).First(), done.AlreadyThere ? StatusCodes.Status200OK : StatusCodes.Status201Created);
    }
}
