using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Directories;
using OneVisit.Domain.Versions;
using OneVisit.Functions.Catalogues;
using OneVisit.Functions.FrontDoor;
using OneVisit.Functions.Words;
using OneVisit.Storage;

namespace OneVisit.Functions.Directories;

/// <summary>The book of editions as the bureau reads it, what an edition changes, and what is wrong with a file, sentence by sentence.</summary>
internal static class DirectoryWords
{
    /// <summary>Of a sheet's lines that differ; the rest is counted.</summary>
    private const int MostLines = 300;

    public static DirectoryBook Book(VersionLedger ledger, DirectoryShelf shelf, ApplyProgress? applying, DateOnly today, Language language)
    {
        var state = shelf.State;
        return new(
            state.IsBuiltIn ? null : state.Version, state.Number, state.IsBuiltIn ? [] : Counts(shelf.InForce, language), [.. ledger.Versions.Reverse().Select(View)],
            [.. Activations(ledger, state, today)], applying is null ? null : new(ledger.Find(ledger.Activations[applying.Step - 1].Id)?.Number ?? 0, applying.Done, applying.Of), state.Wrong());
    }

    public static DirectoryVersionView View(KeptVersion version) => new(version.Number, version.Id, version.By, version.At, version.Note);

    /// <summary>The latest first.</summary>
    public static IEnumerable<DirectoryActivationView> Activations(VersionLedger ledger, VersionState state, DateOnly today) =>
        CatalogueWords.Activations(ledger, state, today).Select(told => new DirectoryActivationView(told.Number, told.Version, told.From, told.By, told.At, told.State, told.Note));

    public static DirectoryDiffView Diff(string? before, string after, DirectoryDiff diff, IReadOnlyList<DirectoryPostLoss> losses, Language language) => new(
        before, after, [.. diff.Sheets.Select(sheet => new DirectorySheetDiff(
            sheet.Sheet.Key, sheet.Sheet.Name.In(language), sheet.Added.Length, sheet.Removed.Length, sheet.Changed.Length, [.. Lines(sheet, language).Take(MostLines)], Math.Max(0, sheet.Count - MostLines)))],
        losses.Count == 0 ? null : losses);

    public static IActionResult Refusal(HttpRequest request, DirectoryChange refused) => refused switch
    {
        DirectoryChange.Broken broken => Broken(request.Language(), broken),
        DirectoryChange.WrongDay day => CatalogueWords.WrongDay(request, day.Today),
        DirectoryChange.SomebodyWasFirst => Problems.Plain(request, StatusCodes.Status409Conflict, ProblemCodes.SomebodyWasFirst),
        _ => Problems.NotFound(request),
    };

    /// <summary>What is wrong, and what helps.</summary>
    public static string Sentence(DirectoryFault fault, Language language)
    {
        var key = fault is { Kind: DirectoryFaultKind.Duplicate, Row: 0 } ? "Duplicate.sheet" : fault.Kind.ToString();
        // A sentence may say more than a file's fault knows.
        return Sentences.Of(language, "directory.fault." + key, [.. fault.Arguments, "…", "…"]);
    }

    private static IActionResult Broken(Language language, DirectoryChange.Broken broken) => Problems.Of(
        language, StatusCodes.Status422UnprocessableEntity, ProblemCodes.BrokenDirectory,
        Sentences.Of(language, "problem." + ProblemCodes.BrokenDirectory, broken.Faults.Length + broken.More),
        report: new DirectoryReport([.. broken.Faults.Select(fault => new DirectoryFaultView(Code(fault.Kind), fault.Sheet, fault.Row, fault.Column, Sentence(fault, language)))], broken.More));

    private static string Code(DirectoryFaultKind kind) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());

    private static IReadOnlyList<DirectorySheetCount> Counts(DirectoryEdition edition, Language language)
    {
        int[] lines =
        [
            edition.Villages.Length, edition.Grids.Length, edition.People.Length, edition.People.Sum(person => person.Posts.Length), edition.People.Sum(person => person.Duties.Length),
            edition.People.Sum(person => person.Trainings.Length), edition.Points.Length,
        ];
        return [.. DirectorySheets.All.Zip(lines, (sheet, count) => new DirectorySheetCount(sheet.Key, sheet.Name.In(language), count))];
    }

    private static IEnumerable<DirectoryLineDiff> Lines(SheetDiff sheet, Language language) =>
        sheet.Changed.Select(line => Line("changed", line, language)).Concat(sheet.Removed.Select(line => Line("removed", line, language))).Concat(sheet.Added.Select(line => Line("added", line, language)));

    private static DirectoryLineDiff Line(string change, LineDiff line, Language language) => new(
        change, string.Join(" · ", line.Key.Prepend(line.Name).Where(part => part.Length > 0)),
        [.. line.Fields.Select(field => new DirectoryFieldDiff(field.Column.Heading.In(language), field.Before, field.After))]);
}
