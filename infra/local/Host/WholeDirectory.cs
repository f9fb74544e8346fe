using OneVisit.Catalogue;
using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Directories;
using OneVisit.Functions.Directories.Files;
using OneVisit.Local.Host.Demo;
using OneVisit.Local.Year.Directories;
using OneVisit.Local.Year.World;

namespace OneVisit.Local.Host;

/// <summary>
/// The made-up directory of the whole city, handed in as a workbook and put in force from today over HTTP, as the bureau's officer would on the page. Once: where a
/// directory was ever put in force, there is nothing to do. The city is open meanwhile.
/// </summary>
internal sealed class WholeDirectory(Uri backOffice, byte[] frontDoorKey, CityCatalogue catalogue, TimeProvider clock, Action<string> say)
{
    private const string By = "staff:bureau-officer";
    private const string Note = "演示城市的名录（编的）";

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(500);

    public async Task HandInAsync(CancellationToken stop)
    {
        using var door = new Door(clock, frontDoorKey);
        door.Open(backOffice);
        try
        {
            if ((await BookAsync(door, stop)).Activations.Count > 0)
                return;
            var edition = await Task.Run(() => GeneratedDirectory.Of(DirectoryCommand.DefaultSeed, catalogue, DemoStaff.All), stop);
            var file = new DirectoryFiles().Write(DirectoryWriter.Write(edition, Language.Chinese), DirectoryFileKind.Workbook);
            var taken = (await door.UploadAsync(Routes.Directories, By, file, "city.xlsx", Note, stop)).Must<DirectoryHandedIn>();
            (await door.PostAsync(Routes.DirectoryActivations.Replace("{version}", taken.Version.Version, StringComparison.Ordinal), By, new PutInForce(clock.Today(), Note), stop)).Must<DirectoryActivationView>();
            using var pause = new PeriodicTimer(BetweenLooks);
            while ((await BookAsync(door, stop)).Applying is not null) await pause.WaitForNextTickAsync(stop);
            say($"The directory of the whole city is in force: {edition.Villages.Length} villages, {edition.Grids.Length} grids, {edition.People.Length} people.");
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Whatever is begun is finished at the next start.
        }
        catch (Exception trouble) when (trouble is HttpRequestException or InvalidOperationException or IOException)
        {
            say($"The directory of the whole city could not be handed in; the next start tries again. {trouble.Message}");
        }
    }

    private static async Task<DirectoryBook> BookAsync(Door door, CancellationToken stop) => (await door.GetAsync(Routes.Directories, By, stop)).Must<DirectoryBook>();
}
