using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using OneVisit.Catalogue;
using OneVisit.Domain;
using OneVisit.Domain.Directories;
using OneVisit.Domain.Identity;
using OneVisit.Functions.Catalogues;
using OneVisit.Functions.Directories;
using OneVisit.Functions.Directories.Files;
using OneVisit.Local.Azurite;
using OneVisit.Storage;

namespace OneVisit.Local.Host;

/// <summary>
/// A directory handed in and put in force from outside, before anybody is in it who could do it on the page: checked by the same rules, written to the list of staff
/// before the command ends.
/// </summary>
internal static class PublishDirectory
{
    public const string Command = "publish-directory";

    /// <summary>Where the look-up key of a city in Azure is read from, only if the file has ID numbers in it: in base64, with its id and a colon before it where it is not the first.</summary>
    public const string LookupKeyVariable = "ONEVISIT_LOOKUP_KEY";

    /// <returns>0 when it was done, 1 when not.</returns>
    /// <exception cref="LocalSetupException">An option nobody knows, a file that cannot be read, no key, or no storage to be had.</exception>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, CancellationToken ct = default)
    {
        var wish = CityWish.Parse(Command, arguments, "a file");
        using var file = new MemoryStream(wish.ReadFile());
        var reading = new DirectoryFiles().Read(file, Path.GetFileName(wish.Subject!));
        if (reading is not DirectoryFileReading.Good { Tables: var tables })
            return Refuse(((DirectoryFileReading.Faulty)reading).Faults, 0, output);
        var lookup = await LookupOfAsync(wish, tables, ct);
        await using var storage = await CityStorage.OpenAsync(wish.Elsewhere, wish.City, output, ct);
        var (clock, store) = (storage.Clock, new DirectoryStore(storage.Account));
        var shelf = new DirectoryShelf(store, clock);
        var desk = new DirectoryDesk(store, shelf, new CatalogueShelf(new CatalogueStore(storage.Account), clock, shelf), lookup, clock);
        var change = await desk.HandInAsync(tables, CatalogueCommands.By, wish.Note, ct);
        if (change is not DirectoryChange.HandedIn done)
            return Refuse(change, output);
        var edition = done.Edition;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Edition {done.Version.Number} ({done.Version.Id}) {(done.AlreadyThere ? "was there already" : "is kept")}: {edition.Villages.Length} villages, {edition.Grids.Length} grids, {edition.People.Length} people, {edition.Points.Length} service points."));
        await shelf.RefreshAsync(ct);
        foreach (var sheet in DirectoryDiff.Between(shelf.InForce, edition, Language.English).Sheets.Where(sheet => sheet.Count > 0))
            output.WriteLine($"  {sheet.Sheet.Name.Zh} / {sheet.Sheet.Name.En}: {sheet.Added.Length} new, {sheet.Removed.Length} gone, {sheet.Changed.Length} changed, against what is in force today");
        if (wish.From is not { } from)
        {
            output.WriteLine($"It is not in force. Say from when: {Command} {wish.Subject} --from yyyy-MM-dd");
            return 0;
        }
        change = await desk.ActivateAsync(done.Version.Id, from, CatalogueCommands.By, wish.Note, seen: null, ct);
        if (change is not DirectoryChange.Activated)
            return Refuse(change, output);
        await new DirectoryApplying(store, shelf, new DirectoryMark(storage.Account), new StaffDirectory(storage.Account), NullLogger<DirectoryApplying>.Instance).ApplyAsync(ct);
        output.WriteLine($"It is in force from {from:yyyy-MM-dd} on, and everybody in it is on the list of staff.");
        return 0;
    }

    // With another key nobody would be found by their number again, so there is no guess.
    private static async Task<LookupHash> LookupOfAsync(CityWish wish, DirectoryTables tables, CancellationToken ct)
    {
        if (wish.Elsewhere is null)
        {
            var data = Directory.CreateDirectory(wish.City.Data).FullName;
            var file = await RotateKeysCommand.OpenLookupsAsync(data, LocalKeys.LoadOrCreate(data), new DemoClock(Path.Combine(data, "clock")), ct);
            return new(new KeyRing(await file.ReadAsync(ct)));
        }
        if (Environment.GetEnvironmentVariable(LookupKeyVariable) is { Length: > 0 } told)
        {
            var (id, key) = told.Split(':') is [{ Length: > 0 } name, var rest] ? (name, rest) : (SealingKeys.First, told);
            return new(new KeyRing(new SealingKeys(id, new Dictionary<string, byte[]> { [id] = Convert.FromBase64String(key) })));
        }
        return DirectoryReader.HasIdNumbers(tables)
            ? throw new LocalSetupException($"There are ID numbers in the file, and {LookupKeyVariable} is not set. Leave that column empty, or set it to the city's lookup-key for this one command.")
            : new(new byte[32]);
    }

    private static int Refuse(DirectoryChange change, TextWriter output)
    {
        if (change is DirectoryChange.Broken broken)
            return Refuse(broken.Faults, broken.More, output);
        output.WriteLine(change is DirectoryChange.WrongDay wrong
            ? $"The first day has to lie between {wrong.Today:yyyy-MM-dd} (today) and {wrong.Today.AddDays(CatalogueDesk.FarthestDays):yyyy-MM-dd}. The edition is kept, and not in force."
            : "Somebody else has just changed the directory. Look at its page, then try again.");
        return 1;
    }

    /// <summary>What is wrong with a file, a line each, in both languages: it is a clerk of the city who mends it.</summary>
    public static int Refuse(IReadOnlyList<DirectoryFault> faults, int more, TextWriter output)
    {
        foreach (var fault in faults)
        {
            var place = string.Join(' ', new[] { fault.Sheet, fault.Row > 0 ? fault.Row.ToString(CultureInfo.InvariantCulture) : "", fault.Column }.Where(part => part.Length > 0));
            output.WriteLine($"{place}: {DirectoryWords.Sentence(fault, Language.Chinese)} / {DirectoryWords.Sentence(fault, Language.English)}");
        }
        output.WriteLine($"Mistakes: {faults.Count + more}. Nothing was changed.");
        return 1;
    }
}
