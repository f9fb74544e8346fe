using OneVisit.Bot.BackOffices;
using OneVisit.Bot.Pages;
using OneVisit.Bot.Turns;
using OneVisit.Contracts;

namespace OneVisit.Bot.Safekeeping;

/// <summary>Lets those in who have something to do here: the back office says to whom the table of acts allows what, and is asked each time.</summary>
internal sealed class KeeperDoor(PatientOffice patient, SheetPages sheets)
{
    /// <param name="tab"><c>null</c>: the page that leads to all of them.</param>
    public Task<IResult> OpenAsync(HttpContext http, KeeperTab? tab, Func<Keeper, Task<IResult>> show, CancellationToken stop) =>
        sheets.ForStaffAsync(http, async speaker => await patient.Office.GetAsync<Me>(speaker, Routes.Me, stop) switch
        {
            Answer<Me>.Got { Value: var me } => await LetInAsync(Of(http, speaker, me.May, tab), tab, show),
            Answer<Me>.Refused => Of(http, speaker, [], tab).NotTheirs(),
            _ => Of(http, speaker, [], tab).Busy(),
        });

    private Keeper Of(HttpContext http, Speaker speaker, IReadOnlyList<string> may, KeeperTab? tab) => new(http, sheets, patient.Office, speaker, may, tab);

    private static async Task<IResult> LetInAsync(Keeper keeper, KeeperTab? tab, Func<Keeper, Task<IResult>> show) =>
        KeeperTab.All.Any(keeper.May) && (tab is null || keeper.May(tab)) ? await show(keeper) : keeper.NotTheirs();
}
