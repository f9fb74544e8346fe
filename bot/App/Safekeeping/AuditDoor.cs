using System.Globalization;
using OneVisit.Bot.BackOffices;
using OneVisit.Contracts;

namespace OneVisit.Bot.Safekeeping;

/// <summary>What the nights found in the journals, and a look now: at all of them, or at one.</summary>
internal sealed class AuditDoor(KeeperDoor door)
{
    /// <summary>Stretches of an audit on demand at one press: seconds, not minutes. The page goes on from there.</summary>
    private const int AtAPress = 5;

    public Task<IResult> ShowAsync(HttpContext http, CancellationToken stop) => door.OpenAsync(http, KeeperTab.Audit, keeper => PageAsync(keeper, null, Draft.None, StatusCodes.Status200OK, stop), stop);

    public Task<IResult> CheckAllAsync(HttpContext http, CancellationToken stop) => door.OpenAsync(http, KeeperTab.Audit, async keeper =>
    {
        var draft = await keeper.TypedAsync("all", stop);
        var (after, journals, findings) = (draft.OrNull("after"), Count(draft, "journals"), new List<AuditFindingView>());
        for (var press = 0; press < AtAPress; press++)
        {
            var answer = await keeper.Office.PostAsync<AuditStretch>(keeper.Speaker, Routes.Audit + (after is null ? "" : QueryString.Create("after", after)), new { }, stop);
            if (answer is not Answer<AuditStretch>.Got { Value: var stretch })
                return keeper.Answered(answer, _ => Results.NoContent());
            (after, journals) = (stretch.After, journals + stretch.Journals);
            findings.AddRange(stretch.Findings);
            if (after is null)
                break;
        }
        return await PageAsync(keeper, new AuditLook.All(after, journals, Count(draft, "found"), findings), draft, StatusCodes.Status200OK, stop);
    }, stop);

    public Task<IResult> CheckOneAsync(HttpContext http, CancellationToken stop) => door.OpenAsync(http, KeeperTab.Audit, async keeper =>
    {
        var draft = await keeper.TypedAsync("one", stop);
        if (TypedNumber.OfJournal(draft["number"]) is not { } number)
            return await PageAsync(keeper, null, draft.Wrong("number", keeper.Say("safeNoNumber")), StatusCodes.Status422UnprocessableEntity, stop);
        return await keeper.Office.GetAsync<JournalCheck>(keeper.Speaker, Paths.AuditJournal(number), stop) switch
        {
            Answer<JournalCheck>.Got { Value: var check } => await PageAsync(keeper, new AuditLook.One(check), draft, StatusCodes.Status200OK, stop),
            Answer<JournalCheck>.Refused { Problem.Status: StatusCodes.Status404NotFound } => await PageAsync(keeper, null, draft.Wrong("number", keeper.Say("safeNoSuchNumber")), StatusCodes.Status404NotFound, stop),
            var other => keeper.Answered(other, _ => Results.NoContent()),
        };
    }, stop);

    /// <summary>What was found stays as it is: with a reason, and only as it stood when it was looked at.</summary>
    public Task<IResult> AcceptAsync(HttpContext http, CancellationToken stop) => door.OpenAsync(http, KeeperTab.Audit, async keeper =>
    {
        var draft = await keeper.TypedAsync("accept", stop);
        if (TypedNumber.OfJournal(draft["number"]) is not { } number)
            return await PageAsync(keeper, null, draft.Wrong("", keeper.Say("safeNoSuchNumber")), StatusCodes.Status422UnprocessableEntity, stop);
        return await keeper.ActedAsync(
            await keeper.Office.PutAsync<AcceptedFindingView>(keeper.Speaker, Paths.AuditAccepted(number), new AcceptAuditFinding(draft["stands"], draft["reason"]), stop),
            _ => number == JournalCheck.Anchors ? Keeper.Done(KeeperTab.Audit.Path, "anchors-accepted") : Keeper.Done(KeeperTab.Audit.Path, "accepted", number), KeeperTab.Audit.Path,
            // With the form again, and what is found now in it.
            async problem => await PageAsync(
                keeper, await keeper.Office.GetAsync<JournalCheck>(keeper.Speaker, Paths.AuditJournal(number), stop) is Answer<JournalCheck>.Got { Value: var check } ? new AuditLook.One(check) : null,
                draft.Wrong(problem), problem.Status, stop));
    }, stop);

    private static async Task<IResult> PageAsync(Keeper keeper, AuditLook? look, Draft draft, int status, CancellationToken stop) => keeper.Answered(
        await keeper.Office.GetAsync<AuditView>(keeper.Speaker, Routes.Audit, stop), audit => keeper.Page(new AuditPart(keeper, audit, look, draft).Content(), draft, status));

    private static int Count(Draft draft, string field) => int.TryParse(draft[field], NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 0;
}

/// <summary>A look that was taken just now.</summary>
internal abstract record AuditLook
{
    /// <param name="After">Where it goes on; <c>null</c>: all were looked at.</param>
    /// <param name="Before">Findings of the presses before this one.</param>
    public sealed record All(string? After, int Journals, int Before, IReadOnlyList<AuditFindingView> Findings) : AuditLook;

    public sealed record One(JournalCheck Check) : AuditLook;

    private AuditLook() { }
}
