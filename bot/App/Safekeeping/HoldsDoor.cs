using OneVisit.Contracts;
using OneVisit.Bot.BackOffices;

namespace OneVisit.Bot.Safekeeping;

/// <summary>Holds (暂缓销毁): which stand, order one, end one.</summary>
internal sealed class HoldsDoor(KeeperDoor door)
{
    public Task<IResult> ShowAsync(HttpContext http, CancellationToken stop) =>
        door.OpenAsync(http, KeeperTab.Holds, keeper => PageAsync(keeper, Draft.None, StatusCodes.Status200OK, stop), stop);

    public Task<IResult> OrderAsync(HttpContext http, CancellationToken stop) => door.OpenAsync(http, KeeperTab.Holds, async keeper =>
    {
        var draft = await keeper.TypedAsync("order", stop);
        var answer = await keeper.Office.PostAsync<HoldView>(
            keeper.Speaker, Routes.Holds, new PlaceHold(draft.OrNull("number"), draft.OrNull("idNumber"), draft["orderedBy"], draft["reason"]), stop);
        return await keeper.ActedAsync(
            answer, hold => Keeper.Done(KeeperTab.Holds.Path, "held", hold.HoldId), KeeperTab.Holds.Path, problem => PageAsync(keeper, draft.Wrong(problem), problem.Status, stop));
    }, stop);

    public Task<IResult> EndAsync(HttpContext http, string holdId, CancellationToken stop) => door.OpenAsync(http, KeeperTab.Holds, async keeper =>
    {
        var draft = await keeper.TypedAsync("end-" + holdId, stop);
        if (TypedNumber.OfJournal(holdId) is not { } number)
            return await PageAsync(keeper, draft.Wrong("", keeper.Say("safeNoSuchNumber")), StatusCodes.Status404NotFound, stop);
        return await keeper.ActedAsync(
            await keeper.Office.PostAsync<HoldView>(keeper.Speaker, Paths.LiftHold(number), new LiftHold(draft["reason"]), stop),
            hold => Keeper.Done(KeeperTab.Holds.Path, "lifted", hold.HoldId), KeeperTab.Holds.Path, problem => PageAsync(keeper, draft.Wrong(problem), problem.Status, stop));
    }, stop);

    private static async Task<IResult> PageAsync(Keeper keeper, Draft draft, int status, CancellationToken stop) => keeper.Answered(
        await keeper.Office.GetAsync<HoldView[]>(keeper.Speaker, Routes.Holds, stop), holds => keeper.Page(new HoldsPart(keeper, draft).Content(holds), draft, status));
}
