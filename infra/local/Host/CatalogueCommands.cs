using System.Globalization;
using OneVisit.Catalogue;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Versions;
using OneVisit.Functions.Catalogues;
using OneVisit.Local.Azurite;
using OneVisit.Storage;

namespace OneVisit.Local.Host;

/// <summary>
/// The catalogue of a city changed by hand: in the storage of the city that runs, which notices within a minute, or in an Azurite that
/// is started for the purpose on its data; or in an account in Azure.
/// </summary>
internal static class CatalogueCommands
{
    public const string Publish = "publish-catalogue";
    public const string List = "list-catalogues";
    public const string RollBack = "roll-back-catalogue";

    /// <summary>Who stands in the book for what was typed here.</summary>
    public const string By = "console";

    /// <returns>0 when it was done, 1 when not.</returns>
    /// <exception cref="LocalSetupException">An option nobody knows, or no storage to be had.</exception>
    public static async Task<int> RunAsync(string command, IReadOnlyList<string> arguments, TextWriter output, CancellationToken ct = default)
    {
        var wish = CityWish.Parse(command, arguments, command switch { Publish => "a folder", RollBack => "a version", _ => null });
        if (command == Publish && !Directory.Exists(wish.Subject))
            throw new LocalSetupException($"There is no folder {Path.GetFullPath(wish.Subject!)}.");
        await using var storage = await CityStorage.OpenAsync(wish.Elsewhere, wish.City, output, ct);
        var clock = storage.Clock;
        var store = new CatalogueStore(storage.Account);
        // Also in a city that was never opened, the catalogue built in is the first version: there is always one to go back to.
        await new BuiltInCatalogue(store, clock).EnsureKeptAsync(ct);
        var desk = new CatalogueDesk(store, clock);
        return command switch
        {
            Publish => await PublishAsync(desk, wish, output, ct),
            RollBack => await ActivateAsync(desk, wish.Subject!, wish.From ?? clock.Today(), wish.Note, output, ct),
            _ => await ListAsync(desk, clock.Today(), output, ct),
        };
    }

    private static async Task<int> PublishAsync(CatalogueDesk desk, CityWish wish, TextWriter output, CancellationToken ct)
    {
        var change = await desk.PublishAsync(CataloguePackage.OfFolder(wish.Subject!), By, wish.Note, ct);
        if (change is not CatalogueChange.Done done)
            return Refuse(change, wish.Subject!.TrimEnd('/', '\\'), output);
        output.WriteLine($"Version {Number(done.Version)} ({done.Version.Id}) {(done.AlreadyThere ? "was there already" : "is kept")}.");
        if (wish.From is { } from)
            return await ActivateAsync(desk, done.Version.Id, from, wish.Note, output, ct);
        output.WriteLine($"It is not in force. Say from when: {Publish} {wish.Subject} --from yyyy-MM-dd");
        return 0;
    }

    private static async Task<int> ActivateAsync(CatalogueDesk desk, string version, DateOnly from, string? note, TextWriter output, CancellationToken ct)
    {
        var change = await desk.ActivateAsync(version, from, By, note, seen: null, ct);
        if (change is not CatalogueChange.Done done)
            return Refuse(change, "versions/" + version, output);
        output.WriteLine($"Version {Number(done.Version)} ({done.Version.Id}) is in force from {Day(from)} on. Cases that are open stay with theirs.");
        return 0;
    }

    private static async Task<int> ListAsync(CatalogueDesk desk, DateOnly today, TextWriter output, CancellationToken ct)
    {
        var ledger = await desk.LedgerAsync(ct);
        foreach (var version in ledger.Versions)
            output.WriteLine($"{Number(version),4}  {version.Id}  {BeijingTime.DayOf(version.At):yyyy-MM-dd}  {version.By}  {version.Note}".TrimEnd());
        foreach (var activation in ledger.Activations)
            output.WriteLine($"from {Day(activation.From)}  version {Number(ledger.Find(activation.Id))}  {activation.By}  {activation.Note}".TrimEnd());
        var inForce = ledger.On(today).FirstOrDefault();
        output.WriteLine(inForce is null
            ? $"Today, {Day(today)}, the catalogue that is built in is in force."
            : $"Today, {Day(today)}, version {Number(ledger.Find(inForce.Id))} is in force.");
        return 0;
    }

    private static int Refuse(CatalogueChange change, string place, TextWriter output)
    {
        switch (change)
        {
            case CatalogueChange.Broken broken:
                foreach (var fault in broken.Faults) output.WriteLine($"{place}/{fault}");
                output.WriteLine($"Mistakes: {broken.Faults.Length}. Nothing was changed.");
                break;
            case CatalogueChange.NoSuchVersion:
                output.WriteLine($"There is no such version. {List} shows all of them.");
                break;
            case CatalogueChange.WrongDay wrong:
                output.WriteLine($"The first day has to lie between {Day(wrong.Today)} (today) and {Day(wrong.Today.AddDays(CatalogueDesk.FarthestDays))}. Nothing was changed.");
                break;
            default:
                output.WriteLine($"Somebody else has just changed the catalogue. Look with {List}, then try again.");
                break;
        }
        return 1;
    }

    private static string Number(KeptVersion? version) => version?.Number.ToString(CultureInfo.InvariantCulture) ?? "?";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
