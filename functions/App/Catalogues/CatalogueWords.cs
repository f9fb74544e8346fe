using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using OneVisit.Catalogue;
using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Versions;
using OneVisit.Domain.Services;
using OneVisit.Functions.FrontDoor;
using OneVisit.Functions.Words;

namespace OneVisit.Functions.Catalogues;

/// <summary>The book of versions as the bureau reads it, and what is wrong with a catalogue, line by line.</summary>
internal static class CatalogueWords
{
    private const int MostFaults = 200;

    public static CatalogueBook Book(VersionLedger ledger, VersionState state, DateOnly today) => new(
        state.Version, state.Number, [.. ledger.Versions.Reverse().Select(View)], [.. Activations(ledger, state, today)], state.Wrong());

    public static CatalogueVersionView View(KeptVersion version) => new(version.Number, version.Id, version.By, version.At, version.Note);

    /// <summary>The latest first.</summary>
    public static IEnumerable<CatalogueActivationView> Activations(VersionLedger ledger, VersionState state, DateOnly today)
    {
        var inForce = ledger.On(today).FirstOrDefault(activation => activation.Id == state.Version);
        var planned = ledger.After(today).ToArray();
        return ledger.Activations.Reverse().Select(activation => new CatalogueActivationView(
            ledger.Find(activation.Id)?.Number ?? 0, activation.Id, activation.From, activation.By, activation.At,
            ReferenceEquals(activation, inForce) ? "in-force" : planned.Any(plan => ReferenceEquals(plan, activation)) ? "planned" : "past", activation.Note));
    }

    /// <returns><c>null</c> for none.</returns>
    public static string? Note(string? text, FieldErrors errors)
    {
        if (text?.Length > CatalogueDesk.LongestNote)
            errors.Add("note", "field.text-long", CatalogueDesk.LongestNote);
        return PlainText.OrNull(text);
    }

    public static IActionResult Refusal(HttpRequest request, CatalogueChange refused) => refused switch
    {
        CatalogueChange.Broken broken => Broken(request.Language(), broken),
        CatalogueChange.WrongDay day => WrongDay(request, day.Today),
        CatalogueChange.SomebodyWasFirst => Problems.Plain(request, StatusCodes.Status409Conflict, ProblemCodes.SomebodyWasFirst),
        _ => Problems.NotFound(request),
    };

    public static IActionResult WrongDay(HttpRequest request, DateOnly today)
    {
        var errors = new FieldErrors(request.Language());
        errors.Add("from", "field.catalogue-from", Sentences.Day(request.Language(), today), Sentences.Day(request.Language(), today.AddDays(CatalogueDesk.FarthestDays)));
        return Problems.Invalid(request, errors.Fields);
    }

    // By file and line, as an editor can jump to them.
    private static IActionResult Broken(Language language, CatalogueChange.Broken broken) => Problems.Of(
        language, StatusCodes.Status422UnprocessableEntity, ProblemCodes.BrokenCatalogue,
        Sentences.Of(language, "problem." + ProblemCodes.BrokenCatalogue, broken.Faults.Length),
        broken.Faults.Take(MostFaults).GroupBy(fault => $"{fault.File}:{fault.Line}").ToDictionary(
            lines => lines.Key, lines => lines.Select(fault => Sentences.Of(language, "fault." + fault.Kind, fault.Subject)).Distinct().ToArray()));
}
